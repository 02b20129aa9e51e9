"""The tables of the innovation's papers. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from server.core.papers import teks as words
from server.core.papers.draft import Table
from server.inovasi import innovation_fields as fields
from server.inovasi import teks
from server.inovasi.indicator_words import next_step, says
from server.inovasi.indicators import Overview
from server.inovasi.innovation import Innovation
from server.inovasi.innovation_compare import Pair, pairs
from server.inovasi.innovation_dates import dates
from server.inovasi.measure_scope import Observed, Scope, of_month
from server.inovasi.measures import BY_KODE, MEASURES, Figure, figures
from shared import skm
from shared.clock import nama_bulan, tanggal, tanggal_pendek
from shared.documents.table import Column
from shared.wilayah import Wilayah

Facts = Mapping[str, Any]


def _table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Table:
    return Table(tuple(columns), tuple(tuple(row) for row in rows), words.TANPA_BARIS)


def stage(page: Innovation) -> str:
    """The last stage that has a date."""
    keys = {
        "inisiatif": "tahap.inisiatif.mulai", "uji_coba": "uji.mulai",
        "penerapan": "tahap.penerapan.mulai",
    }  # fmt: skip
    developed = any(one.day for one in dates(page.facts).developments)
    begun = [
        one.nama
        for one in page.overview.set.tahapan
        if fields.day(page.facts, keys.get(one.kode, "")) is not None
        or (one.kode == "pengembangan" and developed)
    ]
    return begun[-1] if begun else words.KOSONG


def developed(page: Innovation) -> str:
    """What was developed since, each with its day."""
    found = dates(page.facts).developments
    return "; ".join(
        f"{tanggal(one.day, weekday=False)} ({one.what or teks.KL_DIGITAL_NAMA})"
        for one in found
        if one.day is not None
    )


def span(facts: Facts, first: str, last: str) -> str:
    """From day to day; empty without the first."""
    since, until = fields.day(facts, first), fields.day(facts, last)
    if since is None:
        return ""
    if until is None:
        return tanggal(since)
    return teks.SAMPAI.format(mulai=tanggal(since), selesai=tanggal(until))


def elements(found: skm.Result) -> Table:
    """The nine elements of the survey with their means."""
    columns = [
        Column(words.K_NO, 1, "R"), Column(words.SKM_UNSUR, 8),
        Column(words.SKM_NILAI, 3, "R"), Column(words.SKM_KALI, 3, "R"),
    ]  # fmt: skip
    rows = [
        [str(number), unsur.nama, teks.angka(mean, 2), teks.angka(mean * skm.FACTOR, 2)]
        for number, (unsur, mean) in enumerate(zip(skm.UNSUR, found.means, strict=True), 1)
    ]
    return _table(columns, rows)


def respondents(counted: Mapping[tuple[str, str], int], answers: int) -> Table:
    """Field by field who has answered, and how many left it out."""
    rows: list[list[str]] = []
    for name, bidang in skm.PROFIL.items():
        given = {key: counted.get((name, key), 0) for key in bidang.pilihan}
        rows += [[bidang.nama, bidang.pilihan[key], str(n)] for key, n in given.items() if n]
        left = max(0, answers - sum(given.values()))
        rows += [[bidang.nama, words.SKM_PROFIL_KOSONG, str(left)]] if left else []
    columns = (
        Column(words.K_PROFIL, 40), Column(words.K_PILIHAN, 60), Column(words.K_JUMLAH, 20, "R"),
    )  # fmt: skip
    return _table(columns, rows)


def measures(found: Mapping[str, Figure], wanted: Sequence[str] | None) -> Table:
    """The measures that were chosen, or all."""
    rows: list[list[str]] = []
    for one in MEASURES:
        if wanted is not None and one.kode not in wanted:
            continue
        figure = found[one.kode]
        part = teks.bagian(one.kode, figure.top, figure.of)
        value = teks.nilai(figure.value, one.unit)
        rows.append([str(len(rows) + 1), teks.UKURAN[one.kode][0], value, part])
    columns = (
        Column(words.K_NO, 7, "C"), Column(words.K_UKURAN, 60), Column(words.K_NILAI, 24, "R"),
        Column(words.K_DARI, 30, "R"),
    )  # fmt: skip
    return _table(columns, rows)


def before_after(wilayah: Wilayah, facts: Facts, found: Mapping[str, Figure]) -> Table:
    """The manual way against what was measured."""
    columns = (
        Column(words.K_HAL, 60), Column(words.K_SEBELUM, 24, "R"),
        Column(words.K_SESUDAH, 24, "R"), Column(words.K_ARTI, 34),
    )  # fmt: skip
    return _table(columns, [_pair(one) for one in pairs(wilayah, facts, found)])


def _pair(one: Pair) -> list[str]:
    told = {True: words.LEBIH_BAIK, False: words.LEBIH_BURUK, None: words.TETAP}[one.better]
    values = (teks.nilai(value, "rata") for value in (one.before, one.after))
    return [teks.UK_BANDING[one.kode], *values, told]


def weeks(seen: Observed, facts: Facts) -> Table:
    """Week by week, with what was noted."""
    columns = (
        Column(words.K_MINGGU, 34), Column(words.K_DESA, 18, "R"), Column(words.K_LAPORAN, 18, "R"),
        Column(words.K_TEPAT, 20, "R"), Column(words.K_CATATAN, 70),
    )  # fmt: skip
    return _table(columns, [_week(seen, week, facts) for week in seen.scope.weeks()])


def _week(seen: Observed, week: Scope, facts: Facts) -> list[str]:
    name = words.ANGKA_MINGGU.format(
        mulai=tanggal_pendek(week.since), selesai=tanggal_pendek(week.until)
    )
    note = fields.words(facts, f"uji.minggu.{week.since.isoformat()}")
    if not week.passed(seen.today):
        return [name, "", "", "", note or teks.PJ_MINGGU_NANTI]
    part = seen.within(week)
    active = BY_KODE["desa_aktif"].compute(part)
    timely = BY_KODE["tepat_waktu"].compute(part).value
    share = teks.DARI.format(n=active.top, dari=active.of)
    return [name, share, str(len(part.reports)), teks.nilai(timely, "persen"), note]


def months(seen: Observed) -> Table:
    """Month by month."""
    columns = (
        Column(words.K_BULAN, 34), Column(words.K_AKTIF, 24, "R"), Column(words.K_LAPORAN, 20, "R"),
        Column(words.K_TEPAT, 24, "R"), Column(words.K_VERIFIKASI, 34, "R"),
    )  # fmt: skip
    used = seen.used
    begun = [one for one in (used.months() if used else ()) if one <= f"{seen.today:%Y-%m}"]
    return _table(columns, [_month(seen, one) for one in begun])


def _month(seen: Observed, bulan: str) -> list[str]:
    part = seen.within(replace(of_month(bulan), desa=seen.scope.desa))
    found = figures(part)
    active = found["desa_aktif"]
    return [
        nama_bulan(bulan), teks.DARI.format(n=active.top, dari=active.of),
        str(len(part.reports)), teks.nilai(found["tepat_waktu"].value, "persen"),
        teks.nilai(found["jam_verifikasi"].value, "jam"),
    ]  # fmt: skip


def villages(wilayah: Wilayah, seen: Observed) -> Table:
    """Village by village: a silent one stands there, too."""
    columns = (
        Column(words.K_NO, 7, "C"), Column(words.K_DESA, 50), Column(words.K_LAPORAN, 24, "R"),
        Column(words.K_TEPAT, 28, "R"), Column(words.K_FOTO, 28, "R"),
    )  # fmt: skip
    rows: list[list[str]] = []
    for number, desa in enumerate(seen.scope.desa, 1):
        own = replace(seen, reports=tuple(row for row in seen.reports if row["desa"] == desa))
        shares = (BY_KODE[kode].compute(own).value for kode in ("tepat_waktu", "berfoto"))
        told = [teks.nilai(value, "persen") for value in shares]
        rows.append([str(number), wilayah.nama_desa(desa), str(len(own.reports)), *told])
    return _table(columns, rows)


def partners(seen: Observed) -> Table:
    """Who is named in reports, and how often."""
    found = sorted(seen.partners.items(), key=lambda one: (-len(one[1]), one[0]))
    rows = [[str(n), name, str(len(ids))] for n, (name, ids) in enumerate(found, 1)]
    columns = (
        Column(words.K_NO, 7, "C"), Column(words.K_MITRA, 90), Column(words.K_LAPORAN, 30, "R"),
    )  # fmt: skip
    return _table(columns, rows)


def indicators(overview: Overview) -> Table:
    """All of them with weight, parameter and points."""
    columns = (
        Column(words.K_NO, 9, "C"), Column(words.K_INDIKATOR, 46), Column(words.K_BOBOT, 14, "R"),
        Column(words.K_PARAMETER, 20, "C"), Column(words.K_POIN, 12, "R"),
        Column(words.K_KURANG, 72),
    )  # fmt: skip
    rows = [
        [
            str(one.indicator.nomor), one.indicator.nama, teks.angka(one.indicator.bobot),
            teks.PARAMETER_DARI.format(n=one.reached), teks.angka(one.points),
            f"{says(one)}. {next_step(one)}",
        ]
        for one in overview.standings
    ]  # fmt: skip
    return _table(columns, rows)


def cheapest(overview: Overview) -> tuple[str, ...]:
    """Where the next points cost least."""
    return tuple(f"{one.indicator.nama}: {next_step(one)}" for one in overview.cheapest(5)) or (
        teks.POIN_PENUH,
    )


def coachings(found: Sequence[Mapping[str, Any]]) -> Table:
    """Those of the year, with how many came."""
    rows = [
        [str(n), tanggal_pendek(one["mulai"]), one["judul"], str(one["people"])]
        for n, one in enumerate(found, 1)
    ]
    columns = (
        Column(words.K_NO, 7, "C"), Column(words.K_TANGGAL, 22), Column(words.K_JUDUL, 100),
        Column(words.K_PESERTA, 20, "R"),
    )  # fmt: skip
    return _table(columns, rows)


def trainings(found: Sequence[Mapping[str, Any]]) -> Table:
    """Trainings in the app."""
    rows = [
        [str(n), tanggal(one["mulai"], weekday=False), one["judul"]]
        for n, one in enumerate(found, 1)
    ]
    columns = (
        Column(words.K_NO, 7, "C"), Column(words.K_TANGGAL, 34), Column(words.K_JUDUL, 100),
    )  # fmt: skip
    return _table(columns, rows)


def people(rows: Sequence[Sequence[str]]) -> Table:
    """The list that belongs to the SK."""
    columns = (
        Column(words.K_NO, 7, "C"), Column(words.K_NAMA, 44), Column(words.K_JABATAN, 46),
        Column(words.K_UNIT, 26), Column(words.K_TUGAS, 46),
    )  # fmt: skip
    return _table(columns, [[str(n), *row] for n, row in enumerate(rows, 1)])
