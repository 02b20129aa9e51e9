"""Where the phone keeps things: TinyDB on files that survive a crash, a full disk and damage.

Nothing here is read or written on the event loop, and no other room knows tinydb.
"""
