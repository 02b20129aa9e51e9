"""Names of people are split, compared and searched in one way everywhere."""

from __future__ import annotations

import pytest

from shared.names import asked, folded, is_found, join_names, perhaps_same, split_names

BASUKI = "Ahmad Basuki, S.Sos., M.AP"

LISTS: tuple[tuple[str, list[str]], ...] = (
    (BASUKI, [BASUKI]),
    (f"{BASUKI}, M. Ridwan, H. Jahrani", [BASUKI, "M. Ridwan", "H. Jahrani"]),
    ("Rudi, Hamdan dan M. Ridwan, S.Pd.I, M.Pd", ["Rudi", "Hamdan", "M. Ridwan, S.Pd.I, M.Pd"]),
    ("Rudi, Hadi, dan Juhri", ["Rudi", "Hadi", "Juhri"]),
    ("Dandan, Danu serta Randani", ["Dandan", "Danu", "Randani"]),
    ("Drs. H. Ahmad, M.Si; Hj. Mariatul", ["Drs. H. Ahmad, M.Si", "Hj. Mariatul"]),
    ("Ahmad Basuki, Drs., M.Si", ["Ahmad Basuki, Drs., M.Si"]),
    ("Hadi, S. Pd., M. Pd, Juhri", ["Hadi, S. Pd., M. Pd", "Juhri"]),
    ("Rahmadi, Amd, Dewi, ST, H. Syahruddin, SH, MH", ["Rahmadi, Amd", "Dewi, ST",
                                                       "H. Syahruddin, SH, MH"]),
    ("SITI AMINAH, S.PD, MUHAMMAD", ["SITI AMINAH, S.PD", "MUHAMMAD"]),
    ("Nur, S.Kep.Ns, Ida, Amd.Keb", ["Nur, S.Kep.Ns", "Ida, Amd.Keb"]),
    ("Norhayati, S.Tr.Keb, Mak, Mus", ["Norhayati, S.Tr.Keb", "Mak", "Mus"]),
    ("Ahmad, S.Sos (contoh), Rudi (contoh)", ["Ahmad, S.Sos (contoh)", "Rudi (contoh)"]),
    ("Rudi (Danru, Lalayau), Hadi", ["Rudi (Danru, Lalayau)", "Hadi"]),
    ("M. Ridwan, M. Ali, S. Adi, A. Yani", ["M. Ridwan", "M. Ali", "S. Adi", "A. Yani"]),
    ("H, Jahrani, Sugian", ["H Jahrani", "Sugian"]),
    ("1. Rudi\n2. H. Jahrani, S.Ag\n3. Ma’mun", ["Rudi", "H. Jahrani, S.Ag", "Ma’mun"]),
    ("1. Rudi 2. Hamdan 3. M. Ridwan", ["Rudi", "Hamdan", "M. Ridwan"]),
    ("1) Rudi 2) Hadi", ["Rudi", "Hadi"]),
    ("1️⃣ Rudi\n2️⃣ Hadi", ["Rudi", "Hadi"]),
    ("1 Rudi\n2 Hadi", ["Rudi", "Hadi"]),
    ("a. Rudi\nb. Hadi", ["Rudi", "Hadi"]),
    ("M. Ridwan\nA. Yani", ["M. Ridwan", "A. Yani"]),
    ("- Rudi\n• *Hadi*\n\n", ["Rudi", "Hadi"]),
    ("Rudi/Hamdan & Juhri", ["Rudi", "Hamdan", "Juhri"]),
    ("Ida / Kasi Pemerintahan", ["Ida / Kasi Pemerintahan"]),
    ("Rudi, Hadi, dkk.", ["Rudi", "Hadi"]),
    ("Sugian", ["Sugian"]),
    ("Sa'adah, Ma`mun, Ju´ri", ["Sa'adah", "Ma`mun", "Ju´ri"]),
    (" , ;\n", []),
)  # fmt: skip


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_a_list_of_names_is_split_where_a_person_ends(text: str, names: list[str]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_what_was_split_is_joined_so_that_it_splits_alike(text: str, names: list[str]) -> None:
    assert split_names(join_names(names)) == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("H. Jahrani", "Jahrani"),
        ("M. Ridwan", "Muhammad Ridwan"),
        ("Muh. Ridwan", "Ridwan"),
        ("A. Yani", "Akhmad Yani"),
        ("Ma'mun", "Ma’mun"),
        ("Ma`mun", "MAMUN"),
        ("Syahruddin", "Sahrudin"),
        ("M. Noor", "Muhammad Nur"),
        (BASUKI, "Achmad Basuki"),
        ("Ahmad Basuki S.Sos", "Ahmad Basuki"),
        ("Rudi", "Rudi Hartono"),
        ("Siti Aminah (contoh)", "Aminah"),
    ],
)
def test_it_is_asked_whether_these_are_one_person(one: str, other: str) -> None:
    assert perhaps_same(one, other)
    assert perhaps_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ahmad Basuki", "Ahmad Basuni"),
        ("M. Ridwan", "M. Yusri"),
        ("Muhammad Ridwan", "Ahmad Ridwan"),
        ("Hartono", "Rudi Hartono"),
        ("H. Jahrani", "H. Juhri"),
        ("Rudi (contoh)", "Hadi (contoh)"),
        ("", "Rudi"),
    ],
)
def test_these_are_two_people(one: str, other: str) -> None:
    assert not perhaps_same(one, other)
    assert not perhaps_same(other, one)


def test_a_folded_name_is_bare() -> None:
    assert folded("Drs. H. Ma’mun (contoh), M.Si") == "mamun"
    assert folded("HJ. MARIATUL") == folded("Mariatul") == "mariatul"
    assert folded("Haji") == "haji"


def test_search_folds_titles_and_quotation_marks() -> None:
    assert is_found("haji jahrani", "H. Jahrani (contoh)")
    assert is_found("H. Jahrani", "Jahrani")
    assert is_found("mamun", "Hj. Ma’mun")
    assert is_found("Ma'mun", "MA`MUN")
    assert is_found(BASUKI, "Ahmad Basuki")
    assert is_found("m.ridwan", "M. Ridwan")
    assert not is_found("jahrani juhri", "Jahrani")


def test_a_title_alone_and_numbers_are_searched_as_they_stand() -> None:
    assert asked("hj.") == ["hj"]
    assert is_found("JUAI-2026-11-0042", "juai-2026-11-0042")
    assert is_found("20.00", "pukul 20.00")
    assert not is_found("20.00", "pukul 20 di RT 00")


def test_signs_that_nobody_sees_make_no_other_person() -> None:
    for name in (
        "\u2068Rudi (contoh)\u2069",
        "Ru\u200bdi (contoh)\ufeff",
        "\u202aRudi\u202c (contoh)",
    ):
        assert folded(name) == folded("Rudi (contoh)")
