"""Why a factor stands where it does, said in plain sentences."""

import pytest

from supplier_pcf.app.fitting import gap_sentence, why
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.factors.search import search
from supplier_pcf.i18n import translator

EUROPE = EmissionFactor(id="x:1", place="RER", year_to=2008)
WORLD = EmissionFactor(id="x:2", place="GLO")
FRANCE = EmissionFactor(id="x:3", place="FR")


@pytest.mark.parametrize(
    ("factor", "reasons", "said"),
    [
        (EUROPE, ["place_other"], "Europe average for a site in China."),
        (WORLD, ["place_global"], "World average for a site in China."),
        (FRANCE, ["place_other"], "France figure for a site in China."),
        (
            EUROPE,
            ["words", "material_near", "place_other", "old_data", "unit_match"],
            "It is for another material, the nearest there is. Europe average for a site in China. "
            "Its data end in 2008, more than ten years before the time of the study.",
        ),
        (FRANCE, ["words"], ""),
    ],
)
def test_the_reasons_of_a_hit_are_sentences(factor, reasons, said):
    assert why(factor, reasons, "CN-ZJ") == said


def test_a_european_average_for_a_european_site_says_the_country():
    assert why(EUROPE, ["place_region"], "DE") == "Europe average for a site in Germany."


def test_the_sentences_are_there_in_german_and_chinese():
    assert why(EUROPE, ["place_other"], "CN", translator("de")) == (
        "Durchschnitt Europa für ein Werk in China."
    )
    chinese = why(WORLD, ["place_global", "recycled"], "DE", translator("zh_CN"))
    assert chinese == "全球平均值，用于德国的工厂。它是再生材料的数值。"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            "FKM",
            "Nothing open fits “FKM” (fluororubber). The nearest category is butadiene rubber, which "
            "is another material. Ask the supplier for his figure, or enter your own factor.",
        ),
        (
            "AZ91D",
            "Nothing open fits “AZ91D” (magnesium and its alloys), and no category comes near. Ask "
            "the supplier for his figure, or enter your own factor.",
        ),
        (
            "1.4404",
            "The library has no factor for “1.4404” (stainless steel with molybdenum). The nearest "
            "is stainless steel 304, which is another material.",
        ),
        (
            "Kabelbaum",
            "The library has no factor per kilogram for “Kabelbaum” (wiring harness), only figures "
            "per money spent, for screening.",
        ),
        ("DC01", ""),
    ],
)
def test_what_the_library_lacks_is_said(query, said):
    assert gap_sentence(query) == said


def test_what_the_library_lacks_is_said_in_the_language_of_the_window():
    assert "Fluorkautschuk" in gap_sentence("氟橡胶", "de", translator("de"))
    assert "氟橡胶" in gap_sentence("FKM", "zh_CN", translator("zh_CN"))


def test_every_reason_of_a_search_that_says_something_has_its_sentence():
    silent = {"words", "unit_match"}
    for query in ("1.4404", "PVC recycled", "Feinbelch", "aluminium primary", "electricity"):
        for hit in search(bundled_library(), query, place="CN", year=2025, unit=None, limit=60):
            for reason in hit.reasons:
                if reason not in silent and not reason.startswith("row_"):
                    assert why(hit.factor, [reason], "CN"), reason
