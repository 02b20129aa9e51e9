"""The settings as they stand in the form, until they are saved."""

from __future__ import annotations

from typing import Any, ClassVar

from server.core import office, phone_quota
from server.core.permit import CAMAT_VERIFIES
from server.core.sessions import DEMANDED
from server.desk.reading import Reading, Refusals, Typed
from server.kantor import office_logo, teks
from shared.jenis import KODE as JENIS

PLAIN = (
    "kop_alamat", "tempat", "nomor_rekap", "nomor_pembinaan", "nomor_sertifikat", "nomor_laporan",
    "salam",    "alamat_umum", "privasi_kontak", "peta_ubin",
)  # fmt: skip
NUMBERS = (
    "due_day", "quiet_days", "retention_days", "simpan_laporan_tahun", "simpan_foto_tahun",
    "simpan_mantan_tahun", *phone_quota.DEFAULTS,
)  # fmt: skip


class SettingsState(Reading[None, dict[str, Any]]):
    """Read once: what somebody else saves meanwhile is seen when the page is opened again."""

    refusals: ClassVar[Refusals] = {
        office.BadValueError: lambda error: teks.PT_SALAH.format(isian=teks.PT_NAMA[error.key]),
        office.MixedMonthsError: teks.PT_BULAN_CAMPUR,
        office_logo.LogoError: teks.PT_LOGO_DITOLAK,
    }
    jenis: dict[str, bool] | None = None

    def read(self, _: None) -> dict[str, Any]:
        return office.settings_page(self.ctx, self.account)

    def take(self, found: dict[str, Any] | None) -> None:
        """The form is filled once; a logo that was put meanwhile leaves it as it is written."""
        if self.found is None and found is not None:
            self.typed = _typed(found)
            self.jenis = {kode: bool(found["jenis"].get(kode, True)) for kode in JENIS}
        super().take(found)

    @property
    def empty(self) -> list[str]:
        """What papers or phones lack, in words."""
        return [teks.PT_NAMA[key] for key in office.empty(self.found)] if self.found else []

    def turn(self, kode: str, on: bool) -> None:
        self.jenis = {**(self.jenis or {}), kode: on}

    async def save(self) -> None:
        """All of it, or nothing when a value cannot be taken."""
        await self.act(office.change, self._values(self.typed), well=teks.PT_TERSIMPAN)

    async def put_logo(self, _name: str, data: bytes) -> None:
        """Kept at once; the rest of the form is left as it is being written."""
        await self.act(office_logo.put, data, well=teks.PT_LOGO_TERSIMPAN)

    async def drop_logo(self) -> None:
        await self.act(office_logo.remove, well=teks.PT_LOGO_DIHAPUS)

    def _values(self, typed: Typed) -> dict[str, Any]:
        people = {
            key: {name: words.strip() for name, words in person.items()}
            for key, person in typed.people.items()
        }
        return {
            "kop": _lines(typed.kop),
            "nomor_darurat": [_contact(line) for line in _lines(typed.darurat)],
            "cadence": {"per_bulan": _number(typed.per_bulan)},
            "jenis": self.jenis,
            DEMANDED: bool(typed.demanded),
            CAMAT_VERIFIES: bool(typed.camat_verifies),
            **people,
            **{key: words.strip() for key, words in typed.plain.items()},
            **{key: _number(words) for key, words in typed.numbers.items()},
        }


def _typed(values: dict[str, Any]) -> Typed:
    """The settings as the fields hold them, as text."""
    return Typed(
        kop="\n".join(values["kop"]),
        darurat="\n".join(f"{one['nama']}, {one['nomor']}" for one in values["nomor_darurat"]),
        people={key: dict(values[key]) for key in ("camat", "kasi")},
        plain={key: str(values[key]) for key in PLAIN},
        demanded=bool(values[DEMANDED]),
        camat_verifies=bool(values[CAMAT_VERIFIES]),
        numbers={key: str(values[key]) for key in NUMBERS},
        per_bulan=str(values["cadence"].get("per_bulan", 1)),
    )


def _lines(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


def _number(words: str) -> int:
    """-1 for what is no number: no setting takes it."""
    return int(words) if words.strip().isdecimal() and len(words) < 6 else -1


def _contact(line: str) -> dict[str, str]:
    nama, _, nomor = line.rpartition(",")
    return {"nama": nama.strip(), "nomor": nomor.strip()}
