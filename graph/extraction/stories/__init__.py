"""Finds the stories of a document, a module for each way of telling them, and makes projects of them."""
