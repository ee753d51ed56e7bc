"""Finds passages that tell in other words what a query asks, and says by which of theirs."""
