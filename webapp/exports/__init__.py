"""The whole graph, or one person of it, in the forms that other programs read; one module a form. No files, no terminal."""
