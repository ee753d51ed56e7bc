"""Finds the author of a document by the ways in which documents state a name. Never guesses one."""
