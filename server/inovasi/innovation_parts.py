"""What each paper of the innovation says, part by part. Pure: only what was counted or entered."""

from __future__ import annotations

from server.core.papers import teks as words
from server.core.papers.draft import (
    Facts,
    Heading,
    Paragraph,
    Part,
    Points,
)
from server.inovasi import innovation_design as design
from server.inovasi import innovation_fields as fields
from server.inovasi import innovation_tables as tables
from server.inovasi import legal_basis, teks, teks_pedoman
from server.inovasi.measures import figures
from server.inovasi.paperwork import Paperwork, both, camat_of, marked, notes, photos_of, span
from server.inovasi.survey import Told
from shared import skm
from shared.documents import words as paper_words

# --- The profile ------------------------------------------------------------------------------


def profile(work: Paperwork) -> list[Part]:
    """The fields of the form, in its order."""
    facts = work.page.facts
    count = design.word_count(facts)
    enough = design.is_long_enough(facts)
    proposed = tuple(
        marked(one.text, one.yakin)
        for one in legal_basis.proposed(fields.words(facts, "profil.hukum_proposal"))
    )
    short = [(teks.PR_ISIAN[name], work.told(f"profil.{name}")) for name in fields.SHORT_PROFILE]
    dates = [
        (words.TAHAPAN_INOVASI, tables.stage(work.page)),
        (words.WAKTU_UJI, tables.span(facts, "uji.mulai", "uji.selesai") or words.KOSONG),
        (words.WAKTU_TERAP, work.day("tahap.penerapan.mulai")),
        (words.UJI_KERTAS, work.proposed("kertas.uji_coba")),
        (words.TERAP_KERTAS, work.proposed("kertas.penerapan")),
        (words.WAKTU_KEMBANG, tables.developed(work.page) or words.KOSONG),
        (words.KOORDINAT, work.page.wilayah.told(words.LETAK)),
    ]
    told: list[Part] = [Facts((*short, *dates))]
    if proposed:
        told += [Heading(teks.PR_ISIAN["hukum_proposal"]), Points(proposed)]
    told.append(Heading(words.RANCANG))
    counted = words.RANCANG_KATA if enough else words.RANCANG_KURANG
    told.append(Paragraph(counted.format(n=count), loud=not enough))
    for name, text in design.design(facts):
        told += [Heading(teks.PR_ISIAN[name]), *_design_part(name, text)]
    for name in ("tujuan", "manfaat", "hasil", "anggaran"):
        told += [Heading(teks.PR_ISIAN[name]), Paragraph(work.told(f"profil.{name}"))]
    return [*told, camat_of(work)]


def _design_part(name: str, text: str) -> list[Part]:
    """The legal basis without what must not be printed; the rest as it was entered."""
    if name != "dasar_hukum":
        return [Paragraph(text)]
    return [Paragraph("\n".join(legal_basis.printed(text)) or words.KOSONG)]


# --- Reports ------------------------------------------------------------------------------------


def trial(work: Paperwork) -> list[Part]:
    """The trial from its plan to its decision."""
    seen, facts = work.page.trial, work.page.facts
    if seen is None:
        return [Paragraph(words.BELUM_RENCANA, loud=True), both(work)]
    found = figures(seen)
    measures = fields.listed(facts, "uji.ukur")
    decision = teks.PJ_KEPUTUSAN_PILIHAN.get(fields.words(facts, "uji.keputusan"), words.KOSONG)
    head = (
        *span(seen),
        (
            words.DESA_PESERTA,
            ", ".join(work.page.wilayah.nama_desa(kode) for kode in seen.scope.desa),
        ),
        (words.TIM, work.told("uji.orang")),
    )
    return [
        Facts(head), *notes(seen),
        Heading(words.CARA), Paragraph(work.told("uji.cara")),
        Heading(words.METODE), Paragraph(words.METODE_ISI),
        Heading(words.BANDING), tables.before_after(work.page.wilayah, facts, found),
        Heading(words.HASIL_UKUR), tables.measures(found, measures or None),
        Heading(words.MINGGU), tables.weeks(seen, facts),
        Heading(words.PER_DESA), tables.villages(work.page.wilayah, seen),
        Heading(words.PELAJARAN), Paragraph(work.told("uji.pelajaran")),
        Heading(words.KEPUTUSAN), Paragraph(decision, loud=True),
        Facts(((words.ALASAN, work.told("uji.alasan")),)),
        both(work), *photos_of(work.trial_photos),
    ]  # fmt: skip


def usefulness(work: Paperwork) -> list[Part]:
    """What the innovation has brought in the year."""
    page = work.page
    return [
        Facts(tuple(span(page.seen))), *notes(page.seen),
        Heading(teks.PR_ISIAN["manfaat"]), Paragraph(work.told("profil.manfaat")),
        Heading(words.METODE), Paragraph(words.METODE_ISI),
        Heading(words.BANDING), tables.before_after(work.page.wilayah, page.facts, page.figures),
        Heading(words.HASIL_UKUR), tables.measures(page.figures, None),
        Heading(words.PER_BULAN), tables.months(page.seen),
        Heading(words.PER_DESA), tables.villages(work.page.wilayah, page.seen),
        Heading(words.MITRA), tables.partners(page.seen),
        both(work), *photos_of(work.year_photos),
    ]  # fmt: skip


def monitoring(work: Paperwork) -> list[Part]:
    """How each indicator stands, and what is still missing."""
    page = work.page
    overview = page.overview
    total = words.JUMLAH_POIN.format(
        poin=teks.angka(overview.points), semua=teks.angka(overview.most)
    )
    return [
        Facts(tuple(span(page.seen))), *notes(page.seen),
        Heading(words.INDIKATOR), Paragraph(total, loud=True), tables.indicators(overview),
        Heading(words.TINDAK_LANJUT), Points(tables.cheapest(overview)),
        Heading(words.PER_BULAN), tables.months(page.seen),
        Heading(words.PEMBINAAN), tables.coachings(page.seen.coachings),
        Heading(words.BIMTEK), tables.trainings(page.basis.trainings),
        both(work),
    ]  # fmt: skip


def satisfaction(work: Paperwork) -> list[Part]:
    """The satisfaction survey, half by half, with what was done about the weakest element."""
    told: list[Part] = [
        Facts(((words.SKM_DASAR_JUDUL, words.SKM_DASAR),)),
        Heading(words.METODE), Paragraph(words.SKM_CARA), Paragraph(words.SKM_SATU_INDEKS),
    ]  # fmt: skip
    asked = work.page.basis.surveys
    if not asked:
        told.append(Paragraph(words.SKM_BELUM, loud=True))
    for one in asked:
        told += _half(one, work)
    return [*told, both(work)]


def _sample(one: Told, work: Paperwork) -> list[Part]:
    """Whether enough have answered, as far as it is known how many there are to ask."""
    entered = fields.number(work.page.facts, "skm.populasi")
    population = int(entered) if entered else len(work.page.seen.phones)
    head = Heading(words.SKM_SAMPEL)
    if not population:
        return [head, Paragraph(words.SKM_SAMPEL_TANPA)]
    needed, count = skm.sample(population), one.result.answers if entered else one.from_desa
    shape = words.SKM_SAMPEL_CUKUP if count >= needed else words.SKM_SAMPEL_KURANG
    told = shape.format(
        jumlah=count, populasi=population, perlu=needed, kurang=max(0, needed - count)
    )
    source = words.SKM_ASAL_ISIAN if entered else words.SKM_ASAL_HP
    return [head, Paragraph(told), Paragraph(words.SKM_SAMPEL_SUMBER.format(asal=source))]


def _half(one: Told, work: Paperwork) -> list[Part]:
    found = one.result
    weakest = skm.UNSUR[found.weakest or 0].nama
    facts = (
        (words.SKM_JUMLAH, words.SKM_JUMLAH_ISI.format(
            jumlah=found.answers, desa=one.from_desa, banyak=one.villages, publik=one.from_public
        )),
        (words.SKM_INDEKS, teks.angka(found.index or 0, 2)),
        (words.SKM_MUTU, words.SKM_MUTU_ISI.format(mutu=found.grade, kata=skm.MUTU[found.grade])),
        (words.SKM_TERLEMAH, weakest),
    )  # fmt: skip
    saran = [Heading(words.SKM_SARAN), Points(one.saran)] if one.saran else []
    return [
        Heading(skm.period_words(one.periode)), Facts(facts), tables.elements(found),
        *_sample(one, work),
        Heading(words.SKM_PROFIL), Paragraph(words.SKM_PROFIL_KET),
        tables.respondents(one.profil, found.answers),
        Heading(words.SKM_PERBAIKAN), Paragraph(one.action or words.SKM_BELUM_DITULIS),
        *saran,
    ]  # fmt: skip


# --- For the office -----------------------------------------------------------------------------


def guide(work: Paperwork) -> list[Part]:
    """The technical guide."""
    told: list[Part] = []
    for heading, items in teks_pedoman.PEDOMAN:
        told += [Heading(heading), Points(tuple(work.page.wilayah.told(one) for one in items))]
    return [*told, camat_of(work)]


# --- For everybody ------------------------------------------------------------------------------


def public_summary(work: Paperwork) -> list[Part]:
    """One page without names."""
    page = work.page
    wanted = ("desa_aktif", "laporan_per_desa", "tepat_waktu", "berfoto", "jam_verifikasi",
              "pembinaan")  # fmt: skip
    address = work.office.kop.address or paper_words.BARIS_KOSONG
    return [
        Heading(words.UMUM_APA), Paragraph(page.wilayah.told(words.UMUM_APA_ISI)),
        Heading(words.UMUM_ANGKA), tables.measures(page.figures, wanted),
        Heading(words.UMUM_MANFAAT), Paragraph(work.told("profil.manfaat")),
        Heading(words.UMUM_TANYA),
        Paragraph(page.wilayah.told(words.UMUM_TANYA_ISI, alamat=address)),
        Paragraph(words.UMUM_NAMA),
    ]  # fmt: skip


def video(work: Paperwork) -> list[Part]:
    """Five parts with their times, and the figures to show."""
    told: list[Part] = []
    for number, ((name, field), time) in enumerate(
        zip(words.VIDEO_UNSUR, words.VIDEO_WAKTU, strict=True), 1
    ):
        head = words.VIDEO_UNSUR_JUDUL.format(n=number, unsur=name, waktu=time)
        told += [Heading(head), Paragraph(work.told(f"profil.{field}"))]
    return [
        *told,
        Heading(words.VIDEO_ANGKA),
        tables.before_after(work.page.wilayah, work.page.facts, work.page.figures),
        tables.measures(work.page.figures, None),
        Paragraph(words.VIDEO_TAMPIL),
    ]


# --- Pieces -------------------------------------------------------------------------------------
