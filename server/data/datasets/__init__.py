"""What goes out of the house: each kind of thing as a flat row, described once.

Files, the open API, its OpenAPI page and the data dictionary are all made from the same fields.
"""
