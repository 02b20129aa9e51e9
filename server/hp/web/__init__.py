"""The phone app as anybody's browser gets it from this server, below ``/hp/``."""
