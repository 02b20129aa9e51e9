"""Reads a report out of a WhatsApp text, and says of each field how sure it is.

It lives at the desk and not in `shared`: only the kecamatan reads texts back, and the phone's
package stays as small as it is. Nothing is guessed silently: a field is found, unsure with the
reason, or missing.
"""
