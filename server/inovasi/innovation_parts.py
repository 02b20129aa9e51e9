"""What each paper of the innovation says, part by part. Pure: only what was counted or entered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from server.core.papers import teks as words
from server.core.papers.draft import (
    Clauses,
    Facts,
    Heading,
    NewPage,
    Paragraph,
    Part,
    Photos,
    Points,
    Signatures,
    Title,
)
from server.inovasi import innovation_design as design
from server.inovasi import innovation_fields as fields
from server.inovasi import innovation_tables as tables
from server.inovasi import legal_basis, teks, teks_pedoman
from server.inovasi import teks_hukum as law
from server.inovasi.indicator_words import since_first_use
from server.inovasi.innovation import Innovation
from server.inovasi.measure_scope import Observed
from server.inovasi.measures import figures
from server.inovasi.survey import Told
from shared import skm
from shared.clock import tanggal
from shared.documents import words as paper_words
from shared.documents.letterhead import Office, Signatory
from shared.documents.photo_sheet import Picture
from shared.wilayah import nama_desa


@dataclass(frozen=True)
class Paperwork:
    """What all papers of a year are made of."""

    page: Innovation
    office: Office
    now: datetime
    year_photos: tuple[Picture, ...] = ()
    trial_photos: tuple[Picture, ...] = ()

    @property
    def name(self) -> str:
        """The innovation's name."""
        return fields.words(self.page.facts, "profil.nama")

    def told(self, key: str) -> str:
        """What was entered, or that nothing was."""
        return fields.words(self.page.facts, key).strip() or words.KOSONG

    def day(self, key: str) -> str:
        """A date in words, or that there is none."""
        found = fields.day(self.page.facts, key)
        return tanggal(found) if found else words.KOSONG

    def proposed(self, key: str) -> str:
        """A date of the trial on paper."""
        return words.MENURUT_PROPOSAL.format(tanggal=self.day(key))


def title(text: str, macam: str) -> Title:
    """Letters have a number to be written in; others have none."""
    return Title(text, "" if macam in ("uji-coba", "kemanfaatan", "monev") else None)


# --- The profile ------------------------------------------------------------------------------


def profile(work: Paperwork) -> list[Part]:
    """The fields of the form, in its order."""
    facts = work.page.facts
    count = design.word_count(facts)
    enough = design.is_long_enough(facts)
    proposed = tuple(
        _marked(one.text, one.yakin)
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
        (words.KOORDINAT, words.LETAK),
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
    return [*told, _camat(work)]


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
        return [Paragraph(words.BELUM_RENCANA, loud=True), _both(work)]
    found = figures(seen)
    measures = fields.listed(facts, "uji.ukur")
    decision = teks.PJ_KEPUTUSAN_PILIHAN.get(fields.words(facts, "uji.keputusan"), words.KOSONG)
    head = (
        *_span(seen),
        (words.DESA_PESERTA, ", ".join(nama_desa(kode) for kode in seen.scope.desa)),
        (words.TIM, work.told("uji.orang")),
    )
    return [
        Facts(head), *_notes(seen),
        Heading(words.CARA), Paragraph(work.told("uji.cara")),
        Heading(words.METODE), Paragraph(words.METODE_ISI),
        Heading(words.BANDING), tables.before_after(facts, found),
        Heading(words.HASIL_UKUR), tables.measures(found, measures or None),
        Heading(words.MINGGU), tables.weeks(seen, facts),
        Heading(words.PER_DESA), tables.villages(seen),
        Heading(words.PELAJARAN), Paragraph(work.told("uji.pelajaran")),
        Heading(words.KEPUTUSAN), Paragraph(decision, loud=True),
        Facts(((words.ALASAN, work.told("uji.alasan")),)),
        _both(work), *_photos(work.trial_photos),
    ]  # fmt: skip


def usefulness(work: Paperwork) -> list[Part]:
    """What the innovation has brought in the year."""
    page = work.page
    return [
        Facts(tuple(_span(page.seen))), *_notes(page.seen),
        Heading(teks.PR_ISIAN["manfaat"]), Paragraph(work.told("profil.manfaat")),
        Heading(words.METODE), Paragraph(words.METODE_ISI),
        Heading(words.BANDING), tables.before_after(page.facts, page.figures),
        Heading(words.HASIL_UKUR), tables.measures(page.figures, None),
        Heading(words.PER_BULAN), tables.months(page.seen),
        Heading(words.PER_DESA), tables.villages(page.seen),
        Heading(words.MITRA), tables.partners(page.seen),
        _both(work), *_photos(work.year_photos),
    ]  # fmt: skip


def monitoring(work: Paperwork) -> list[Part]:
    """How each indicator stands, and what is still missing."""
    page = work.page
    overview = page.overview
    total = words.JUMLAH_POIN.format(
        poin=teks.angka(overview.points), semua=teks.angka(overview.most)
    )
    return [
        Facts(tuple(_span(page.seen))), *_notes(page.seen),
        Heading(words.INDIKATOR), Paragraph(total, loud=True), tables.indicators(overview),
        Heading(words.TINDAK_LANJUT), Points(tables.cheapest(overview)),
        Heading(words.PER_BULAN), tables.months(page.seen),
        Heading(words.PEMBINAAN), tables.coachings(page.seen.coachings),
        Heading(words.BIMTEK), tables.trainings(page.basis.trainings),
        _both(work),
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
    return [*told, _both(work)]


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


def decree(work: Paperwork) -> list[Part]:
    """A draft to be edited, with the list of those who carry it out."""
    kind = decree_kind(work)
    told = {"nama": work.name, "keputusan": words.SK_NAMA[kind], "tujuan": _aim(work)}
    basis = fields.words(work.page.facts, "profil.dasar_hukum")
    left_out = legal_basis.withheld(basis)
    why = words.SK_TIDAK_DICETAK.format(baris="; ".join(left_out))
    considering = tuple(
        (f"{letter}.", text.format(**told))
        for letter, text in zip("abc", words.SK_MENIMBANG_ISI, strict=True)
    )
    orders = tuple((label, text.format(**told)) for label, text in words.SK_DIKTUM)
    loud = told | {"keputusan": told["keputusan"].upper()}
    people = people_rows(work)
    return [
        Paragraph(words.SK_CATATAN, loud=True),
        *([Paragraph(why, loud=True)] if left_out else []),
        Title(words.SK_JUDUL[kind], ""),
        Title(words.SK_TENTANG.format(nama=work.name.upper())),
        Paragraph(words.SK_PEJABAT[kind], loud=True, centred=True),
        Clauses(words.SK_MENIMBANG, considering),
        Clauses(words.SK_MENGINGAT, _minding(basis)),
        Clauses(words.SK_MEMPERHATIKAN, (("", _marked(law.SE_LENGKAP, law.PASTI)),)),
        Paragraph(words.SK_MEMUTUSKAN, loud=True, centred=True),
        Clauses(words.SK_MENETAPKAN, (("", words.SK_MENETAPKAN_ISI.format(**loud).upper()),)),
        *[Clauses(label, (("", text),)) for label, text in orders],
        Signatures((_decider(work, kind),), by_hand=True),
        NewPage(),
        Heading(words.SK_LAMPIRAN.format(keputusan=told["keputusan"], n=len(people))),
        tables.people(people),
    ]


def decree_kind(work: Paperwork) -> str:
    """Who signs it: the head of the region unless the kecamatan has chosen otherwise."""
    return fields.words(work.page.facts, "sk.bentuk") or fields.REGENT


def _aim(work: Paperwork) -> str:
    aim = fields.words(work.page.facts, "profil.tujuan").strip().rstrip(".")
    return aim[:1].lower() + aim[1:] if aim else words.KOSONG


def _minding(basis: str) -> tuple[tuple[str, str], ...]:
    """Whole names of the law, each with how sure it is."""
    return tuple(
        (f"{number}.", _marked(one.text, one.yakin))
        for number, one in enumerate(legal_basis.minding(basis), 1)
    )


def _marked(text: str, yakin: str) -> str:
    return words.SK_TANDA.format(teks=text, tanda=law.KEYAKINAN[yakin].lower())


def _decider(work: Paperwork, kind: str) -> Signatory:
    blank = paper_words.BARIS_KOSONG
    if kind == fields.REGENT:
        place = words.SK_DITETAPKAN.format(tempat=blank, hari=blank)
        return Signatory(f"{place}\n{words.SK_PEJABAT[kind]}")
    place = words.SK_DITETAPKAN.format(tempat=work.office.tempat or blank, hari=blank)
    jabatan = f"{place}\n{words.SK_AN}\n{words.SK_PEJABAT[kind]}"
    return replace(work.office.camat, jabatan=jabatan)


def people_rows(work: Paperwork) -> tuple[tuple[str, str, str, str], ...]:
    """Name, office, unit and task of everybody who carries the innovation out."""
    return tuple(
        (one.nama, words.JABATAN.get(one.jabatan, one.jabatan), one.unit, words.TUGAS[one.tugas])
        for one in work.page.basis.people
    )


def guide(work: Paperwork) -> list[Part]:
    """The technical guide."""
    told: list[Part] = []
    for heading, items in teks_pedoman.PEDOMAN:
        told += [Heading(heading), Points(items)]
    return [*told, _camat(work)]


# --- For everybody ------------------------------------------------------------------------------


def public_summary(work: Paperwork) -> list[Part]:
    """One page without names."""
    page = work.page
    wanted = ("desa_aktif", "laporan_per_desa", "tepat_waktu", "berfoto", "jam_verifikasi",
              "pembinaan")  # fmt: skip
    address = work.office.kop.address or paper_words.BARIS_KOSONG
    return [
        Heading(words.UMUM_APA), Paragraph(words.UMUM_APA_ISI),
        Heading(words.UMUM_ANGKA), tables.measures(page.figures, wanted),
        Heading(words.UMUM_MANFAAT), Paragraph(work.told("profil.manfaat")),
        Heading(words.UMUM_TANYA), Paragraph(words.UMUM_TANYA_ISI.format(alamat=address)),
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
        tables.before_after(work.page.facts, work.page.figures),
        tables.measures(work.page.figures, None),
        Paragraph(words.VIDEO_TAMPIL),
    ]


# --- Pieces -------------------------------------------------------------------------------------


def _span(seen: Observed) -> list[tuple[str, str]]:
    scope = seen.scope
    told = teks.SAMPAI.format(
        mulai=tanggal(scope.since, weekday=False), selesai=tanggal(scope.until, weekday=False)
    )
    return [(words.MASA, told)]


def _notes(seen: Observed) -> list[Part]:
    """That it is empty, or has not ended."""
    scope, told = seen.scope, list[Part]()
    if scope.is_partial(seen.today):
        text = words.BERJALAN.format(lewat=scope.passed(seen.today), hari=scope.days)
        told.append(Paragraph(text))
    if since := since_first_use(seen):
        told.append(Paragraph(since))
    if not seen.reports:
        told.append(Paragraph(words.BELUM_ADA_LAPORAN, loud=True))
    return told


def _photos(pictures: tuple[Picture, ...]) -> list[Part]:
    return [Photos(words.LAMPIRAN_FOTO, pictures)] if pictures else []


def _both(work: Paperwork) -> Part:
    camat = replace(work.office.camat, head=paper_words.MENGETAHUI)
    return Signatures((camat, work.office.kasi))


def _camat(work: Paperwork, head: str = "") -> Part:
    return Signatures((replace(work.office.camat, head=head),))
