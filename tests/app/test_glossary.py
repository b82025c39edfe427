"""The glossary explains the terms of the standards in every language."""

import re

import pytest

from supplier_pcf.app.glossary import found, glossary, places, term_ids_at
from supplier_pcf.i18n import LANGUAGES

HAN = re.compile(r"[\u4e00-\u9fff]")


def test_all_languages_have_the_same_terms():
    ids = [{term.id for term in glossary(language)} for language in LANGUAGES]
    assert len(ids[0]) > 50
    assert ids[0] == ids[1] == ids[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_term_has_a_name_a_short_meaning_and_a_clause(language):
    for term in glossary(language):
        assert term.name, term.id
        assert re.match(r"ISO 14067:2018, \d|Catena-X v4, \d", term.clause), term.id
        assert 8 <= len(term.meaning) <= 200, term.id
        assert term.meaning.endswith("。" if language == "zh_CN" else "."), term.id


def test_chinese_terms_are_chinese_and_others_are_not():
    assert all(HAN.search(term.name) for term in glossary("zh_CN"))
    assert not any(HAN.search(term.name + term.meaning) for term in glossary("de"))
    assert not any(HAN.search(term.name + term.meaning) for term in glossary("en"))


@pytest.mark.parametrize(
    ("language", "words", "name"),
    [
        ("de", "allokation", "Allokation"),
        ("de", "residual mix", "Residualmix"),
        ("zh_CN", "取舍", "取舍准则"),
        ("zh_CN", "declared unit", "声明单位"),
        ("en", "SCRAP", "Scrap"),
    ],
)
def test_a_term_is_found_by_its_own_and_its_english_name(language, words, name):
    assert found(glossary(language), words)[0].name == name


def test_words_that_no_term_holds_find_nothing():
    assert found(glossary("en"), "quantum chromodynamics") == ()


def test_a_field_leads_to_its_terms():
    assert term_ids_at("materials-gross-amount") == ("activity-data", "scrap", "gross-weight")
    assert term_ids_at("declared-unit-amount") == ("partial-cfp", "declared-unit")
    assert term_ids_at("company-vat") == ()
    assert "materials-factor" in places()
