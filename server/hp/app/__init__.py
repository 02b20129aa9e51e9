"""The phone app for browsers as files: what it is made of, packed once, whether all is there."""
