"""What stands inside a sealed file: one thing after the other, each with a letter and a length."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from shared.sealed_file import DamagedFileError

HEAD = 5
MOST_BYTES = 4 * 1024 * 1024
"""No report, record or photo is larger."""

Frame = tuple[str, bytes]


def frame(letter: str, data: bytes) -> bytes:
    """One frame."""
    return letter.encode("ascii") + len(data).to_bytes(4, "big") + data


def frames(content: Iterable[bytes]) -> Iterator[Frame]:
    """The frames of a content that comes in pieces; DamagedFileError where it is none."""
    held = bytearray()
    for piece in content:
        held += piece
        while len(held) >= HEAD:
            size = int.from_bytes(held[1:HEAD], "big")
            if size > MOST_BYTES or held[0] > 127:
                raise DamagedFileError("frame")
            if len(held) < HEAD + size:
                break
            yield chr(held[0]), bytes(held[HEAD : HEAD + size])
            del held[: HEAD + size]
    if held:
        raise DamagedFileError("frame")
