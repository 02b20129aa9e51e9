"""What the keys do while one reviews; while something is being written only two of them count.

A note that is open is being written, whatever has the focus: that may leave its field by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from server.desk.attention import Attention
from server.desk.page_context import SAVE
from server.laporan.desk.periksa.decision_view import DecisionActions
from server.laporan.desk.periksa.state import ReviewState


@dataclass(frozen=True)
class Keys:
    """The deeds that need the page: they run as tasks or go elsewhere."""

    state: ReviewState
    step: Callable[[int], None]
    on: DecisionActions
    undo: Callable[[], None]
    attention: Attention

    def press(self, name: str) -> None:
        """A key by Flet's name."""
        state = self.state
        if name == SAVE:
            state.keep_note()
        elif name == "Escape" and state.open_photo is None:
            self._escape()
        elif state.photo_key(name) or self._is_writing() or state.helping:
            return
        elif deed := self._deeds().get(_plain(name)):
            deed()

    def _is_writing(self) -> bool:
        return self.state.typing or self.state.editing is not None or self.attention.writing_on

    def _escape(self) -> None:
        state = self.state
        if state.helping:
            state.help(False)
        elif state.editing is not None:
            state.stop_editing()
        else:
            state.chosen = -1

    def _deeds(self) -> dict[str, Callable[[], None]]:
        state = self.state
        photos = {str(n + 1): (lambda index=n: self._photo(index)) for n in range(5)}
        return {
            "left": lambda: self.step(-1), "J": lambda: self.step(-1),
            "right": lambda: self.step(1), "L": lambda: self.step(1),
            "up": lambda: state.choose(-1), "down": lambda: state.choose(1),
            "C": self._note, "U": self.undo, "V": self._decide(self.on.verify),
            "K": self._decide(self.on.give_back), "?": lambda: state.help(True),
            "/": lambda: state.help(True), **photos,
        }  # fmt: skip

    def _decide(self, deed: Callable[[], None]) -> Callable[[], None]:
        """Only what has been looked at can be decided."""
        return deed if self.on.settled else lambda: None

    def _note(self) -> None:
        keys = [part.key for part in self.state.parts]
        if keys:
            self.state.edit(keys[self.state.chosen])

    def _photo(self, index: int) -> None:
        foto = self.state.photos
        if index < len(foto) and foto[index].whole:
            self.state.enlarge(index)


def _plain(name: str) -> str:
    """``V`` with and without shift; ``left`` for the arrow."""
    return name.upper() if len(name) == 1 else name.lower().removeprefix("arrow ")
