"""The version of this package, the same as that of all clients and of the broker it was made with."""

__version__ = "0.1.0"
