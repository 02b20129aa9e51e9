"""A file on its way to another app, gathered by the browser itself: Python never holds it whole."""

from __future__ import annotations

from typing import Any

from mobile.web.disk import Passing
from mobile.web.world import ffi, js

_PIECE = 256 * 1024


class BlobPassing(Passing):
    """Grows piece by piece; the browser puts what is large on its disk."""

    def __init__(self) -> None:
        super().__init__()
        self._piece = bytearray()
        self._blobs = js.Array.new()

    def add(self, part: bytes) -> None:
        self._piece += part
        if len(self._piece) >= _PIECE:
            self._close_piece()

    def blob(self) -> Any:
        """What the page is handed."""
        self._close_piece()
        return js.Blob.new(self._blobs)

    def read(self) -> bytes:
        raise OSError("it is read by the page alone")

    def _close_piece(self) -> None:
        if self._piece:
            piece = ffi.to_js([ffi.to_js(bytes(self._piece))])
            self._blobs.push(js.Blob.new(piece))
            self._piece.clear()
