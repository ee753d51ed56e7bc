"""Tells pieces of work from other things, by headings, bullets and cards; and the shape of a story. Finds no stories."""
