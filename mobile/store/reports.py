"""The phone's reports: one small TinyDB for each open one, the months for those at rest.

Saving a draft touches its own two files and nothing else, however many reports are stored. A
report that comes to rest is written to its month first and leaves the open ones after; where a
crash left it in both places, the open one counts.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from mobile.domain.record import Record
from mobile.ports import Damage, StoreError
from mobile.store.damage import DamageList
from mobile.store.disk import Disk, guarded, sweep_temps
from mobile.store.durable import Database
from mobile.store.filing import OPEN, REST, TABLE, changed_at, document, open_name, record_of
from mobile.store.history import History
from mobile.store.slots import Slots, store_names

Change = Callable[[Record], Record]


class FileLaporan:
    """The real `LaporanStore`.

    Two locks, so that a look through the history never holds up a keystroke: ``_rest`` guards
    the months, ``_open`` the open reports; who needs both takes them in this order. Before both
    comes ``_indexing``, for the one who reads all months, and ``_turn``, by which those who want
    to show a list come before him. Nobody sleeps: in a browser there is one thread only.
    """

    def __init__(
        self, root: Path, disk: Disk | None = None, damages: DamageList | None = None
    ) -> None:
        self._root = root
        self._disk = disk or Disk()
        self._damages = damages or DamageList()
        self._indexing = threading.Lock()
        self._turn = threading.Lock()
        self._rest = threading.RLock()
        self._open = threading.RLock()
        self._history = History(self._disk, root, self._damages, self._is_open)
        self._databases: dict[str, Database] = {}
        self._records: dict[str, Record] = {}
        with guarded("aktif"):
            for folder in (root / OPEN, root / REST):
                self._disk.make_folder(folder)
                sweep_temps(self._disk, folder)
        self._load()

    # Reading ---------------------------------------------------------------------------------

    def get(self, ident: str) -> Record | None:
        with self._open:
            if ident in self._records:
                return self._records[ident]
        self._read_months()
        with self._rest:
            filed = self._history.get(ident)
            with self._open:
                return self._records.get(ident, filed)

    def open_records(self) -> list[Record]:
        with self._open:
            return sorted(self._records.values(), key=changed_at, reverse=True)

    def months(self) -> list[str]:
        with self._looking():
            return self._history.months()

    def history(self, month: str) -> list[Record]:
        with self._looking():
            return self._at_rest(month)

    def received(self) -> list[tuple[str, int]]:
        self._read_months()
        with self._rest:
            index = self._history.index
            with self._open:
                found = {i: e.delivered for i, e in index.items() if i not in self._records}
                found |= {i: record.delivered for i, record in self._records.items()}
        return [(ident, versi) for ident, versi in found.items() if versi is not None]

    def photos_in_use(self) -> set[str]:
        self._read_months()
        with self._rest:
            used = {sha for entry in self._history.index.values() for sha in entry.photos}
        for record in self.open_records():
            used |= {foto.sha256 for laporan in record.versions for foto in laporan.foto}
        return used

    def damages(self) -> list[Damage]:
        return self._damages.all()

    # Writing ---------------------------------------------------------------------------------

    def put(self, record: Record, *, settle: bool = True) -> None:
        if not record.at_rest:
            with self._open:
                self._write(record, settle)
            if self._history.known(record.id):
                with self._rest:
                    self._unfile(record.id)
            return
        self._read_months()
        with self._rest:
            self._history.put(record)
            with self._open:
                self._drop(record.id)

    def update(self, ident: str, change: Change, *, settle: bool = True) -> Record | None:
        with self._open:
            record = self._records.get(ident)
            changed = change(record) if record else None
            if record and changed and not changed.at_rest:
                if changed != record:
                    self._write(changed, settle)
                return changed
        return self._move(ident, change, settle)

    def update_month(self, month: str, change: Change) -> int:
        self._read_months()
        with self._rest:
            pairs = [(record, change(record)) for record in self._at_rest(month)]
            changed = [after for before, after in pairs if after != before]
            if changed:
                self._history.change_all(month, changed)
            return len(changed)

    def settle(self, ident: str) -> None:
        with self._open:
            if ident in self._records:
                self._database(ident).settle()

    def delete(self, ident: str) -> None:
        self._read_months()
        with self._rest:
            self._history.remove(ident)
            with self._open:
                self._drop(ident)

    def drop_if(self, ident: str, gone: Callable[[Record], bool]) -> bool:
        with self._open:
            record = self._records.get(ident)
            if record is None or not gone(record):
                return False
            self._drop(ident)
            return True

    def _move(self, ident: str, change: Change, settle: bool) -> Record | None:
        """For what is at rest or comes to rest; `change` is pure, so it may be called again."""
        self._read_months()
        with self._rest:
            filed = self._history.get(ident)
            with self._open:
                record = self._records.get(ident, filed)
                if record is None:
                    return None
                changed = change(record)
                if changed == record and (filed is None or ident not in self._records):
                    return changed
                if changed.at_rest:
                    self._history.put(changed)
                    self._drop(ident)
                else:
                    self._write(changed, settle)
                    self._unfile(ident)
                return changed

    def _unfile(self, ident: str) -> None:
        """After it became open again; left in its month it is hidden, and healed at a start."""
        try:
            self._history.remove(ident)
        except StoreError:
            return

    # Inside ----------------------------------------------------------------------------------

    def _load(self) -> None:
        for name in store_names(self._disk, self._root / OPEN):
            store = f"{OPEN}/{name}"
            database = self._named(store)
            try:
                found = database.only()
                record = record_of(found) if found else None
            except StoreError:
                self._damages.add(store, recovered=False)
                continue
            if record and open_name(record.id) != store:
                self._damages.add(store, recovered=False)
            elif record:
                self._databases[record.id] = database
                self._records[record.id] = record

    def _read_months(self) -> None:
        """Once, month by month; whoever waits to show a list meanwhile comes in between."""
        with self._indexing:
            if self._history.indexed:
                return
            scan = self._history.scan()
            while True:
                with self._looking():
                    if next(scan, None) is None:
                        return

    @contextmanager
    def _looking(self) -> Iterator[None]:
        """The months, in the order of asking; never for one who holds ``_rest`` already."""
        with self._turn:
            self._rest.acquire()
        try:
            yield
        finally:
            self._rest.release()

    def _at_rest(self, month: str) -> list[Record]:
        filed = self._history.month(month)
        with self._open:
            return [record for record in filed if record.id not in self._records]

    def _is_open(self, ident: str) -> bool:
        with self._open:
            return ident in self._records

    def _named(self, name: str) -> Database:
        return Database(Slots(self._disk, self._root, name, self._damages), TABLE)

    def _database(self, ident: str) -> Database:
        if ident not in self._databases:
            self._databases[ident] = self._named(open_name(ident))
        return self._databases[ident]

    def _write(self, record: Record, settle: bool) -> None:
        database = self._database(record.id)
        database.put_only(document(record))
        self._records[record.id] = record
        if settle:
            database.settle_if_possible()

    def _drop(self, ident: str) -> None:
        if ident in self._records:
            self._database(ident).remove()
            del self._records[ident]
        self._databases.pop(ident, None)
