"""How the words of the research table map to the fields and words of our own."""

from __future__ import annotations

UNITS = {
    "kg": "kg",
    "kWh": "kWh",
    "t.km": "t.km",
    "USD (2022, purchaser price)": "USD 2022",
    "kWh (net CV)": "kWh net",
    "l": "l",
    "MJ (HHV)": "MJ gross",
    "MJ (net CV)": "MJ net",
    "kWh (gross CV)": "kWh gross",
    "m3": "m3",
    "m2": "m2",
    "vehicle": "vehicle",
    "MJ": "MJ",
}

BOUNDARIES: tuple[tuple[str, str], ...] = (
    ("generation incl. fuel-chain life cycle", "generation_life_cycle"),
    ("life cycle of generation", "generation_life_cycle"),
    ("life cycle of delivered electricity", "delivered_life_cycle"),
    ("generation + T&D + upstream", "delivered_life_cycle"),
    ("generation + T&D losses", "generation_and_grid"),
    ("generation + upstream", "generation_life_cycle"),
    ("generation only", "generation"),
    ("T&D ", "grid_only"),
    ("network infrastructure and operation", "grid_only"),
    ("upstream fuel supply", "upstream"),
    ("consumption mix incl. imports, T&D", "delivered_life_cycle"),
    ("cradle-to-gate", "cradle_to_gate"),
    ("scrap cut-off to ingot", "cradle_to_gate"),
    ("scope 1+2+selected scope 3", "cradle_to_gate"),
    ("prospective gate-to-gate recycling", "cradle_to_gate"),
    ("cradle-to-shelf", "spend"),
    ("emission of 1 kg gas", "characterisation"),
    ("well-to-wheel", "well_to_wheel"),
    ("tank-to-wheel", "tank_to_wheel"),
    ("direct combustion + upstream", "combustion_and_upstream"),
    ("direct combustion CH4/N2O + upstream", "combustion_and_upstream"),
    ("direct combustion", "combustion"),
    ("DIRECT embedded emissions", "direct_only"),
    ("direct emissions benchmark", "direct_only"),
    ("collection and transport", "waste_collection"),
    ("transport to + sorting", "waste_treatment"),
    ("transport + landfill", "waste_treatment"),
    ("transport + combustion", "waste_treatment"),
    ("incineration impacts", "waste_treatment"),
    ("landfill impacts", "waste_treatment"),
    ("end-of-life impacts", "waste_treatment"),
    ("treatment", "waste_treatment"),
    ("gate-to-gate", "gate_to_gate"),
)

GWP_SETS: tuple[tuple[str, str], ...] = (
    ("AR6", "AR6"),
    ("AR5", "AR5"),
    ("AR4 (IPCC 2007) assumed", "unknown"),
    ("AR4", "AR4"),
    ("mixed", "mixed"),
    ("CO2 only", "co2_only"),
    ("co2_only", "co2_only"),
    ("CBAM", "unknown"),
    ("not stated", "unknown"),
    ("unknown", "unknown"),
)

PROVENANCES: tuple[tuple[str, str], ...] = (
    ("read from file (sum", "summed"),
    ("read from file (computed", "computed"),
    ("read from file (third-party transcription", "transcribed"),
    ("read from file (transcription", "transcribed"),
    ("read from", "published"),
)

PLACES = {
    "IN-northern-region": "IN-region-northern",
    "IN-western-region": "IN-region-western",
    "IN-southern-region": "IN-region-southern",
    "IN-eastern-region": "IN-region-eastern",
    "IN-north-eastern-region": "IN-region-north-eastern",
}

SETS = {
    "uk25": "desnz-2025",
    "epa25": "epa-2025",
    "epasc": "epa-spend-v1-3",
    "uslci": "us-lci-fy21q3",
    "gwp": "ipcc-gwp",
    "emberowid": "ember-2026",
    "in": "in-cea-v21",
    "page": "official-figures",
    "ne14": "nuss-eckelman-2014",
    "cbam": "cbam-2025",
    "bc236": "ademe-bc236",
}

NOTES: tuple[tuple[str, str], ...] = (
    (r"; replaces ember-.*$", ""),
    (r"; supersedes ademe-.*$", ""),
    (r"; replaces ademe-.*$", ""),
    (r"; replaces the act-\* midpoint", ""),
    (r"; closes the China primary Al gap of FACTORS 5a", ""),
    (r"row_type gwp: not selectable.*$", ""),
    (r"^AR5 .*$", ""),
    (r" \(see REPORT 4\)", ""),
    (
        r"AR6 values \(0.501 for HFO-1234yf\) not in the stored AR6 table",
        "AR6 differs: see ipcc-gwp",
    ),
    (r"\(biogenic_co2 column\) ", ""),
    (r"kgco2e_direct is", "the direct part is"),
    (
        r"Official footprint factor .*",
        "Official footprint factor, taken as delivered: it lies above what generation alone gives, "
        "so the grid factor is never added (inference; the annex does not say it)",
    ),
    (
        r"component, do not add to 0.6205 / 0.5777",
        "a component: never add it to the national factor",
    ),
    (r", so the AR6 column converts the direct part only", ""),
    (r"; = [\d.]+ without grid electricity \+ 0 kWh.*$", "; it cannot be replaced by another grid"),
    (r"recompute with the local factor", "replace it by the local factor"),
)

TABLES: tuple[tuple[str, str], ...] = (
    (r" as coded in file id.*$", ""),
    (r"; file id \d+ codes.*$", ""),
    (r"^metrics_supplement_cleaned.csv column GWP100$", "Table 7.SM.7"),
    (r"^column AR6GWP100, species (\S+)$", r"Table 7.SM.7, \1"),
    (r"^file id.*$", "Table S38"),
    (r"\(file ids? [\d, ]+\)", ""),
    (r", via file ids .*$", ""),
    (r" / 'nan'", ""),
    (r"\(Announcement 2025 No.47; [^)]*\)", "Announcement 2025 No. 47"),
    (r"https?://\S+", ""),
    (r"[;, ]+$", ""),
    (r"\s+;", ";"),
    (r";\s+", "; "),
)

_LIKE_ADEME = "beside ADEME's figure for the same thing"
_CRACKER = "may be 0.3 to 0.5 too high: gas of the cracker is perhaps counted twice"

DOUBTS: dict[str, str] = {
    "us-lci-fy21q3:sulfuric-acid": f"doubtful: 2.2 times as high {_LIKE_ADEME}",
    "us-lci-fy21q3:methanol": f"doubtful: 1.85 times as high {_LIKE_ADEME}",
    "us-lci-fy21q3:e-glass": f"doubtful: about half {_LIKE_ADEME}",
    "us-lci-fy21q3:lubricant-feedstock": "doubtful: 0.4 times the British figure of mineral oil",
    "us-lci-fy21q3:ethylene": _CRACKER,
    "us-lci-fy21q3:propylene": _CRACKER,
    "ember-2026:me-2025": "36 % below the year before: look again before it is used",
}
"""What a second look at a figure found; said in its note."""

SHARED_SECTORS: tuple[tuple[str, ...], ...] = (
    ("325212", "325220"),
    ("327211", "327215"),
    ("331210", "331221", "331222"),
    ("331315", "331318"),
    ("331511", "331512", "331513"),
    ("331523", "331524", "331529"),
    ("332111", "332112", "332117"),
    ("332613", "332618"),
    ("332721", "332722"),
    ("332811", "332812", "332813"),
    ("334412", "334416", "334417", "334419"),
    ("335921", "335929"),
    ("336330", "336340"),
    ("562111", "562211", "562212"),
)
"""Industries that are one sector of the American model, by NAICS: they share one figure."""
