"""What stands in the fields of a form while somebody writes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from types import SimpleNamespace
from typing import Any

from server.core.drafts import Drafts


class Typed(SimpleNamespace):
    """What stands in the fields of a form, by name; writing here draws nothing anew.

    A field that nobody has written into is empty.
    """

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return ""

    def into(self, name: str) -> Callable[[str], None]:
        """What a field calls with the words that are typed into it."""
        return partial(setattr, self, name)


class KeptTyped(Typed):
    """The same, and found again by this person after the window or the log-in has gone."""

    def __init__(self, drafts: Drafts, username: str, form: str) -> None:
        super().__init__(**drafts.of(username, form))
        self._keep = partial(drafts.keep, username, form)

    def into(self, name: str) -> Callable[[str], None]:
        def write(words: str) -> None:
            setattr(self, name, words)
            self._keep({key: said for key, said in vars(self).items() if key != "_keep"})

        return write
