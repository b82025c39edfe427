#!/usr/bin/env python3
"""Make table.csv from a research table: python -m tools.factors.from_research RESEARCH.csv.

Rows get their id once. If table.csv is there already, its ids and versions are kept and a row that
would lose its id stops the script.
"""

from __future__ import annotations

import csv
import math
import re
import sys
from pathlib import Path

from tools.factors import ids
from tools.factors.columns import COLUMNS
from tools.factors.literature import CITED, SINGLE
from tools.factors.research_map import (
    BOUNDARIES,
    DOUBTS,
    GWP_SETS,
    NOTES,
    PLACES,
    PROVENANCES,
    SETS,
    SHARED_SECTORS,
    TABLES,
    UNITS,
)

TABLE = Path(__file__).with_name("table.csv")
Row = dict[str, str]

_THE_SAME_AS_LITERATURE = ("act-",)
"""Rows that repeat a figure which another row cites from its paper."""
_CO2_ONLY_FUEL = ("combustion CO2 (NCV)", "mobile combustion, CO2 only")


def main(path: str) -> None:
    """Write table.csv from the rows of a research table that may be shipped."""
    with Path(path).open(encoding="utf-8", newline="") as source:
        rows = [row for row in csv.DictReader(source) if _is_shipped(row)]
    table = [our_row(row) for row in rows]
    table += [ar5_row(row) for row in rows if "AR5 " in row["pedigree_uncertainty_note"][:4]]
    table.sort(key=lambda row: row["id"])
    _check_ids(table)
    _keep_versions(table)
    with TABLE.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    print(f"{len(table)} rows")


def _is_shipped(row: Row) -> bool:
    """What is free to pass on, and single figures that may be cited."""
    is_cited = row["bundle_ok"] == "cite" and row["row_type"] == "factor"
    is_free = row["bundle_ok"] == "yes" and not row["id"].startswith(_THE_SAME_AS_LITERATURE)
    return is_free or (is_cited and bool(row["kgco2e_per_unit"]))


def _check_ids(table: list[Row]) -> None:
    found = [row["id"] for row in table]
    doubles = sorted({i for i in found if found.count(i) > 1})
    if doubles:
        sys.exit(f"ids used twice: {doubles}")
    if TABLE.exists():
        with TABLE.open(encoding="utf-8", newline="") as old:
            lost = {row["id"] for row in csv.DictReader(old)} - set(found)
        if lost:
            sys.exit(f"ids that were published are lost: {sorted(lost)}")


def _keep_versions(table: list[Row]) -> None:
    """The versions of rows that were there before; `build` asks for a new one where a row changed."""
    if not TABLE.exists():
        return
    with TABLE.open(encoding="utf-8", newline="") as old:
        versions = {row["id"]: row["version"] for row in csv.DictReader(old)}
    for row in table:
        row["version"] = versions.get(row["id"], "")


def our_row(row: Row) -> Row:
    """One row of the research table in our own columns."""
    new = dict.fromkeys(COLUMNS, "")
    new.update(_identity(row), **_terms(row), **_values(row), **_source(row), **_spread(row))
    set_id = _set_of(row)
    new["provenance"] = _provenance(row)
    if set_id == "literature":
        new.update(_cited(row, new))
    new["id"] = f"{set_id}:{_short_id(set_id, new, row['id'])}"
    new["name"] = _tidy_name(new["name"])
    new["note"] = "; ".join(part for part in (new["note"], _doubt(new["id"])) if part)
    return new


def _doubt(factor_id: str) -> str:
    """What a second look found, or that other industries have the very same figure."""
    naics = factor_id.rpartition("naics-")[2]
    same = next((sector for sector in SHARED_SECTORS if naics in sector), ())
    others = ", ".join(code for code in same if code != naics)
    if others:
        return (
            f"not specific: one sector of the model with NAICS {others}, all with the same figure"
        )
    return DOUBTS.get(factor_id, "")


def _provenance(row: Row) -> str:
    if _set_of(row) == "literature":
        return "single_value"
    return _first(row["confidence"], PROVENANCES)


_CITED_PUBLISHERS = {
    "MDPI (CC BY)": "MDPI",
    "ACS (abstract figure)": "American Chemical Society",
    "arXiv authors": "Authors of arXiv 2506.05531",
    "ETKB": "Ministry of Energy and Natural Resources of Türkiye (ETKB)",
}


def _cited(row: Row, new: Row) -> Row:
    """How a single figure is cited: its document, its place in it, and that it stands alone."""
    cited = CITED[row["id"]]
    note = cited.note or new["note"]
    is_open = row["licence"].startswith("CC BY") or "CC BY" in row["publisher"]
    found = {
        "document": cited.document or new["document"],
        "table": cited.table or new["table"],
        "note": f"{SINGLE}; {note}" if note else SINGLE,
        "licence": "CC BY" if is_open else "Copyright source, single figure cited as a fact",
        "publisher": _CITED_PUBLISHERS.get(new["publisher"], new["publisher"]),
    }
    if "CO2 only" in note:
        found["gwp_set"] = "co2_only"
    if row["category"] == "electricity":
        found["subcategory"] = "single value"
    return found


def _set_of(row: Row) -> str:
    prefix = row["id"].split("-")[0]
    if row["id"].startswith("cn-ncsc"):
        return "cn-ncsc-2026"
    if prefix == "cn":
        is_co2 = row["row_type"] == "co2_only_inventory"
        return "cn-electricity-co2" if is_co2 else "cn-electricity-footprint"
    if row["id"].startswith("lit-titanium"):
        return "nuss-eckelman-2014"
    if row["id"] in CITED:
        return "literature"
    if prefix == "lit":
        return "official-figures"
    return SETS[prefix]


def _identity(row: Row) -> Row:
    start, end = _years(row)
    return {
        "name": row["name_en"],
        "name_zh": row["name_zh"].replace("（Base Carbone）", ""),
        "category": _category(row),
        "subcategory": _subcategory(row),
        "unit": UNITS[row["unit"]],
        "place": PLACES.get(row["geography"], _egrid(row["geography"])),
        "year_from": start,
        "year_to": end,
    }


def _category(row: Row) -> str:
    if row["subcategory"] == "hydrogen":
        return "material"
    return "heat" if row["subcategory"] == "heat and steam" else row["category"]


def _subcategory(row: Row) -> str:
    same = {"landfilled": "landfill", "combusted": "incineration", "hydrogen": "industrial gas"}
    found = row["subcategory"].replace(" (official)", "").replace(" (page)", "")
    return same.get(found, found)


def _egrid(place: str) -> str:
    return place.replace("US-", "US-egrid-") if place.startswith("US-") else place


def _years(row: Row) -> tuple[str, str]:
    text = row["reference_year"]
    if row["id"].startswith("uk25") and row["category"] == "electricity":
        return "2023", "2023"
    if row["id"].startswith("gwp-") or "gwp" in row["row_type"]:
        return "", ""
    found = re.findall(r"\d{4}", text)
    if text == "2024-25":
        return "2024", "2025"
    return (found[0], found[-1]) if found else ("", "")


def _first(text: str, table: tuple[tuple[str, str], ...]) -> str:
    return next(value for start, value in table if text.startswith(start))


def _terms(row: Row) -> Row:
    name = row["name_en"]
    row_type = row["row_type"]
    if any(words in name for words in _CO2_ONLY_FUEL):
        row_type = "combustion_co2_only"
    boundary = _first(row["system_boundary"], BOUNDARIES)
    if row["category"] == "fuel" and row["subcategory"] == "upstream":
        boundary = "upstream"
    forming = ("incl. forming)", "casting", "shape casted", "moulding", "molding", "hermoforming")
    return {
        "row_type": row_type,
        "boundary": boundary,
        "scrap_convention": _scrap(row),
        "includes_forming": "yes" if any(word in name for word in forming) else "",
        "radiative_forcing": "yes" if "With RF" in name else "",
        "gwp_set": _first(row["gwp_basis"], GWP_SETS),
    }


def _scrap(row: Row) -> str:
    words = f"{row['name_en']} {row['pedigree_uncertainty_note']}"
    cut_off = r"scrap( input)? (cut-off|burden-free)|rolled sheet, steel|Galvanized steel sheet"
    return "cut_off" if re.search(cut_off, words) else ""


def _values(row: Row) -> Row:
    value, co2, direct = row["kgco2e_per_unit"], row["co2_fossil"], row["kgco2e_direct"]
    parts: Row = {"kg_co2e": value, "direct": direct, "upstream": row["kgco2e_upstream"]}
    bucket = "aircraft" if row["subcategory"] == "air" else "fossil"
    is_biomass = row["subcategory"] == "bioenergy" and not row["name_en"].startswith("Biodiesel ME")
    if is_biomass:
        parts |= {"biogenic_non_co2": direct, "fossil": row["kgco2e_upstream"]}
    elif row["biogenic_co2"] and float(co2 or 1) == 0:
        parts |= {"biogenic_non_co2": value}
        is_biomass = True
    else:
        parts |= {bucket: value}
    if float(row["grid_kwh_per_unit"] or 0) > 0:
        parts["grid_kwh"] = row["grid_kwh_per_unit"]
    return parts | _gases(row, is_biomass=is_biomass)


def _gases(row: Row, *, is_biomass: bool) -> Row:
    """The masses of gas, but for rows whose published value does not follow from them."""
    if "scrap cut-off" in row["name_en"] or not any(row[k] for k in ("co2_fossil", "ch4", "n2o")):
        return {"co2_biogenic": row["biogenic_co2"]}
    methane = "ch4_biogenic" if is_biomass else "ch4_fossil"
    return {
        "co2_fossil": row["co2_fossil"],
        methane: row["ch4"],
        "n2o": row["n2o"],
        "co2_biogenic": row["biogenic_co2"],
    }


def _source(row: Row) -> Row:
    address = re.search(r"https?://[^\s);]+", row["source_url_or_table"])
    found = {
        "table": _replace(row["source_url_or_table"], TABLES) or "weighted average, FY 2024-25",
        "url": address[0] if address else "",
        "note": _note(row),
    }
    if _set_of(row) in {"official-figures", "literature", "cn-electricity-footprint"}:
        found |= {"document": _document(row), "publisher": _publisher(row)}
    if _set_of(row) == "cn-electricity-co2":
        found |= {"document": _document(row)}
    return found


def _publisher(row: Row) -> str:
    if row["publisher"].startswith(("MEE/NBS", "Ministry of Ecology")):
        return ""
    return row["publisher"]


def _document(row: Row) -> str:
    text = _replace(row["source_title"], TABLES)
    if "CPCD core database" not in text:
        return text
    if "No.33" in row["source_url_or_table"]:
        return "Announcement 2024 No. 33: 2022 electricity CO2 emission factors"
    if "No.3" in row["source_url_or_table"]:
        return "Announcement 2025 No. 3: 2023 electricity carbon footprint factors"
    return "Official electricity factors as listed by the China Products Carbon Footprint Database"


def _note(row: Row) -> str:
    if "scrap cut-off" in row["name_en"]:
        return (
            "Scrap enters free of burden; the source charges it with 6.45 kg CO2e/kg and gives "
            f"{'7.866' if 'coil' in row['name_en'] else '7.275'}. Electricity is inside and cannot be replaced."
        )
    if row["name_en"].startswith("Biodiesel ME"):
        return "The direct part is not split by the source and kept as fossil; biogenic CO2 apart"
    if row["name_en"].startswith("GWP100: Sulphur hexafluoride"):
        return "24,300 as in GHG Protocol (August 2024); an earlier table of the report gave 25,200"
    note = _replace(row["pedigree_uncertainty_note"], NOTES)
    if "CPCD" in row["source_title"]:
        note += "; value taken from a public transcription of the announcement"
    if row["id"].startswith("page-electricity-turkiye"):
        note = "The page states 0.439 t CO2e per MWh gross without a data year"
    if row["id"].startswith("page-electricity-japan"):
        note = "CO2 only; the value for submission in fiscal 2024 rests on data of fiscal 2022"
    return note.strip("; ")


def _replace(text: str, rules: tuple[tuple[str, str], ...]) -> str:
    for pattern, new in rules:
        text = re.sub(pattern, new, text)
    return text.strip()


def _spread(row: Row) -> Row:
    if not row["gsd_suggested"] or row["row_type"] in {"gwp", "bound_only"}:
        return {}
    stated = re.search(r"ADEME uncertainty \+/-([\d.]+) %", row["pedigree_uncertainty_note"])
    if stated and float(stated[1]) < _WHOLE:
        return _published(_sigma_of_interval(float(stated[1]) / _WHOLE))
    sigma = math.log(float(row["gsd_suggested"]))
    if row["id"].startswith("ne14") or row["id"].endswith("peiseler2024-kwh-glo"):
        return _published(sigma)
    return {"sigma_ln": f"{sigma:.5f}", "sigma_origin": "judgement"}


_WHOLE = 100.0


def _sigma_of_interval(share: float) -> float:
    """The sigma of a lognormal whose 95 % interval is this share below and above its middle."""
    return math.log((1 + share) / (1 - share)) / (2 * 1.96)


def _published(sigma: float) -> Row:
    return {"sigma_ln": f"{sigma:.5f}", "sigma_origin": "published_interval"}


def _short_id(set_id: str, row: Row, research_id: str) -> str:
    name, place, unit = row["name"], row["place"], row["unit"]
    makers = {
        "desnz-2025": lambda: ids.desnz(name, unit),
        "epa-2025": lambda: ids.epa(name, unit),
        "epa-spend-v1-3": lambda: "naics-" + name[-7:-1],
        "us-lci-fy21q3": lambda: ids.us_lci(name),
        "cn-electricity-footprint": lambda: ids.cn_footprint(name),
        "cn-electricity-co2": lambda: ids.cn_co2(name, place),
        "ember-2026": lambda: f"{place.lower()}-{row['year_from']}",
        "ipcc-gwp": lambda: ids.gwp(name, row["gwp_set"]),
        "in-cea-v21": lambda: place.removeprefix("IN").removeprefix("-region-") or "national",
        "ademe-bc236": lambda: row["table"].split(",")[0].removeprefix("element "),
        "cbam-2025": lambda: ids.cbam(name),
        "cn-ncsc-2026": lambda: ids.ncsc(name),
        "official-figures": lambda: ids.official(name, place, row["year_from"]),
        "nuss-eckelman-2014": lambda: ids.nuss_eckelman(name),
        "literature": lambda: CITED[research_id].id,
    }
    return makers[set_id]()


def _tidy_name(name: str) -> str:
    name = re.sub(r"\((\d{4})-\1\)", r"(\1)", name)
    name = name.replace(" (Base Carbone)", "").replace(" (Nuss & Eckelman, transcription)", "")
    return name.replace(" (AR5-era value)", " (AR5)").replace("Freight, Freight", "Freight,")


def ar5_row(row: Row) -> Row:
    """The AR5 value of a gas whose AR6 row names it in its note."""
    found = re.match(r"AR5 ([\d.]+)", row["pedigree_uncertainty_note"])
    if found is None:
        raise ValueError(row["id"])
    value = f"{float(found[1]):g}"
    new = our_row(row)
    new |= {"kg_co2e": value, "fossil": value, "gwp_set": "AR5", "note": ""}
    is_blend = row["source_url_or_table"].startswith("composition")
    table = new["table"].replace("AR6", "AR5") if is_blend else "Appendix 8.A"
    new |= {"table": table, "document": "IPCC AR5 WG1, Chapter 8"}
    new["id"] = f"ipcc-gwp:{ids.gwp(new['name'], 'AR5')}"
    new["name"] = f"{new['name']} (AR5)"
    return new


if __name__ == "__main__":
    main(sys.argv[1])
