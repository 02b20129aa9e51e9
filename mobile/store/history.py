"""Reports at rest, one TinyDB for each month; read only when somebody looks at them.

An index (which report lies where, what it names) is built from the months when first asked for,
and can be built again at any time.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mobile.domain.record import Record
from mobile.ports import StoreError
from mobile.store.damage import DamageList
from mobile.store.disk import Disk
from mobile.store.durable import Database
from mobile.store.filing import (
    REST,
    TABLE,
    document,
    month_at,
    newest_first,
    record_of,
    rest_name,
)
from mobile.store.slots import Slots, store_names

MONTHS_IN_MEMORY = 3


@dataclass(frozen=True)
class Entry:
    """What the index knows of a report at rest."""

    month: str
    delivered: int | None
    photos: frozenset[str]


class History:
    """Not thread-safe: `FileLaporan` holds a lock."""

    def __init__(
        self, disk: Disk, root: Path, damages: DamageList, is_open: Callable[[str], bool]
    ) -> None:
        self._is_open = is_open
        self._disk = disk
        self._root = root
        self._damages = damages
        self._index: dict[str, Entry] | None = None
        self._shown: OrderedDict[str, list[Record]] = OrderedDict()

    def months(self) -> list[str]:
        """Months that have a store, newest first; read from the folder alone."""
        return sorted(store_names(self._disk, self._root / REST), reverse=True)

    def month(self, month: str) -> list[Record]:
        """All reports at rest of a month, newest first."""
        if month in self._shown:
            self._shown.move_to_end(month)
            return self._shown[month]
        records = newest_first(list(self._records(month)))
        self._shown[month] = records
        while len(self._shown) > MONTHS_IN_MEMORY:
            self._shown.popitem(last=False)
        return records

    @property
    def index(self) -> dict[str, Entry]:
        """Every report at rest; read the months first, see `scan`."""
        if self._index is None:
            raise RuntimeError("the months have not been read")
        return self._index

    @property
    def indexed(self) -> bool:
        """Whether every month has been read."""
        return self._index is not None

    def scan(self) -> Iterator[str]:
        """Read month after month into the index, so that others may look in between.

        Nothing may be filed meanwhile. What a crash left in two places is healed at the end.
        """
        index: dict[str, Entry] = {}
        doubles: list[tuple[str, str]] = []
        for month in reversed(self.months()):
            for found in self._documents(month):
                ident, entry = found["id"], _entry(month, found)
                other = index.get(ident)
                if self._is_open(ident) or (other and _later(other, entry)):
                    doubles.append((month, ident))
                    continue
                doubles += [(other.month, ident)] if other else []
                index[ident] = entry
            yield month
        self._index = index
        for month, ident in doubles:
            self._heal(month, ident)

    def get(self, ident: str) -> Record | None:
        entry = self.index.get(ident)
        if entry is None:
            return None
        return next((r for r in self.month(entry.month) if r.id == ident), None)

    def put(self, record: Record) -> None:
        """File it, in both slots; a copy under another month goes after that."""
        month, before = month_at(record), self.index.get(record.id)
        with_document = document(record)
        self._change(month, lambda database: database.put("id", record.id, with_document))
        self.index[record.id] = _entry(month, with_document)
        if before and before.month != month:
            self._heal(before.month, record.id)

    def change_all(self, month: str, changed: Iterable[Record]) -> None:
        """Write several reports of one month at once; they stay in it and at rest."""
        documents = {record.id: document(record) for record in changed}
        self._change(month, lambda database: database.replace_all("id", documents))
        for ident, found in documents.items():
            self.index[ident] = _entry(month, found)

    def remove(self, ident: str) -> None:
        """Take it out of its month; nothing happens where it is not filed."""
        entry = self.index.get(ident)
        if entry:
            self._take_out(entry.month, [ident])
            del self.index[ident]

    def known(self, ident: str) -> bool:
        """Whether it is filed, as far as we know without reading the months."""
        return self._index is not None and ident in self._index

    # Inside ----------------------------------------------------------------------------------

    def _database(self, month: str) -> Database:
        return Database(Slots(self._disk, self._root, rest_name(month), self._damages), TABLE)

    def _documents(self, month: str) -> list[dict[str, Any]]:
        """A month that cannot be read is empty here and named among the damages."""
        try:
            return [dict(found) for found in self._database(month).table]
        except StoreError:
            self._damages.add(rest_name(month), recovered=False)
            return []

    def _records(self, month: str) -> Iterator[Record]:
        for found in self._documents(month):
            try:
                yield record_of(found)
            except StoreError:
                self._damages.add(rest_name(month), recovered=False)

    def _change(self, month: str, change: Callable[[Database], None]) -> None:
        database = self._database(month)
        self._shown.pop(month, None)
        change(database)
        database.settle_if_possible()

    def _take_out(self, month: str, idents: Iterable[str]) -> None:
        gone = set(idents)
        database = self._database(month)
        self._shown.pop(month, None)
        doc_ids = [found.doc_id for found in database.table if found["id"] in gone]
        if len(doc_ids) == len(database.table):
            database.remove()
        else:
            database.table.remove(doc_ids=doc_ids)
            database.settle_if_possible()

    def _heal(self, month: str, ident: str) -> None:
        try:
            self._take_out(month, [ident])
        except StoreError:  # nobody sees it, and the next start tries again
            return


def _later(one: Entry, other: Entry) -> bool:
    return (one.delivered or 0) > (other.delivered or 0)


def _entry(month: str, found: dict[str, Any]) -> Entry:
    versions = [found.get(name) or {} for name in ("draft", "sent", "newer")]
    photos = frozenset(foto["sha256"] for v in versions for foto in v.get("foto") or ())
    return Entry(month, found.get("delivered"), photos)
