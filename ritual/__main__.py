"""`python -m ritual`, and the `ritual` command."""

from ritual.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
