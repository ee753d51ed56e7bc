"""Reads what a user typed: words, phrases, fields, comparisons, figures, sizes and experiences. Knows no corpus and no engine."""
