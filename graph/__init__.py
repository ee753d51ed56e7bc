"""Files of career content become a knowledge graph. Knows nothing of search engines, web pages or terminals."""
