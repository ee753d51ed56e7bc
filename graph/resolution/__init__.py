"""Decides which mentions of all documents are the same thing, with the reason for each merge, and names the things."""
