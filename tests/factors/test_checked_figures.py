"""Figures read a second time from the publishers' files, and compared with what we ship.

`checked_figures.csv` names document, sheet and cells; its values stand for themselves. Where the files
lie beside the repository they are read once more, so that the table itself is checked, too.
"""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from supplier_pcf.factors.library import bundled_library

RAW = Path(__file__).resolve().parents[2].parent / "shared" / "factors" / "data"
with Path(__file__).with_name("checked_figures.csv").open(encoding="utf-8", newline="") as _source:
    FIGURES = list(csv.DictReader(_source))

needs_raw = pytest.mark.skipif(
    not RAW.is_dir(), reason=f"the publishers' files are not there: {RAW}"
)


def _of(suffix: str) -> list[dict[str, str]]:
    return [figure for figure in FIGURES if figure["file"].endswith(suffix)]


def _id(figure: dict[str, str]) -> str:
    return figure["id"]


@pytest.mark.parametrize("figure", FIGURES, ids=_id)
def test_we_ship_the_figure_that_was_read(figure):
    factor = bundled_library().get(figure["id"])
    assert factor is not None
    assert factor.kg_co2e == pytest.approx(float(figure["value"]), rel=1e-5, abs=1e-9)


def test_the_table_holds_some_hundred_and_fifty_figures_each_once_with_document_and_place():
    assert len(FIGURES) >= 150
    assert len({figure["id"] for figure in FIGURES}) == len(FIGURES)
    for figure in FIGURES:
        assert figure["document"] and figure["value"], figure["id"]
        assert figure["sheet"] or figure["cells"], figure["id"]


@cache
def _sheet(file: str, sheet: str):
    openpyxl = pytest.importorskip("openpyxl")
    return openpyxl.load_workbook(RAW / file, data_only=True)[sheet]


@needs_raw
@pytest.mark.filterwarnings("ignore::UserWarning")
@pytest.mark.parametrize("figure", _of(".xlsx"), ids=_id)
def test_the_figure_stands_in_the_workbook(figure):
    sheet = _sheet(figure["file"], figure["sheet"])
    terms = re.findall(r"([A-Z]+\d+)(?:\*([\d.]+))?", figure["cells"])
    value = sum(sheet[cell].value * float(weight or 1) for cell, weight in terms)
    value *= float(figure["scale"])
    assert value == pytest.approx(float(figure["value"]), rel=1e-6)


@cache
def _table(file: str) -> dict[str, dict[str, str]]:
    lines = (RAW / file).read_text(encoding="utf-8-sig").splitlines()
    rows = csv.reader(line for line in lines if not line.startswith("#"))
    header = next(rows)
    return {row[0]: dict(zip(header, row, strict=False)) for row in rows}


@needs_raw
@pytest.mark.parametrize("figure", _of(".csv"), ids=_id)
def test_the_figure_stands_in_the_table(figure):
    key, _, ending = figure["cells"].partition(" ")
    row = _table(figure["file"])[key]
    value = next(cell for name, cell in row.items() if name.endswith(ending))
    assert float(value) == float(figure["value"])


@cache
def _page(file: str, number: int) -> str:
    pypdf = pytest.importorskip("pypdf")
    return pypdf.PdfReader(RAW / file).pages[number - 1].extract_text()


@needs_raw
@pytest.mark.parametrize("figure", _of(".pdf"), ids=_id)
def test_the_figure_stands_in_the_announcement(figure):
    page = _page(figure["file"], int(figure["sheet"]))
    found = re.findall(rf"{re.escape(figure['cells'])}\s+(0\.\d{{4}})", page)
    assert float(figure["value"]) in [float(value) for value in found]


@needs_raw
def test_every_gas_of_the_fifth_and_sixth_report_agrees_with_the_compiled_table():
    table = _table("global/globalwarmingpotentials.csv")
    compared = 0
    for factor in bundled_library():
        found = re.fullmatch(r"Table 7\.SM\.7, (\S+)", factor.table)
        if factor.set_id != "ipcc-gwp" or not found or factor.id.endswith("sf6"):
            continue
        assert factor.kg_co2e == float(table[found[1]]["AR6GWP100"]), factor.id
        older = bundled_library().get(factor.id.replace(":ar6-", ":ar5-"))
        assert older is not None
        assert older.kg_co2e == float(table[found[1]]["AR5GWP100"]), older.id
        compared += 1
    assert compared > 40
