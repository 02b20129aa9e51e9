"""Sends what was finished and fetches what the kecamatan says; no screen is known here."""
