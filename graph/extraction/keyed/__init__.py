"""Gathers `key: value` records of YAML, JSON, tables and labelled lines, and decides what they tell. Makes no mentions."""
