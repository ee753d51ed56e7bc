"""Finds technologies and practices by vocabulary."""
