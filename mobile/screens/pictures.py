"""From a stored photo to what Flet can show."""

from __future__ import annotations

from mobile.screens.here import here
from mobile.usecases.read import PhotoView, Row


def row_picture(row: Row) -> str | bytes | None:
    """The small picture of a report's first photo."""
    return here().picture(row.small) if row.small else None


def small_picture(view: PhotoView) -> str | bytes | None:
    """The small picture of a photo."""
    path = view.small or view.path
    return here().picture(path) if path else None


def big_picture(view: PhotoView) -> str | bytes | None:
    """The photo in full; the small one where the big one has been cleared away."""
    path = view.path or view.small
    return here().picture(path) if path else None
