"""The storage that TinyDB writes to here, in place of its own, which rewrites a file in place."""

from __future__ import annotations

from typing import Any

from tinydb import TinyDB, where
from tinydb.storages import Storage
from tinydb.table import Document, Table

from mobile.ports import StoreError
from mobile.store.slots import Slots


class DurableStorage(Storage):
    """A TinyDB storage on two self-checking slots; see `Slots`."""

    def __init__(self, slots: Slots) -> None:
        self._slots = slots

    def read(self) -> dict[str, dict[str, Any]] | None:
        return self._slots.read()

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        self._slots.write(data)


class Database:
    """A small TinyDB with one table. Not thread-safe: its owner holds a lock."""

    def __init__(self, slots: Slots, table: str) -> None:
        self._slots = slots
        self._db = TinyDB(storage=DurableStorage, slots=slots)
        self._table = table

    @property
    def table(self) -> Table:
        """No query cache: the storage holds what was read already."""
        return self._db.table(self._table, cache_size=0)

    def only(self) -> dict[str, Any] | None:
        """The one document of a store that holds one thing."""
        return self.table.get(doc_id=1)

    def put_only(self, document: dict[str, Any]) -> None:
        """Write the one document; TinyDB's own upsert would write twice for a new one."""
        if self.only() is None:
            self.table.insert(Document(document, doc_id=1))
        else:
            self.table.update(document, doc_ids=[1])

    def put(self, key: str, value: str, document: dict[str, Any]) -> None:
        """Write the document whose `key` is `value`, new or not, in one write."""
        found = self.table.get(where(key) == value)
        if found is None:
            self.table.insert(document)
        else:
            self.table.update(document, doc_ids=[found.doc_id])

    def replace_all(self, key: str, documents: dict[str, dict[str, Any]]) -> None:
        """Replace those documents whose `key` is named, in one write."""
        self.table.update(
            lambda found: found.update(documents[found[key]]), where(key).one_of(list(documents))
        )

    def settle(self) -> None:
        """Into both slots; raises StoreError."""
        self._slots.settle()

    def settle_if_possible(self) -> None:
        """The same after a write that is safe already: a full disk must not undo it."""
        try:
            self._slots.settle()
        except StoreError:
            return

    def remove(self) -> None:
        self._slots.remove()
