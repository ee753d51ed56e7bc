"""Measures careergraph: its speed (`make bench`) and how well it reads (`make accuracy`)."""
