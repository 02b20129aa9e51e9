"""How offices spell the few words that a cell may hold: sex, squad, office, status, yes and no."""

from __future__ import annotations

from collections.abc import Mapping

from shared.satlinmas import JABATAN, JENIS_KELAMIN, REGU, REGU_PENDEK, STATUS


def key_of(text: str) -> str:
    """Letters and figures only, however it is spaced and capitalised."""
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _names(table: Mapping[str, str]) -> dict[str, str]:
    return {key_of(name): kode for kode, name in table.items()} | {key_of(k): k for k in table}


def _called(**names: str) -> dict[str, str]:
    return {name: value for value, said in names.items() for name in said.split()}


YES = {"ya": True, "y": True, "1": True, "sudah": True, "tidak": False, "t": False, "0": False,
        "belum": False}  # fmt: skip
SEX = _names(JENIS_KELAMIN) | _called(
    L="lk laki laki2 pria lelaki", P="pr prp wanita perempuan pere"
)
SQUADS = _names(REGU) | _names(REGU_PENDEK) | _called(
    kesiapsiagaan="kewaspadaandini siaga kesiapsiagaankewaspadaandini",
    pengamanan="pam keamanan",
    pertolongan="p3k p3kdankebakaran pertolonganpertama pertolonganpertamadankebakaran kebakaran"
    " pertolonganpertamapadakorban pertolonganpertamapadakorbankebakaran pemadamkebakaran",
    penyelamatan="penyelamatan penyelamatanevakuasi",
    dapur_umum="dapur",
)  # fmt: skip
OFFICES = _names(JABATAN) | _called(
    kepala_satlinmas="kasatlinmas kasat kepalasatuan kepaladesa kades pembakal kepaladesaselaku"
    "kepalasatlinmas",
    kepala_pelaksana="kasatgas kasatgaslinmas danton komandanpeleton komandanpleton kalak",
    komandan_regu="danru danregu karu ketuaregu kepalaregu komandanregulinmas danrulinmas",
    anggota="anggotalinmas anggotasatlinmas anggotaregu agt",
)
"""With the older words of the villages: Kasat, Kasatgas or Danton, Danru."""
OLDER = frozenset(["kasat", "kasatgas", "danton", "komandanpeleton", "komandanpleton"])
DEPUTY = frozenset(["wadanru", "wakildanru", "wakilkomandanregu", "wadanregu", "wakilketuaregu"])
"""An office that the rules do not know: whoever stands in for the leader is a member."""
STATES = _names(STATUS) | {"tidakaktif": "nonaktif"}
