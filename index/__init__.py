"""Search records from the graph, an index of them, ranked and explained hits. Knows nothing of the web or terminals."""
