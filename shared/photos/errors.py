"""Why a picture is not taken; each kind has its own sentence, because each asks for something else.

PhotoError
├── NotAPhoto       no picture that can be read here
│   └── HeicPhoto   a format that other phones cannot read
├── BrokenPhoto     damaged, or it ends too early
└── PhotoTooLarge   more pixels than can be held
"""

from __future__ import annotations


class PhotoError(Exception):
    """A picture that cannot be used; the report goes on without it."""


class NotAPhoto(PhotoError):
    """Not a picture that can be read here (a web page, an empty file): choose another."""


class HeicPhoto(NotAPhoto):
    """A format that other phones cannot read: use our camera, or have it saved as JPEG first."""


class BrokenPhoto(PhotoError):
    """A picture that ends too early or is damaged: take it again."""


class PhotoTooLarge(PhotoError):
    """More pixels than can be held here: choose another or use the in-app camera."""
