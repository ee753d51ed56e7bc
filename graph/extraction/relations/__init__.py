"""Ties projects to employers, people, technologies, practices and outcomes."""
