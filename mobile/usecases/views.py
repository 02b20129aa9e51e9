"""What the screens are given to show: plain data, frozen."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from mobile.domain.record import Note, Record
from mobile.ports import Damage, SyncProgress, SyncTrouble
from mobile.usecases import photo
from mobile.usecases.survey import Survey
from mobile.usecases.unfinished import Unfinished
from shared.laporan import Foto, Laporan
from shared.protocol import Gap


@dataclass(frozen=True)
class Row:
    """A report as one line of a list. ``shown`` names its chip: a `PhoneState` or a `Status`."""

    id: str
    laporan: Laporan
    shown: str
    saved_at: str
    resi: str | None
    photos_done: int
    photos: int
    small: Path | None
    note: Note | None
    problems: tuple[Gap, ...]
    mending: bool
    overtaken: bool
    unread: bool


@dataclass(frozen=True)
class Connection:
    """The card on top of Beranda: what is unsent, what happens, what is in the way."""

    unsent: int
    is_syncing: bool
    progress: SyncProgress | None
    trouble: SyncTrouble | None
    last_contact: str | None
    token_refused: bool
    outlook: str = "sendiri"
    """What the next step depends on: see `usecases.outlook`."""


@dataclass(frozen=True)
class Home:
    """Beranda."""

    desa: str
    pelapor: str
    jabatan: str
    connection: Connection
    attention: tuple[Row, ...]
    resume: Row | None
    last: Row | None
    bulan: str
    laporan_bulan_ini: int
    nihil_bulan_ini: bool
    damages: tuple[Damage, ...]
    free_mb: int
    clock_warning_s: float | None
    pembinaan_baru: tuple[str, ...] = ()
    """The titles of what the kecamatan sent and nobody has read."""
    pengaduan_dijawab: tuple[str, ...] = ()
    """The complaints whose answer nobody has seen."""
    survei: Survey = field(default_factory=Survey)
    belum: tuple[Unfinished, ...] = ()
    """What was begun besides reports and never sent."""
    room_is_lent: bool = False
    room_is_refused: bool = False

    @property
    def room_is_short(self) -> bool:
        """Whether to say sentence 50."""
        return self.free_mb < photo.ROOM_MB


@dataclass(frozen=True)
class Groups:
    """The tab Laporan: what needs the person, what waits, drafts, and the months of the rest."""

    needs_me: tuple[Row, ...]
    unsent: tuple[Row, ...]
    drafts: tuple[Row, ...]
    months: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A page of the reports at rest of one month."""

    month: str
    rows: tuple[Row, ...]
    total: int


@dataclass(frozen=True)
class PhotoView:
    """A photo and where its picture lies; both None where this phone has none."""

    foto: Foto
    path: Path | None
    small: Path | None
    at_kecamatan: bool

    @property
    def lost(self) -> bool:
        """Gone from here and not there: sentence 49."""
        return self.path is None and not self.at_kecamatan

    @property
    def is_small_only(self) -> bool:
        """The whole photo lies at the kecamatan, its small picture here."""
        return self.path is None and self.small is not None and self.at_kecamatan


@dataclass(frozen=True)
class Detail:
    """One report, opened."""

    record: Record
    row: Row
    photos: tuple[PhotoView, ...]
    can_edit: bool
    can_withdraw: bool
    can_delete: bool
    hold_until: str | None
