"""How the ids of rows are made from their names, once; what is in table.csv is fixed for ever."""

from __future__ import annotations

import re
import unicodedata

_UNIT_SUFFIX = {
    "kg": "kg",
    "l": "l",
    "m3": "m3",
    "kWh net": "kwh-net",
    "kWh gross": "kwh-gross",
    "kWh": "kwh",
}

_FREIGHT: tuple[tuple[str, str], ...] = (
    (r"HGV refrigerated \(all diesel\)", "hgv-cold"),
    (r"HGV \(all diesel\)", "hgv"),
    (r"Vans", "van"),
    (r"Class III \([^)]*\)", "class-3"),
    (r"Class II \([^)]*\)", "class-2"),
    (r"Class I \([^)]*\)", "class-1"),
    (r"Average \(up to 3.5 tonnes\)", "average"),
    (r"Plug-in Hybrid Electric Vehicle", "hybrid"),
    (r"Battery Electric Vehicle", "electric"),
    (r"Rigid \(>3.5 - 7.5 tonnes\)", "rigid-to-7-5t"),
    (r"Rigid \(>7.5 tonnes-17 tonnes\)", "rigid-to-17t"),
    (r"Rigid \(>17 tonnes\)", "rigid-over-17t"),
    (r"Articulated \(>3.5 - 33t\)", "artic-to-33t"),
    (r"Articulated \(>33t\)", "artic-over-33t"),
    (r"All rigids", "rigid-all"),
    (r"All artics", "artic-all"),
    (r"All HGVs", "all"),
    (r"(\d+)% Laden", r"\1"),
    (r"Average laden", "average"),
    (r"Freight flights", "air"),
    (r", to/from (non-)?UK", ""),
    (r"With RF", "with-rf"),
    (r"Without RF", ""),
    (r"Rail Freight train", "rail"),
    (r"Sea tanker", "tanker"),
    (r"Cargo ship", "ship"),
    (r"(\w+) tanker Average", r"\1"),
    (r"LPG Tanker Average", "lpg"),
    (r"Container ship", "container"),
    (r"Bulk carrier", "bulk"),
    (r"Refrigerated cargo All dwt", "refrigerated"),
    (r"(\d),(\d{3})", r"\1\2"),
    (r"(\d)\+", r"\1-plus"),
)

_US_LCI = {
    "cold-rolled-sheet-steel": "steel-sheet-cold-rolled",
    "hot-rolled-sheet-steel": "steel-sheet-hot-rolled",
    "galvanized-steel-sheet": "steel-sheet-galvanized",
    "galvanized-steel-coil-coated": "steel-coil-galvanized-coated",
    "structural-steel-beams-and-columns-eaf": "steel-structural-eaf",
    "steel-product-secondary-structural-girts-and-purlins": "steel-girts-purlins",
    "steel-cold-formed-studs-and-track": "steel-cold-formed",
    "steel-stainless-304-flat-rolled-coil": "stainless-304-coil",
    "steel-stainless-304-quarto-plate": "stainless-304-plate",
    "polyvinyl-chloride-pvc-resin": "pvc",
    "polypropylene-pp-virgin-resin": "pp",
    "polyethylene-linear-low-density-lldpe-virgin-resin": "lldpe",
    "polyethylene-high-density-hdpe-virgin-resin": "hdpe",
    "polyethylene-low-density-ldpe-virgin-resin": "ldpe",
    "polyethylene-terephthalate-pet-virgin-resin": "pet",
    "polystyrene-general-purpose-gpps": "gpps",
    "polystyrene-high-impact-hips-resin": "hips",
    "acrylonitrile-butadiene-styrene-abs-copolymer-resin": "abs",
    "polystyrene-expandable-eps-virgin-resin-batch-suspension-polymerization-industry-average": "eps",
    "polybutadiene-butadiene-rubber-br": "br-rubber",
    "methylene-diphenyl-diisocyanate-mdi-resin": "mdi",
    "toluene-diisocyanate-tdi": "tdi",
    "polyol-ether-for-flexible-foam-polyurethane-production": "polyol-flexible-foam",
    "polyol-ether-for-rigid-foam-polyurethane-production": "polyol-rigid-foam",
    "recycled-postconsumer-polyethylene-terephthalate-pet-pellet": "rpet-pellet",
    "recycled-postconsumer-polyethylene-terephthalate-pet-flake": "rpet-flake",
    "recycled-postconsumer-high-density-polyethylene-hdpe-pellet": "rhdpe-pellet",
    "aluminum-primary-ingot": "aluminium-primary-ingot",
    "aluminum-secondary-ingot": "aluminium-secondary-ingot",
    "aluminum-secondary-ingot-from-automotive-scrap": "aluminium-secondary-ingot-1997",
    "aluminium-hot-rolled-sheet-north-america-2009-2014": "aluminium-sheet-hot-rolled",
    "aluminium-cold-rolled-sheet-north-america-2009-2014": "aluminium-sheet-cold-rolled",
    "aluminium-extrusion-north-america-2009-2014": "aluminium-extrusion",
    "aluminum-secondary-shape-casted": "aluminium-secondary-cast",
    "aluminum-secondary-extruded": "aluminium-secondary-extruded",
    "aluminum-semi-permanent-mold-casting-incl-1997-production-mix-ingot": "aluminium-casting-semi-permanent-mould",
    "aluminum-precision-sand-casting-incl-1997-production-mix-ingot": "aluminium-casting-precision-sand",
    "injection-molding-rigid-lldpe-part": "injection-moulded-lldpe",
    "injection-molding-rigid-polypropylene-part": "injection-moulded-pp",
    "thermoforming-rigid-polypropylene-part": "thermoformed-pp",
    "coil-coating-m2": "coil-coating",
    "automotive-e-coat-electricity-only-per-m2": "e-coat-electricity-m2",
    "automotive-paint-pretreatment-electricity-only-per-m2": "paint-pretreatment-electricity-m2",
    "automotive-top-coat-electricity-only-per-m2": "top-coat-electricity-m2",
    "automotive-e-coat-electricity-only-per-vehicle": "e-coat-electricity-vehicle",
    "automotive-top-coat-electricity-only-per-vehicle": "top-coat-electricity-vehicle",
    "sodium-hydroxide-chlor-alkali-average-membrane-cell-50-solution-state": "sodium-hydroxide-50",
    "chlorine-chlor-alkali-average-membrane-cell": "chlorine",
    "purified-terephthalic-acid-pta": "pta",
    "hydrogen-from-synthesis-gas": "hydrogen-synthesis-gas",
    "natural-soda-ash": "soda-ash-natural",
    "diesel-at-refinery": "diesel-upstream-l",
    "petroleum-refined-to-energy-use-at-refinery": "petroleum-upstream-kg",
    "natural-gas-production-mixture-to-energy-use": "natural-gas-upstream-kg",
    "bituminous-coal-at-mine": "bituminous-coal-upstream-kg",
    "lignite-coal-at-surface-mine": "lignite-upstream-kg",
    "lubricant-feedstock-at-refinery": "lubricant-feedstock",
    "calcium-carbonate-ground-fine-treated-3-micron": "calcium-carbonate-3-micron",
    "calcium-carbonate-ground-20-micron": "calcium-carbonate-20-micron",
    "mixed-recyclables-sorted-at-material-recycling-facility": "waste-recyclables-sorted",
    "transport-ocean-freighter-average-fuel-mix": "ship-ocean-freighter",
    "transport-train-diesel-powered": "rail-diesel",
    "transport-barge-average-fuel-mix": "barge",
    "transport-combination-truck-diesel-powered": "truck-combination",
    "transport-single-unit-truck-diesel-powered": "truck-single-unit",
}

_CN_TECHNOLOGY = {
    "coal-fired power": "coal",
    "gas-fired power": "gas",
    "hydro power": "hydro",
    "nuclear power": "nuclear",
    "wind power": "wind",
    "photovoltaic power": "photovoltaic",
    "concentrated solar power": "concentrated-solar",
    "biomass power": "biomass",
}


def slug(text: str) -> str:
    """Lower-case words of a text joined by hyphens."""
    plain = unicodedata.normalize("NFKD", text.replace("–", "-").replace("/", " "))
    plain = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def without_brackets(text: str) -> str:
    """The text without what stands in round brackets."""
    return re.sub(r"\([^()]*\)", " ", text)


def desnz(name: str, unit: str) -> str:
    """The id of a DESNZ row after its set."""
    if name.startswith("Freight, "):
        return _desnz_freight(name)
    if name.startswith("GWP100: "):
        return "gwp-" + slug(without_brackets(name.removeprefix("GWP100: ")))
    if name.startswith("Electricity"):
        return "electricity-delivered" if "delivered" in name else "electricity-generation"
    if name.startswith("Heat and steam"):
        return "heat-steam"
    if ", combustion + well-to-tank" in name:
        return _desnz_fuel(name.split(", combustion")[0], unit)
    return _desnz_material_or_waste(name)


def _desnz_freight(name: str) -> str:
    text = name.removeprefix("Freight, ").split(", well-to-wheel")[0]
    for pattern, replacement in _FREIGHT:
        text = re.sub(pattern, replacement, text)
    return slug(text)


def _desnz_fuel(name: str, unit: str) -> str:
    text = name.replace("(100% mineral diesel)", "mineral").replace(
        "(100% mineral blend)", "mineral"
    )
    text = text.replace("(100% mineral petrol)", "mineral").replace("(average biofuel blend)", "")
    return f"{slug(text)}-{_UNIT_SUFFIX[unit]}"


def _desnz_material_or_waste(name: str) -> str:
    text = name.replace('(Defra class "scrap metal")', "").replace(
        "Metal, mixed", "Metal: scrap metal"
    )
    text = re.sub(r"\((incl|excl)\. forming\)|\(collection[^)]*\)", "", text)
    text = re.sub(r"Metal: |Plastics: ", "", text).replace("Electrical items -", "electrical")
    text = text.replace("LDPE and LLDPE", "LDPE LLDPE")
    text = re.sub(r"Paper and board: (mixed)", "paper board mixed", text)
    text = re.sub(r"Paper and board: ", "", text)
    text = text.replace("primary material production", "primary").replace("source", "")
    text = text.replace("incineration with energy recovery", "incineration")
    return slug(text)


def epa(name: str, unit: str) -> str:
    """The id of a row of the EPA hub after its set."""
    if match := re.search(r"eGRID2023 (\S+)", name):
        return f"egrid-2023-{slug(match[1])}"
    if name.startswith("Waste: "):
        return slug("waste " + name.removeprefix("Waste: "))
    if name.startswith("Freight, "):
        return "freight-" + slug(name.removeprefix("Freight, ").split(", tank")[0])
    if ", mobile combustion" in name:
        return f"mobile-{slug(without_brackets(name.split(', mobile')[0]))}-{unit}"
    if name.startswith("Steam"):
        return "steam"
    return slug(name.split(", stationary")[0])


def us_lci(name: str) -> str:
    """The id of a row of the US LCI after its set."""
    text = without_brackets(name)
    text = re.sub(r"[,;]? (scrap cut-off|at plant|kg)\b", "", text)
    words = slug(text)
    return _US_LCI.get(words, words)


def cn_footprint(name: str) -> str:
    """The id of a Chinese footprint factor of electricity after its set."""
    year = re.findall(r"20\d\d", name)[-1]
    if "transmission" in name.lower():
        return f"{year}-grid-" + ("excl-losses" if "excl." in name else "incl-losses")
    for words, short in _CN_TECHNOLOGY.items():
        if words in name:
            return f"{year}-{short}"
    return f"{year}-national"


def cn_co2(name: str, place: str) -> str:
    """The id of a Chinese CO2 factor of electricity after its set."""
    year = re.findall(r"20\d\d", name)[0]
    if "fossil electricity CO2" in name:
        return f"{year}-fossil"
    if "excl. market-traded" in name:
        return f"{year}-national-excl-traded-non-fossil"
    if place == "CN":
        return f"{year}-national"
    return f"{year}-" + place.removeprefix("CN-").removeprefix("region-").lower()


def gwp(name: str, report: str) -> str:
    """The id of a characterisation factor after its set."""
    text = name.removeprefix("GWP100: ").replace("(AR6)", "")
    if text.startswith(("Carbon dioxide", "Nitrous", "Nitrogen", "Sulphur")):
        short = text[text.index("(") + 1 : text.index(")")].split(",")[0]
    elif text.startswith("Methane"):
        short = "ch4-fossil" if text.endswith("fossil") and "non" not in text else "ch4-non-fossil"
    elif text.startswith(("HFO-", "HCFO-")):
        short = text.split(" (R-")[0].replace("(", "-").replace(")", "")
    else:
        short = without_brackets(text)
    return f"{report.lower()}-{slug(short)}"


def cbam(name: str) -> str:
    """The id of a CBAM default after its set."""
    if "benchmark" in name:
        return "benchmark-" + slug(name.split("route ")[1].split(",")[0])
    area = "china" if ", China" in name else "other"
    code = name[name.index("(CN ") + 4 :].replace("subheadings", "")
    return f"{area}-{slug(code)}"


def ncsc(name: str) -> str:
    """The id of a Chinese default of a fuel after its set."""
    fuel = name.split(", combustion")[0]
    same = {"Power coal (steam coal)": "steam-coal", "Briquette / coal products": "briquettes"}
    return same.get(fuel, slug(fuel))


def nuss_eckelman(name: str) -> str:
    """The id of an element after its set."""
    if name.startswith("Aluminium"):
        return "aluminium-mix"
    text = name.split(",")[0].split(" (Nuss")[0].replace("incl. TiO2", "")
    return slug(without_brackets(text) if "mix" not in text else text)


def official(name: str, place: str, year: str) -> str:
    """The id of a single official figure after its set."""
    years = re.findall(r"20\d\d", name) or [year][: len(year)]
    kind = "-upstream" if "upstream" in name else ""
    if "mean" in name:
        kind = "-mean"
    if name.startswith("City gas"):
        return "jp-city-gas-13a"
    return "-".join([place.lower(), "electricity", *years]) + kind
