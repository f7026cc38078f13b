"""``python -m civicspace`` is the same as ``civicspace``."""

from civicspace.cli import main

if __name__ == "__main__":
    main()
