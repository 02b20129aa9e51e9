"""Looking at photos: which one is enlarged, and which sensitif ones were uncovered."""

from __future__ import annotations

from collections.abc import Sequence

from server.desk.reading import A, Q, Reading
from server.laporan.read_laporan import PhotoOfLaporan


class Viewing(Reading[Q, A]):
    """A page that shows the photos of a report."""

    open_photo: int | None = None
    """The photo that is enlarged, counted from 0."""
    uncovered: frozenset[str] = frozenset()
    """Sensitif photos that the person has chosen to look at."""

    @property
    def photos(self) -> Sequence[PhotoOfLaporan]:
        """The photos of the report that is shown."""
        raise NotImplementedError

    def put_photos_away(self) -> None:
        self.open_photo, self.uncovered = None, frozenset()

    def uncover(self, sha256: str) -> None:
        """Show a sensitif photo."""
        self.uncovered = self.uncovered | {sha256}

    def enlarge(self, index: int) -> None:
        self.open_photo = index

    def close_photo(self) -> None:
        self.open_photo = None

    def step_photo(self, by: int) -> None:
        """The next or previous photo that has arrived, round and round."""
        whole = [index for index, photo in enumerate(self.photos) if photo.whole]
        if self.open_photo is None or not whole:
            return
        at = whole.index(self.open_photo) if self.open_photo in whole else 0
        self.open_photo = whole[(at + by) % len(whole)]

    def photo_key(self, name: str) -> bool:
        """Keys of the enlarged photo; whether one is enlarged."""
        if self.open_photo is None:
            return False
        if name == "Escape":
            self.close_photo()
        elif name in ("Arrow Left", "Arrow Right"):
            self.step_photo(1 if name == "Arrow Right" else -1)
        return True
