"""Dates and periods as documents write them. Whose they are is said elsewhere."""
