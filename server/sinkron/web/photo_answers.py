"""What a sender is told when a photo is not taken."""

from __future__ import annotations

from server.core.db.database import StoreBusyError, StoreError, StoreFullError
from server.core.files import jpeg, object_store
from server.http.problems import Problem
from server.laporan import photo_errors as errors
from server.sinkron.web import tus

RETRY_FULL_S = 300
RETRY_BUSY_S = 10
RETRY_AWAY_S = 60

REFUSALS = (errors.PhotoError, object_store.PhotoFileError, jpeg.JpegError, StoreError)
"""What `as_problem` has an answer for."""

_NO_PLACE = (object_store.StorageFullError, object_store.WrongFolderError, StoreFullError)

_ANSWERS: dict[type[Exception], tuple[int, str]] = {
    errors.PhotoUnknownError: (403, "photo_unknown"),
    errors.PhotoGoneError: (404, "not_found"),
    errors.WrongLengthError: (422, "wrong_length"),
    errors.BusyError: (423, "busy"),
    errors.OffsetError: (409, "offset_mismatch"),
    errors.TooLongError: (413, "too_large"),
    errors.NotWelcomeError: (401, "revoked"),
    errors.WriterIdleError: (408, "slow"),
    # Nobody reads this one: the connection is gone.
    errors.LinkBrokenError: (408, "slow"),
    object_store.WrongBytesError: (460, "wrong_bytes"),
    object_store.StorageFullError: (503, "storage_full"),
    object_store.StorageAwayError: (503, "unavailable"),
    object_store.WrongFolderError: (503, "unavailable"),
    StoreFullError: (503, "storage_full"),
    StoreBusyError: (503, "unavailable"),
    jpeg.NotJpegError: (415, "not_jpeg"),
    jpeg.BrokenJpegError: (422, "broken_jpeg"),
    jpeg.TooManyPixelsError: (422, "too_many_pixels"),
}


def as_problem(error: Exception) -> Problem:
    """The refusal that says why."""
    status, code = _ANSWERS[type(error)]
    return tus.refusal(status, code, headers=_headers(error))


def _headers(error: Exception) -> dict[str, str]:
    if isinstance(error, errors.OffsetError):
        return {"Upload-Offset": str(error.offset)}
    if isinstance(error, errors.WriterIdleError):
        return {"Connection": "close"}
    if isinstance(error, _NO_PLACE):
        return {"Retry-After": str(RETRY_FULL_S)}
    if isinstance(error, object_store.StorageAwayError):
        return {"Retry-After": str(RETRY_AWAY_S)}
    if isinstance(error, StoreBusyError):
        return {"Retry-After": str(RETRY_BUSY_S)}
    return {}
