"""Weighs each line of a document for how likely it names a piece of work, by signs whose weights were learned from annotated documents."""
