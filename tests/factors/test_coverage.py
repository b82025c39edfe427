"""The page on what the library covers is current, and hides no gap."""

import pytest

from supplier_pcf.domain.factor import RowType
from supplier_pcf.factors.library import bundled_library

coverage = pytest.importorskip("tools.factors.coverage")
WANTED = coverage.needs()
NEEDS = WANTED["need"]


def name(need):
    return need["name"]


def test_the_page_is_what_the_script_makes_of_the_library():
    made = coverage.page(bundled_library(), WANTED)
    assert coverage.OUT.read_text(encoding="utf-8") == made, "python -m tools.factors.coverage"


def test_every_area_from_a_to_j_is_there_with_its_needs():
    assert list(WANTED["areas"]) == list("abcdefghij")
    assert {need["area"] for need in NEEDS} == set("abcdefghij")


@pytest.mark.parametrize("need", NEEDS, ids=name)
def test_every_pattern_finds_what_it_is_meant_for(need):
    for pattern in need["factors"]:
        assert coverage.matching(bundled_library(), [pattern]), pattern
    for pattern in need.get("screening", []):
        found = coverage.matching(bundled_library(), [pattern])
        assert found and {f.row_type for f in found} == {RowType.SPEND}, pattern


@pytest.mark.parametrize("need", NEEDS, ids=name)
def test_what_is_missing_has_a_way_out(need):
    if not need["factors"] or need.get("lacks"):
        assert need["lacks"] and need["way"]


@pytest.mark.parametrize("need", NEEDS, ids=name)
def test_what_answers_a_need_may_be_chosen(need):
    kinds = {f.row_type for f in coverage.matching(bundled_library(), need["factors"])}
    assert not kinds & {RowType.BOUND_ONLY, RowType.DO_NOT_SUM, RowType.CO2_ONLY_INVENTORY}


def test_what_stands_nowhere_open_is_said_to_be_a_gap():
    page = coverage.OUT.read_text(encoding="utf-8")
    for thing in ("PA66", "PC, POM, PBT", "Magnesium", "Brass", "Plating", "Cast iron"):
        line = next(row for row in page.splitlines() if row.startswith(f"| {thing}"))
        assert "**gap**" in line
