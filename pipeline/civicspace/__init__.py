"""civicspace: reports on civic space in, one validated JSON record a report out."""

__version__ = "0.1.0"

__all__ = ["__version__"]
