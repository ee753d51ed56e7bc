"""Says which words name a piece of work, and which only greet, plan or tell the daily run. Finds no stories."""
