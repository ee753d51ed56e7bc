"""One module a command; each holds it as `command`. cli.py gathers them."""
