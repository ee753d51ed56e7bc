"""Finds the things that a document speaks of: one module for each kind of thing. Knows nothing of other documents."""
