"""Factors are found by words in three languages, by unit, place and year."""

import csv
import time

import pytest

from supplier_pcf.domain.factor import EmissionFactor, RowType
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.factors.search import Hit, search
from supplier_pcf.paths import resources


def find(query: str, **wanted) -> list[Hit]:
    return search(bundled_library(), query, **wanted)


def ids(hits: list[Hit]) -> list[str]:
    return [hit.factor.id for hit in hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("cold rolled steel", "us-lci-fy21q3:steel-sheet-cold-rolled"),
        ("Cold-rolled sheet", "us-lci-fy21q3:steel-sheet-cold-rolled"),
        ("冷轧钢板", "us-lci-fy21q3:steel-sheet-cold-rolled"),
        ("冷轧板", "us-lci-fy21q3:steel-sheet-cold-rolled"),
        ("Kaltband", "us-lci-fy21q3:steel-sheet-cold-rolled"),
        ("DC01", "us-lci-fy21q3:steel-sheet-cold-rolled"),
        ("SPCC", "us-lci-fy21q3:steel-sheet-cold-rolled"),
        ("SGCC", "us-lci-fy21q3:steel-sheet-galvanized"),
        ("镀锌钢板", "us-lci-fy21q3:steel-sheet-galvanized"),
        ("SUS304", "us-lci-fy21q3:stainless-304-coil"),
        ("1.4301", "us-lci-fy21q3:stainless-304-coil"),
        ("PE-HD", "desnz-2025:hdpe-primary"),
        ("polypropylene resin", "us-lci-fy21q3:pp"),
        ("聚丙烯树脂", "us-lci-fy21q3:pp"),
        ("Wellpappe", "desnz-2025:board-primary"),
        ("R134a", "ipcc-gwp:ar6-r-134a"),
        ("SF6", "ipcc-gwp:ar6-sf6"),
        ("container ship average", "desnz-2025:ship-container-average"),
    ],
)
def test_the_best_hit_is_what_was_meant(query, expected):
    assert expected in ids(find(query))[:3]


@pytest.mark.parametrize(
    ("query", "wanted", "expected"),
    [
        ("电", {"unit": "kWh", "place": "CN-ZJ"}, "cn-electricity-footprint:2024-national"),
        ("Strom", {"unit": "kWh", "place": "DE"}, "ember-2026:de-2025"),
        ("electricity", {"unit": "MWh", "place": "GB"}, "desnz-2025:electricity-delivered"),
        ("Erdgas", {"unit": "m3"}, "desnz-2025:natural-gas-m3"),
        ("柴油", {"unit": "l"}, "desnz-2025:diesel-l"),
        ("Lkw", {"unit": "t.km"}, "desnz-2025:hgv-all-average"),
        ("Wasser", {"unit": "m3"}, "desnz-2025:water-supply-mains"),
        (
            "aluminium ingot",
            {"unit": "kg", "place": "CN"},
            "literature:aluminium-primary-china-2020",
        ),
    ],
)
def test_unit_and_place_help(query, wanted, expected):
    assert expected in ids(find(query, **wanted))[:2]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("polypropilene", "us-lci-fy21q3:pp"),
        ("galvanised stel", "us-lci-fy21q3:steel-sheet-galvanized"),
        ("electrcity", "desnz-2025:electricity-delivered"),
        ("dissel", "desnz-2025:diesel-l"),
    ],
)
def test_a_small_typing_error_is_forgiven(typed, meant):
    assert meant in ids(find(typed, limit=300))


def test_a_word_is_found_while_it_is_being_typed():
    assert "us-lci-fy21q3:pp" in ids(find("polypro"))


def test_only_factors_of_the_same_dimension_are_found():
    assert {hit.factor.unit for hit in find("natural gas", unit="l")} <= {"m3", "l"}
    assert {hit.factor.unit for hit in find("natural gas", unit="kWh gross")} <= {
        "kWh gross",
        "MJ gross",
    }


def test_rows_that_are_no_plain_factor_come_last_and_are_flagged():
    hits = find("electricity", unit="kWh", place="CN", limit=500)
    plain = [hit.factor.row_type is RowType.FACTOR for hit in hits]
    assert plain == sorted(plain, reverse=True)
    flagged = next(h for h in hits if h.factor.id == "cn-electricity-co2:2023-zj")
    assert "row_co2_only_inventory" in flagged.reasons


def test_the_reasons_say_how_well_place_year_and_unit_fit():
    hit = find("cold rolled steel", unit="t", place="CN-ZJ", year=2025)[0]
    assert {"words", "unit_match", "place_other", "old_data"} <= set(hit.reasons)
    hit = find("electricity", unit="kWh", place="CN", year=2024)[0]
    assert "place_exact" in hit.reasons and "old_data" not in hit.reasons


def test_own_factors_are_found_like_bundled_ones():
    own = EmissionFactor(id="own:x", name="Zinc flake lacquer", aliases=("Zinklamelle",))
    library = bundled_library().with_factors([own])
    assert ids(search(library, "zinklamelle"))[0] == "own:x"


def test_nonsense_finds_nothing():
    assert find("qqxyzzyqq") == []


def test_no_words_lists_what_measures_the_unit():
    hits = find("", unit="m3", place="GB", limit=100)
    assert len(hits) > 20
    assert all("words" not in hit.reasons for hit in hits)


def test_a_search_is_quick():
    find("steel")
    start = time.perf_counter()
    for query in ("cold rolled steel sheet", "polypropilene", "电", "Verbrennung"):
        find(query, place="CN-ZJ")
    assert (time.perf_counter() - start) / 4 < 0.1, "generous; 3 ms is usual"


def test_every_other_name_leads_somewhere_and_says_its_source():
    path = resources() / "factors" / "aliases.csv"
    with path.open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    assert len(rows) > 100
    for row in rows:
        assert row["source"] and row["category"], row["word"]
        assert find(row["word"]), row["word"]
