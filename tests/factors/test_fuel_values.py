"""Heating values and densities: every one recomputed from its cell, none without its source."""

import csv
import re
from functools import cache
from pathlib import Path

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.factors.fuel_values import bundled_fuels, read_fuels
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.paths import resources

FOLDER = resources() / "fuels"
SHARED = Path(__file__).parents[3] / "shared" / "factors" / "data"
FILES = {
    "desnz-2025": SHARED / "uk" / "ghg-conversion-factors-2025-flat-format.xlsx",
    "epa-2025": SHARED / "us" / "ghg-emission-factors-hub-2025.xlsx",
}


def rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


VALUES = rows("values.csv")


@cache
def sheet(path, name):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    return list(book[name].iter_rows(values_only=True))


def cells_of(row):
    path = FILES[row["fuel"].split(":")[0]]
    if not path.exists():
        pytest.skip("the publishers' files are not beside the project")
    name, places = row["cell"].split("!")
    found = re.findall(r"([A-Z])(\d+)", places)
    return [sheet(path, name)[int(n) - 1][ord(letter) - ord("A")] for letter, n in found]


IN_ONE = {"short ton": ("kg", 907.18474), "scf": ("m3", 0.3048**3), "gallon": ("l", 3.785411784)}
MJ_PER_MMBTU = 1055.05585262


@pytest.mark.parametrize("row", VALUES, ids=lambda row: row["id"])
def test_every_value_is_what_its_cells_give(row):
    cells = cells_of(row)
    if row["fuel"].startswith("desnz"):
        above, below = cells
        tonnes = {"kg": 1000.0}
        expected = (above / tonnes.get(row["per"], 1)) / (below / tonnes.get(row["of"], 1))
    else:
        unit, amount = IN_ONE[row["note"].split(" per ")[1]]
        assert unit == row["per"]
        expected = cells[0] * MJ_PER_MMBTU / amount
    assert float(row["value"]) == pytest.approx(expected, rel=1e-5)


def test_every_value_says_where_it_is_from():
    told = ("publisher", "document", "edition", "cell", "licence", "url")
    assert [row["id"] for row in VALUES if not all(row[name] for name in told)] == []


def test_every_heating_value_says_on_which_basis_it_stands():
    for row in VALUES:
        named = {word for word in ("net", "gross") if word in row["of"] + row["per"]}
        assert named == set(filter(None, row["basis"].split("/"))), row["id"]


def test_fuels_have_names_in_three_languages_and_factors_that_exist():
    library = bundled_library()
    for row in rows("fuels.csv"):
        assert all(row[name] for name in ("name_en", "name_de", "name_zh"))
        assert [f for f in row["factors"].split("|") if f not in library] == []


def test_ids_are_unique():
    ids = [row["id"] for row in VALUES]
    assert len(ids) == len(set(ids))


def test_net_is_below_gross_and_not_far_below():
    shares = [v.net_share for f in bundled_fuels().values() for v in f.values if v.net_share]
    assert shares
    assert all(0.85 < share < 1 for share in shares)


def test_a_cubic_metre_of_liquefied_gas_is_left_open():
    lpg = bundled_fuels()["desnz-2025:lpg-kg"]
    assert not [v for v in lpg.ratios_for("m3") if v.per == "l"]
    assert [v for v in lpg.ratios_for("l") if v.per == "l"]


def test_the_values_stay_when_a_project_adds_its_factors():
    library = bundled_library()
    assert library.with_factors([]).fuels is library.fuels


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("12.7058", "-1"),
        lambda text: text.replace("12.7058", "many"),
        lambda text: text.replace("desnz-2025:lpg,", "desnz-2025:nothing,"),
    ],
)
def test_a_damaged_table_is_refused(tmp_path, change):
    for name in ("fuels.csv", "values.csv"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    text = (tmp_path / "values.csv").read_text(encoding="utf-8")
    (tmp_path / "values.csv").write_text(change(text), encoding="utf-8")
    with pytest.raises(Refusal):
        read_fuels(tmp_path)


def test_the_publishers_of_heating_values_are_named_with_their_terms():
    notice = (Path(__file__).parents[2] / "NOTICE-DATA.md").read_text(encoding="utf-8")
    about = notice.split("(`resources/fuels`)")[1].split("\n## ")[0]
    with (resources() / "fuels" / "values.csv").open(encoding="utf-8", newline="") as table:
        publishers = {row["publisher"] for row in csv.DictReader(table)}
    assert publishers and [name for name in publishers if name not in " ".join(about.split())] == []
