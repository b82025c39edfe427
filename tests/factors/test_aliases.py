"""Designations lead to families of materials; what the library lacks is said, never replaced."""

import csv
from collections import Counter
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.factors.aliases import Fit, aliases, families, gap, meant, parts
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.factors.search import search
from supplier_pcf.factors.words import key
from supplier_pcf.paths import resources

ALIASES = aliases()
WORDS = [alias.word for alias in ALIASES]


def family_of(query: str) -> str:
    return next((part.family.id for part in parts(query) if part.family), "")


def test_there_are_more_than_three_hundred_designations():
    assert sum(not alias.language for alias in ALIASES) > 300


def test_there_are_names_in_three_languages():
    counted = Counter(alias.language for alias in ALIASES)
    assert min(counted["en"], counted["de"], counted["zh"]) > 50


def test_every_alias_is_complete_and_says_where_its_meaning_can_be_read():
    for alias in ALIASES:
        assert alias.word == alias.word.strip() != "", alias
        assert alias.language in ("", "en", "de", "zh"), alias
        assert alias.family in families(), alias
        assert alias.source, alias
        assert alias.address == "" or alias.address.startswith(("http://", "https://")), alias
        assert (
            alias.address
            or "title" in alias.source
            or "chem" in alias.source
            or (alias.source.startswith(("Combined", "Customs", "Dai", "GB/T", "ISO")))
        ), alias


def test_most_designations_name_a_page_that_can_be_opened():
    designations = [alias for alias in ALIASES if not alias.language]
    assert sum(bool(alias.address) for alias in designations) > 0.7 * len(designations)


def test_no_designation_means_two_things():
    again = [name for name, count in Counter(map(key, WORDS)).items() if count > 1]
    assert again == []


@pytest.mark.parametrize("family", families().values(), ids=lambda family: family.id)
def test_a_family_is_named_in_three_languages_and_says_what_comes_nearest(family):
    assert all(family.names[language] for language in ("en", "de", "zh"))
    assert (family.fit is Fit.NEAR) <= bool(family.nearest)
    assert bool(family.means) == (family.fit in (Fit.SAME, Fit.SCREENING))
    if family.nearest:
        assert families()[family.nearest].fit is Fit.SAME


@pytest.mark.parametrize("family", families().values(), ids=lambda family: family.id)
def test_what_a_family_leads_to_stands_where_it_says(family):
    words = [alias.word for alias in ALIASES if alias.family == family.id]
    hits = search(bundled_library(), words[0]) if words else []
    if family.fit is Fit.NONE:
        assert meant(family) == ()
        assert hits == []
    elif words:
        there = families()[family.nearest] if family.fit is Fit.NEAR else family
        assert hits
        if there.subcategories:
            assert hits[0].factor.subcategory in there.subcategories


def test_every_designation_leads_to_its_family():
    wrong = [(a.word, family_of(a.word)) for a in ALIASES if family_of(a.word) != a.family]
    assert wrong == []


def test_every_designation_leads_somewhere_or_to_a_gap():
    library = bundled_library()
    for alias in ALIASES:
        lacking = gap(alias.word)
        assert search(library, alias.word, limit=1) or (
            lacking is not None and lacking.material.id == alias.family
        ), alias.word


@pytest.mark.parametrize(
    ("written", "family"),
    [
        ("SPCC-SD", "cold-rolled-steel"),
        ("spcc sd 1.2mm", "cold-rolled-steel"),
        ("DX51D+Z275", "galvanized-steel"),
        ("JIS SUS304", "stainless-304"),
        ("SUS304-2B", "stainless-304"),
        ("W.-Nr. 1.4301", "stainless-304"),
        ("AC-46000", "aluminium-die-casting"),
        ("EN AC 46000", "aluminium-die-casting"),
        ("AW-6082", "aluminium-extrusion"),
        ("6061-T6", "aluminium-extrusion"),
        ("5052-H32", "aluminium-sheet"),
        ("SAE 1045", "carbon-steel-bar"),
        ("PA66 GF30", "pa66-filled"),
        ("PA6-GF33", "pa6-filled"),
        ("PP-GF32", "pp-filled"),
        ("ABS-GF17", "plastic-filled"),
        ("Cu ZN39 pb3", "brass"),
        ("GJS-400-15", "ductile-iron"),
        ("SUS３０４", "stainless-304"),
        ("鍍鋅板", "galvanized-steel"),
    ],
)
def test_a_designation_is_known_however_it_is_written(written, family):
    assert family_of(written) == family


def test_a_number_is_never_taken_for_another_number():
    assert family_of("SUS305") == "stainless-nickel"
    assert family_of("5183") == ""
    assert family_of("1.4302") == ""


@pytest.mark.parametrize(
    ("query", "material", "nearest"),
    [
        ("FKM O-Ring", "fluororubber", "br"),
        ("AZ91D", "magnesium", None),
        ("EPDM Gummi", "epdm", "br"),
        ("CuZn39Pb3", "brass", "copper"),
        ("1.4016", "stainless-chromium", "stainless-304"),
        ("EN-GJL-250", "grey-iron", "pig-iron"),
        ("PC/ABS", "pc-abs", "abs"),
        ("钕铁硼", "magnet-ndfeb", "neodymium-oxide"),
    ],
)
def test_a_material_the_library_lacks_is_named_with_what_comes_nearest(query, material, nearest):
    found = gap(query)
    assert found is not None
    assert found.material.id == material
    assert (found.nearest.id if found.nearest else None) == nearest
    assert search(bundled_library(), query) == []


def test_what_the_library_has_is_no_gap():
    assert gap("DC01") is None
    assert gap("cold rolled steel") is None
    assert gap("") is None


@given(st.text(max_size=60))
def test_typing_anything_never_raises(text):
    search(bundled_library(), text, place="CN", limit=5)
    gap(text)


@given(st.sampled_from(WORDS), st.integers(0, 12), st.text(max_size=2))
def test_typing_errors_never_raise_and_never_invent_a_factor(word, at, wrong):
    typed = word[:at] + wrong + word[at + 1 :]
    library = bundled_library()
    for hit in search(library, typed, place="DE", limit=5):
        assert library.get(hit.factor.id) is hit.factor


@given(st.sampled_from(WORDS), st.integers(1, 12))
def test_every_beginning_of_a_designation_can_be_searched(word, length):
    search(bundled_library(), word[:length], unit="kg", place="CN-ZJ", limit=5)


def test_the_table_has_the_columns_an_alias_has():
    assert {field.name for field in fields(ALIASES[0])} == {
        "word",
        "language",
        "family",
        "source",
        "address",
    }


def test_no_everyday_word_is_a_designation_too():
    path = resources() / "factors" / "everyday_words.csv"
    with path.open(encoding="utf-8", newline="") as source:
        words = [row["word"] for row in csv.DictReader(source)]
    assert len(words) == len(set(map(key, words))) > 100
    assert {key(word) for word in words} & set(map(key, WORDS)) == set()


def test_every_everyday_word_finds_something():
    path = resources() / "factors" / "everyday_words.csv"
    with path.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            assert search(bundled_library(), row["word"], limit=1), row["word"]
