"""The pieces that every screen of the phone is drawn from.

A piece is a plain function from words and callbacks to a control. It asks `theme.look()` for the
colours and the text size of its own page, so that no screen passes them around.
"""
