"""Invented careers, stories and figures, written in every layout and phrase that people use, to tell which are not read."""
