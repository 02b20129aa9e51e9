"""The addresses of the screens. What lies above a tab says in its address which tab lies below."""

from __future__ import annotations

BERANDA = "/"
LAPORAN = "/laporan"
PEMBINAAN = "/pembinaan"
DESA = "/desa"
PERIKSA_HP = "/desa/periksa"
TITIP = "/desa/titip"
PINDAH = "/desa/pindah"
DATA_DESA = "/desa/data"
PENGATURAN = "/desa/pengaturan"
SURVEI = "/desa/survei"
PENGADUAN = "/desa/pengaduan"
TULIS_KENDALA = "/desa/pengaduan/tulis"
KODE_BARU = "/kode"

TABS = (BERANDA, LAPORAN, PEMBINAAN, DESA)


def kegiatan(ident: str) -> str:
    """The form of a kegiatan."""
    return f"/kegiatan/{ident}"


def kejadian(ident: str) -> str:
    """The form of a kejadian."""
    return f"/kejadian/{ident}"


def form(kind: str, ident: str) -> str:
    """The form of a report of that kind."""
    return f"/{kind}/{ident}"


def kamera(kind: str, ident: str) -> str:
    """The camera above a form."""
    return f"/{kind}/{ident}/kamera"


def terkirim(ident: str) -> str:
    """What comes after sending."""
    return f"/terkirim/{ident}"


def detail(ident: str) -> str:
    """One report, opened."""
    return f"/laporan/{ident}"


def foto(ident: str, number: int) -> str:
    """A report's photo in full, counted from 1."""
    return f"/laporan/{ident}/foto/{number}"


def anggota(ident: str) -> str:
    """A member's form."""
    return f"/desa/anggota/{ident}"


def pembinaan(ident: str) -> str:
    """One pembinaan or announcement, opened."""
    return f"/pembinaan/{ident}"


def below(route: str) -> str:
    """The screen below an address, for the way back when nobody remembers it."""
    parts = [part for part in route.split("?")[0].split("/") if part]
    if parts[:1] == ["laporan"] and len(parts) > 2:
        return f"/laporan/{parts[1]}"
    if parts[-1:] == ["kamera"] or parts[-1:] == ["tulis"]:
        return "/" + "/".join(parts[:-1])
    tab = f"/{parts[0]}" if parts else BERANDA
    return tab if tab in TABS and len(parts) > 1 else BERANDA
