"""The graph becomes search records, the records an index, a query ranked and explained hits. Knows nothing of the web or terminals."""
