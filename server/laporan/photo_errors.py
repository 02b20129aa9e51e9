"""Why a photo was not taken, and what its sender does next.

PhotoError
├── PhotoUnknownError   no report of that desa names it
├── PhotoGoneError      no upload was begun, or it was dropped
├── WrongLengthError    another length than the report's
├── BusyError           somebody is writing it
├── OffsetError         not where the file ends
├── TooLongError        more bytes than announced
├── NotWelcomeError     the phone was revoked while it sent
├── WriterIdleError     nothing came for a while
└── LinkBrokenError     the connection ended
"""

from __future__ import annotations


class PhotoError(Exception):
    """A photo was not taken; the kinds below say what the sender does next."""


class PhotoUnknownError(PhotoError):
    """Send the report that names it first."""


class PhotoGoneError(PhotoError):
    """Begin the upload anew."""


class WrongLengthError(PhotoError):
    """Final: the report and the file disagree."""


class BusyError(PhotoError):
    """Try again later."""


class OffsetError(PhotoError):
    """Go on from ``offset``."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class TooLongError(PhotoError):
    """Final: these bytes are not of this photo."""


class NotWelcomeError(PhotoError):
    """Stop: what this phone was sending is not kept."""


class WriterIdleError(PhotoError):
    """Connect again; what had arrived is kept."""


class LinkBrokenError(PhotoError):
    """Nobody is left to answer; what had arrived is kept."""
