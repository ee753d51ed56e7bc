"""One module a page: (generation, corpus, what was asked) → a frozen dataclass that a template prints."""
