"""Reads the lines that head an entry of a career, in pieces: titles of posts, names, places, dates. Puts no entries together."""
