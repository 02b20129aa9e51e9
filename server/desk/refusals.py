"""What a person is told of each refusal, and of what may befall every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from server.core.db.database import (
    StoreBusyError,
    StoreDamagedError,
    StoreError,
    StoreFullError,
)
from server.core.files.object_store import (
    StorageAwayError,
    StorageFullError,
    WrongFolderError,
)
from server.core.jobs import TooManyError
from server.core.permit import NotAllowedError
from server.desk import teks
from shared.photos.errors import BrokenPhoto, HeicPhoto, NotAPhoto, PhotoTooLarge

Refusals = Mapping[type[Exception], "str | Callable[[Any], str]"]
"""What a person is told of each refusal: a sentence, or how to make it of the error."""

ALWAYS: Refusals = {
    NotAllowedError: teks.AKSI_TIDAK_BERHAK,
    StoreFullError: teks.AKSI_PENUH,
    StorageFullError: teks.AKSI_PENUH,
    WrongFolderError: teks.AKSI_FOLDER_FOTO,
    StorageAwayError: teks.AKSI_FOTO_JAUH,
    StoreBusyError: teks.AKSI_SIBUK,
    StoreDamagedError: teks.AKSI_RUSAK,
    StoreError: teks.AKSI_GAGAL,
    TooManyError: teks.AKSI_BANYAK,
    HeicPhoto: teks.FOTO_HEIC,
    NotAPhoto: teks.FOTO_BUKAN,
    BrokenPhoto: teks.FOTO_RUSAK,
    PhotoTooLarge: teks.FOTO_BESAR,
}
