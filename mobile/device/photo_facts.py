"""What a picture says before it is decoded, for Pillow's kit and the browser's alike."""

from __future__ import annotations

from mobile.ports import PhotoFacts
from shared.photos import exif
from shared.photos.errors import PhotoError
from shared.photos.picture_file import JPEG, look


def facts_of(data: bytes) -> PhotoFacts:
    """When and where it was taken, and whether its end lacks; empty for what is no picture."""
    try:
        file = look(data)
    except PhotoError:
        return PhotoFacts()
    told = file.exif
    return PhotoFacts(exif.taken(told.camera), exif.position(told.gps), cut=file.is_cut_jpeg)


def is_heavy(data: bytes, most: int, most_jpeg: int) -> bool:
    """Whether it has more pixels than ``most``; ``most_jpeg`` where it can be reduced meanwhile."""
    try:
        file = look(data)
    except PhotoError:
        return False  # `prepare` says why
    reducible = file.kind == JPEG and not file.progressive
    return file.pixels > (most_jpeg if reducible else most)
