"""Every row of DESNZ, EPA and the Chinese ministries, worked out again from the publisher's own file.

The files lie beside the repository or not at all; without them these tests are skipped and say so.
"""

import csv
import json
import re
from functools import cache
from pathlib import Path

import pytest

from supplier_pcf.domain.factor import EmissionFactor, Gases, RowType
from supplier_pcf.factors.library import bundled_library

RAW = Path(__file__).resolve().parents[2].parent / "shared" / "factors" / "data"
pytestmark = [
    pytest.mark.skipif(not RAW.is_dir(), reason=f"the publishers' files are not there: {RAW}"),
    pytest.mark.filterwarnings("ignore::UserWarning"),
]

SHORT_TON = 907.18474
"""kg"""
TON_MILE = 0.90718474 * 1.609344
"""t.km in one short ton-mile"""
MMBTU = 1055.056
"""MJ"""
GALLON = 3.785411784
"""l"""
POUND_PER_MWH = 0.45359237 / 1000
"""kg/kWh"""


def rows_of(set_id: str) -> list[EmissionFactor]:
    return [factor for factor in bundled_library() if factor.set_id == set_id]


def same(factor: EmissionFactor, value: float, rel: float = 1e-5, abs_: float = 1e-7) -> None:
    assert factor.kg_co2e == pytest.approx(value, rel=rel, abs=abs_), factor.id


class TestEveryBritishRow:
    """sheet `Factors by Category`: column A the id of a row, J its figure."""

    @staticmethod
    @cache
    def figures() -> dict[str, float | None]:
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.load_workbook(
            RAW / "uk" / "ghg-conversion-factors-2025-flat-format.xlsx",
            data_only=True,
            read_only=True,
        )
        rows = book["Factors by Category"].iter_rows(min_row=7, values_only=True)
        return {str(row[0]): row[9] for row in rows if row[0]}

    def figure(self, row_id: str) -> float:
        value = self.figures()[row_id]
        return 0.0 if value is None else float(value)

    def supply_of(self, row_id: str) -> str:
        """The row of the well-to-tank sheets for the same thing in the same unit."""
        chapter, vehicle, thing, unit, gas = row_id.split("_")
        sheet = {"2": "12_", "27": "28_"}[chapter] + _TRUCKS.get(vehicle, "")
        ending = f"_{thing}_{unit}_{gas}"
        found = [i for i in self.figures() if i.startswith(sheet) and i.endswith(ending)]
        assert len(found) == 1, row_id
        return found[0]

    def parts(self, factor: EmissionFactor) -> tuple[str, list[str]]:
        """The row of the direct part, and every row that the figure is the sum of."""
        named = re.findall(r"\b\d+(?:_\d+){4}\b", factor.table)
        if factor.table.startswith("Fuels + WTT"):
            return named[0], named
        if factor.table.startswith(("Bioenergy + WTT", "Freighting goods + WTT")):
            return named[0], [named[0], self.supply_of(named[0])]
        if named:
            return named[0], named
        return _BRITISH_BY_HAND[factor.id][0], list(_BRITISH_BY_HAND[factor.id])

    def scale(self, factor: EmissionFactor, row_id: str) -> float:
        """Tonnes become kilograms, million litres cubic metres."""
        unit = row_id.split("_")[3]
        if unit == "10":
            return 1e-3
        return 1e-3 if factor.unit == "kg" and unit in _TONNES and factor.row_type != "gwp" else 1.0

    @pytest.mark.parametrize("factor", rows_of("desnz-2025"), ids=lambda f: f.id)
    def test_is_the_sum_of_the_rows_it_names(self, factor):
        direct, rows = self.parts(factor)
        scale = self.scale(factor, direct)
        same(factor, scale * sum(self.figure(row) for row in rows))
        if factor.direct is not None:
            assert factor.direct == pytest.approx(scale * self.figure(direct), rel=1e-5, abs=1e-7)
        if factor.upstream is not None:
            rest = scale * sum(self.figure(row) for row in rows[1:])
            assert factor.upstream == pytest.approx(rest, rel=1e-5, abs=1e-7)

    @pytest.mark.parametrize(
        "factor", [f for f in rows_of("desnz-2025") if f.gases], ids=lambda f: f.id
    )
    def test_with_gases_has_those_of_the_sheet(self, factor):
        direct, _ = self.parts(factor)
        scale, gases = self.scale(factor, direct), factor.gases or Gases()
        if direct.startswith("2_"):
            outside = f"99_{direct.split('_', 1)[1].rsplit('_', 1)[0]}_2"
            burnt = scale * self.figure(outside)
            assert gases.co2_biogenic == pytest.approx(burnt, rel=1e-5), factor.id
        stem = direct.rsplit("_", 1)[0]
        for ending, mass in (
            ("2", gases.co2_fossil),
            ("3", 28 * (gases.ch4_fossil + gases.ch4_biogenic)),
            ("4", 265 * gases.n2o),
        ):
            if f"{stem}_{ending}" in self.figures() and mass:
                published = scale * self.figure(f"{stem}_{ending}")
                assert mass == pytest.approx(published, rel=1e-5, abs=1e-9), factor.id

    def test_none_is_left_out(self):
        assert len(rows_of("desnz-2025")) == 342


_TONNES = {"15"}
_TRUCKS = {"304": "907_", "306": "908_"}
"""Trucks stand twice under the same numbers: all diesel, and refrigerated."""
_BRITISH_BY_HAND = {
    "desnz-2025:electricity-generation": ("7_400_4000_5_1",),
    "desnz-2025:electricity-delivered": (
        "7_400_4000_5_1",
        "13_402_4000_5_1",
        "15_917_4000_5_1",
        "15_918_4000_5_1",
    ),
    "desnz-2025:heat-steam": ("10_401_4002_5_1", "16_919_4002_5_1"),
    "desnz-2025:water-supply-mains": ("17_404_4005_1_1",),
    "desnz-2025:waste-water-treatment": ("18_405_4006_1_1",),
}


class TestEveryRowOfTheEpaHub:
    """The one sheet of the hub; a row is named by its number in the sheet."""

    @staticmethod
    @cache
    def sheet():
        openpyxl = pytest.importorskip("openpyxl")
        book = openpyxl.load_workbook(
            RAW / "us" / "ghg-emission-factors-hub-2025.xlsx", data_only=True
        )
        return book["Emission Factors Hub"]

    def cells(self, factor: EmissionFactor, columns: str) -> list[float]:
        row = re.search(r"row (\d+)", factor.table)
        assert row is not None, factor.id
        return [float(self.sheet()[f"{column}{row[1]}"].value or 0) for column in columns]

    def value(self, factor: EmissionFactor) -> float:
        table = factor.table.split(",")[0]
        return getattr(self, "_" + table.replace(" ", "_").lower())(factor)

    def _table_1(self, factor: EmissionFactor) -> float:
        co2, methane, nitrous = self.cells(factor, "EFG")
        is_biomass = factor.gases is not None and factor.gases.co2_biogenic > 0
        fossil = 0.0 if is_biomass else co2
        return (fossil + 28 * methane / 1000 + 265 * nitrous / 1000) / MMBTU

    def _table_2(self, factor: EmissionFactor) -> float:
        return self.cells(factor, "D")[0] / GALLON

    def _table_6(self, factor: EmissionFactor) -> float:
        co2, methane, nitrous = self.cells(factor, "EFG")
        return (co2 + 28 * methane + 265 * nitrous) * POUND_PER_MWH

    def _table_7(self, factor: EmissionFactor) -> float:
        co2, methane, nitrous = self.cells(factor, "DEF")
        return (co2 + 28 * methane / 1000 + 265 * nitrous / 1000) / MMBTU

    def _table_8(self, factor: EmissionFactor) -> float:
        co2, methane, nitrous = self.cells(factor, "DEF")
        return (co2 + 28 * methane / 1000 + 265 * nitrous / 1000) / TON_MILE

    def _table_9(self, factor: EmissionFactor) -> float:
        columns = {"recycled": "D", "landfilled": "E", "combusted": "F"}
        column = columns[factor.id.rsplit("-", 1)[1]]
        return self.cells(factor, column)[0] * 1000 / SHORT_TON

    @pytest.mark.parametrize("factor", rows_of("epa-2025"), ids=lambda f: f.id)
    def test_follows_from_the_sheet(self, factor):
        same(factor, self.value(factor), rel=2e-5)

    @pytest.mark.parametrize(
        "factor", [f for f in rows_of("epa-2025") if f.gases], ids=lambda f: f.id
    )
    def test_with_gases_has_those_of_the_sheet(self, factor):
        table, gases = factor.table.split(",")[0], factor.gases or Gases()
        if table == "Table 2":
            assert gases.co2_fossil == pytest.approx(self.value(factor), rel=1e-5)
            return
        columns, scale, small = _AMERICAN_GASES[table]
        co2, methane, nitrous = self.cells(factor, columns)
        carbon = gases.co2_fossil or gases.co2_biogenic
        assert carbon == pytest.approx(scale * co2, rel=1e-5), factor.id
        found = gases.ch4_fossil + gases.ch4_biogenic
        assert found == pytest.approx(scale * small * methane, rel=1e-5, abs=1e-12), factor.id
        assert gases.n2o == pytest.approx(scale * small * nitrous, rel=1e-5, abs=1e-12), factor.id

    def test_none_is_left_out(self):
        assert len(rows_of("epa-2025")) == 124


_AMERICAN_GASES = {
    "Table 1": ("EFG", 1 / MMBTU, 1e-3),
    "Table 6": ("EFG", POUND_PER_MWH, 1),
    "Table 7": ("DEF", 1 / MMBTU, 1e-3),
    "Table 8": ("DEF", 1 / TON_MILE, 1e-3),
}
"""The columns of CO2, CH4 and N2O, the unit, and what the small gases are printed in."""


class TestEverySpendRowOfTheEpa:
    @staticmethod
    @cache
    def figures() -> dict[str, dict[str, str]]:
        path = RAW / "us" / "SupplyChainGHGEmissionFactors_v1.3.0_NAICS_CO2e_USD2022.csv"
        with path.open(encoding="utf-8-sig", newline="") as source:
            return {row["2017 NAICS Code"]: row for row in csv.DictReader(source)}

    @pytest.mark.parametrize("factor", rows_of("epa-spend-v1-3"), ids=lambda f: f.id)
    def test_is_the_figure_with_margins_of_its_industry(self, factor):
        row = self.figures()[factor.id[-6:]]
        same(factor, float(row["Supply Chain Emission Factors with Margins"]))
        assert row["Unit"].startswith("kg CO2e/2022 USD")

    def test_that_shares_its_figure_says_with_which_industries(self):
        sectors: dict[str, list[str]] = {}
        for factor in rows_of("epa-spend-v1-3"):
            code = self.figures()[factor.id[-6:]]["Reference USEEIO Code"]
            sectors.setdefault(code, []).append(factor.id[-6:])
        for factor in rows_of("epa-spend-v1-3"):
            code = self.figures()[factor.id[-6:]]["Reference USEEIO Code"]
            others = [naics for naics in sectors[code] if naics != factor.id[-6:]]
            assert all(naics in factor.note for naics in others), factor.id
            assert ("not specific" in factor.note) == bool(others), factor.id

    def test_none_is_left_out(self):
        assert len(rows_of("epa-spend-v1-3")) == 89


class TestEveryChineseRowOfAnAnnouncement:
    """The annexes as PDF; rows that were read in a public copy are counted below."""

    @staticmethod
    @cache
    def text(file: str) -> str:
        pypdf = pytest.importorskip("pypdf")
        return "\n".join(p.extract_text() for p in pypdf.PdfReader(RAW / "cn" / file).pages)

    def printed(self, file: str, table: str) -> dict[str, float]:
        """The lines of one table of an annex."""
        _, _, after = self.text(file).partition(f"表 {table} ")
        part = re.split(r"表 \d ", after)[0]
        lines = re.findall(r"^(\S.*?)\s+(0\.\d{4})\s*$", part, re.MULTILINE)
        return {name.strip(): float(value) for name, value in lines}

    def table(self, file: str, table: str) -> dict[str, float]:
        # the title of table 1 of 2023 stands with two spaces, that of 2024 with one
        found = self.printed(file, table)
        assert found, (file, table)
        return found

    @pytest.mark.parametrize(
        "factor",
        [f for f in rows_of("cn-electricity-co2") if f.year_to == 2023],
        ids=lambda f: f.id,
    )
    def test_of_2023_stands_in_the_annex(self, factor):
        table = re.search(r"annex table (\d)", factor.table)
        assert table is not None
        lines = self.table("2023.pdf", table[1])
        same(factor, lines[_CHINESE[factor.place]])

    @pytest.mark.parametrize(
        "factor",
        [f for f in rows_of("cn-electricity-footprint") if f.year_to == 2024],
        ids=lambda f: f.id,
    )
    def test_of_2024_stands_in_the_annex(self, factor):
        table = re.search(r"annex table (\d)", factor.table)
        assert table is not None
        lines = self.table("2024.pdf", table[1])
        same(factor, lines[_TECHNOLOGIES[factor.id.partition(":2024-")[2]]])

    def test_of_2023_and_2024_none_is_left_out(self):
        assert len([f for f in rows_of("cn-electricity-co2") if f.year_to == 2023]) == 40
        assert len([f for f in rows_of("cn-electricity-footprint") if f.year_to == 2024]) == 11

    def test_the_public_copy_says_the_same_for_all_provinces_of_2023(self):
        copy = json.loads((RAW / "cn" / "grid_carbon_factors.json").read_text(encoding="utf-8"))
        places = {name: place for place, name in _CHINESE.items()}
        compared = 0
        by_place = {f.place: f for f in rows_of("cn-electricity-co2") if f.year_to == 2023}
        for part in ("provinces", "regional_grids"):
            for name, value in copy[part].items():
                if name in places:
                    same(by_place[places[name]], value)
                    compared += 1
        assert compared == 37

    def test_all_others_say_that_they_were_read_in_a_copy(self):
        rows = [*rows_of("cn-electricity-co2"), *rows_of("cn-electricity-footprint")]
        others = [f for f in rows if "annex table" not in f.table]
        assert len(others) == 101 - 51
        for factor in others:
            assert factor.provenance == "transcribed", factor.id
            assert "transcription" in factor.note, factor.id

    @pytest.mark.parametrize("factor", rows_of("cn-ncsc-2026"), ids=lambda f: f.id)
    def test_of_a_fuel_is_the_printed_factor_per_terajoule(self, factor):
        printed = re.match(r"([\d.]+) tCO2/TJ NCV", factor.table)
        assert printed is not None
        same(factor, float(printed[1]) / 1000)
        assert factor.unit == "MJ net"
        assert factor.row_type is RowType.COMBUSTION_CO2_ONLY


_TECHNOLOGIES = {
    "national": "全国",
    "coal": "燃煤发电",
    "gas": "燃气发电",
    "hydro": "水力发电",
    "nuclear": "核能发电",
    "wind": "风力发电",
    "photovoltaic": "光伏发电",
    "concentrated-solar": "光热发电",
    "biomass": "生物质发电",
    "grid-excl-losses": "输配电（不含线损）",
    "grid-incl-losses": "输配电（含线损）",
}
_CHINESE = {
    "CN": "全国",
    "CN-region-North": "华北",
    "CN-region-Northeast": "东北",
    "CN-region-East": "华东",
    "CN-region-Central": "华中",
    "CN-region-Northwest": "西北",
    "CN-region-South": "南方",
    "CN-region-Southwest": "西南",
    "CN-BJ": "北京",
    "CN-TJ": "天津",
    "CN-HE": "河北",
    "CN-SX": "山西",
    "CN-NM": "内蒙古",
    "CN-LN": "辽宁",
    "CN-JL": "吉林",
    "CN-HL": "黑龙江",
    "CN-SH": "上海",
    "CN-JS": "江苏",
    "CN-ZJ": "浙江",
    "CN-AH": "安徽",
    "CN-FJ": "福建",
    "CN-JX": "江西",
    "CN-SD": "山东",
    "CN-HA": "河南",
    "CN-HB": "湖北",
    "CN-HN": "湖南",
    "CN-GD": "广东",
    "CN-GX": "广西",
    "CN-HI": "海南",
    "CN-CQ": "重庆",
    "CN-SC": "四川",
    "CN-GZ": "贵州",
    "CN-YN": "云南",
    "CN-SN": "陕西",
    "CN-GS": "甘肃",
    "CN-QH": "青海",
    "CN-NX": "宁夏",
    "CN-XJ": "新疆",
}
