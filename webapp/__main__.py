"""`python -m webapp`: the command line, for where the `careergraph` script is not on the path."""

from webapp.cli import main

if __name__ == "__main__":
    main()
