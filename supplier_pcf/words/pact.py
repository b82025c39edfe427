"""Sentences of the PACT formats: what a study owes them, and what is wrong with a file, in both versions."""

from __future__ import annotations

_LACKS = {
    "company_name": "PACT asks for the company's name. Enter it on the page Product.",
    "company_id": (
        "PACT asks for a number of your company: the supplier number your customer gave you, a BPN, "
        "or a register number. Add one."
    ),
    "urn": "“{value}” cannot be used as an identifier: it is not a valid URN.",
    "product_name": "PACT asks for the product's name. Enter it.",
    "part_number": "PACT asks for a part number, yours or the customer's. Enter one.",
    "domain": (
        "PACT makes product ids of an internet domain and a part number. Enter your company's domain, "
        "or the customer's domain and part number."
    ),
    "classification": (
        "The class “{value}” does not say which system it is from, so PACT leaves it out. "
        "Write it as cn:87089997 or cpc:49129."
    ),
    "declared_unit": (
        "PACT has no declared unit “{unit}”. Declare the footprint for a piece or a kilogram."
    ),
    "declared_amount": "The declared amount must be above zero.",
    "mass": "PACT asks for the product's mass without packaging. Enter the mass of one unit.",
    "period_start": "PACT asks when the reference period starts. Enter the first day.",
    "period_end": "PACT asks when the reference period ends. Enter the last day.",
    "period_order": "The reference period ends before it starts. Correct the days.",
    "period_not_over": (
        "The reference period runs until {end} and is not over yet. PACT takes footprints of past periods."
    ),
    "period_too_old": (
        "The reference period ended on {end}, more than three years ago. Use a newer period."
    ),
    "no_place": (
        "No site has a country, so PACT takes the footprint for a global one. Enter the country."
    ),
    "country": "“{value}” is not a country code. Use two letters, such as CN or DE.",
    "incomplete": "Only {counted} of {total} rows have a number. Complete the others first.",
    "no_number": "The total is not a number. Look for an amount that is far too large.",
    "primary_share": "The footprint is zero, so the share of primary data cannot be stated.",
    "exempted": (
        "{percent} % of the emissions are left out. PACT allows less than {limit} %: include more."
    ),
    "negative": (
        "The value for {field} is {value} kg CO₂e; PACT takes no credits there. Check the factors."
    ),
    "positive": "The value for {field} is {value} kg CO₂e; it must not be above zero.",
    "carbon_content": (
        "PACT asks how much carbon the product holds. Choose the kind of every material or enter its share."
    ),
    "uptake": (
        "The uptake of {uptake} kg CO₂ does not follow from the biogenic carbon ({expected}). "
        "Check the materials of plant origin that are left out or counted by an assembly."
    ),
    "gwp_none": ("No factor states which IPCC report its GWP values are from; PACT asks for it."),
    "gwp_unstated": "Some sources do not state their GWP values; the comment says so.",
    "gwp_older": "Some factors rest on older GWP values ({sets}); the file lists them.",
}

_RULES = {
    "p00": "The field {field} is missing. Fill it in, or ask the sender to.",
    "p00_value": (
        "The field {field} holds “{value}”, which PACT does not take there. Write it as PACT asks or leave it out."
    ),
    "p00_places": "The file names more than one place of making ({field}). Keep the most exact one.",
    "p01": (
        "The footprint without uptake is {value}, but its parts sum to {expected}. Correct the total or its parts."
    ),
    "p02": (
        "The footprint with uptake is {value}; without uptake plus uptake gives {expected}. Correct one of the three."
    ),
    "p03": (
        "The uptake is {value}; the biogenic carbon content asks for {expected}. Correct one of the two."
    ),
    "p04": "The field {field} has the wrong sign: {value}. Turn the sign or leave the field out.",
    "p05": "The declared amount is {value}; it must be above zero. Correct it.",
    "p06": (
        "Declared in kilograms, the mass is {value}, but it should be {expected}. Correct the mass or the amount."
    ),
    "p07": "A mass of {value} kg does not go with the declared unit {unit}. Correct the mass.",
    "p08": "The product holds {value} kg of carbon but weighs {mass} kg. Correct one of the two.",
    "p11": "Packaging emissions of {value} are above the footprint of {whole}. Correct one of the two.",
    "p13": "The primary data share must be from 0 to 100 percent; it is “{value}”. State it.",
    "p14": "The data quality rating {field} must be from 1 to {worst}; it is “{value}”. Rate it anew.",
    "p15": "The exempted emissions must be from 0 to 100 percent; they are {value}. Correct them.",
    "p15_much": (
        "The exempted emissions are {value} %; more than {limit} % is too much. Include more of the emissions."
    ),
    "p15_why": "{value} % of the emissions are left out without a reason. Say what was left out, and why.",
    "p16": "The reference period ends before it starts. Correct the days.",
    "p16_long": "The reference period is longer than three years. Use a shorter one.",
    "p17": (
        "The validity ({field}) must start after the reference period and end within three years of it. "
        "Correct the days."
    ),
    "p18": "The footprint was made before its reference period was over. Correct the day or the period.",
    "p19": "The time in {field} is not in UTC. Write it with a Z at its end.",
    "p20": "The operator Other needs a name, and no other operator has one. Correct {field}.",
    "p22": "The footprint rests on {value}; PACT asks for AR6. Use newer factors, or say why not.",
    "p23": "“{value}” in {field} is not a valid URN. Write it as urn:, a namespace, a colon and the number.",
    "p24": "The footprint is named among its own predecessors. Take its id out of the list.",
    "p25": "PACT does not know the field {field}. Take it out, or look for a slip of the pen in its name.",
    "p10": "Packaging is not included, but {field} is there. Take it out, or say that it is included.",
    "p10_none": "Packaging is included, but {field} is not there. Add it.",
    "p26": "Aircraft emissions of {value} are above the fossil emissions of {whole}. Correct one of the two.",
}

SENTENCES: dict[str, str] = {
    **{f"pact_3.{code}": text for code, text in {**_LACKS, **_RULES}.items()},
    **{f"pact_2.{code}": text for code, text in {**_LACKS, **_RULES}.items()},
    "pact_3.p09": "The recycled carbon is {value} kg, the whole carbon only {carbon} kg. Correct one of the two.",
    "pact_3.p10_untold": "The file does not say whether packaging is included. State {field}.",
    "pact_3.p12": "The file does not say whether carbon capture is included. State {field}.",
    "pact_3.p12_amount": "Carbon capture is not included, but {field} is there. Take it out.",
    "pact_3.p14_none": "The file has no data quality ratings. They are owed from the end of 2027: add them.",
    "pact_3.p21": "PACT does not list the standard “{value}”. Use the spelling of its list where it has one.",
    "pact_2.cpc": (
        "PACT 2 asks for the product's class in the UN's Central Product Classification. Add it as cpc:49129."
    ),
    "pact_2.ratings": (
        "PACT 2 asks for data quality ratings, and no row is large enough to be rated. Look at the rows without a factor."
    ),
    "pact_2.gwp_only_older": (
        "No factor rests on the GWP values of AR5 or AR6, and PACT 2 knows no others. Choose newer factors."
    ),
    "pact_2.outbound": (
        "PACT 2 has no field for the delivery to the customer; the {kg:.3g} kg CO₂e stand in the comment only."
    ),
    "pact_2.standards": (
        "PACT 2 does not know the standards of these rules ({standards}). Choose rules that stand on ISO 14067."
    ),
    "pact_2.p00_2025": "The field {field} is missing; PACT 2 asks for it from periods of 2025 on. Fill it in.",
    "pact_2.p14_cover": "The ratings must cover 0 to 100 percent of the footprint; it is {value}. Correct it.",
    "pact_2.p18_updated": "The footprint was changed before it was made. Correct the time in {field}.",
    "pact_2.p18_version": "The footprint was changed, but its version is still 0. Raise the version.",
    "pact_2.p21_older": "“{value}” stands in the newer list of standards only. Add “{older}” to the older list.",
    "pact_2.p22_single": "“{value}” is not among the reports listed for all values. Add it to the list.",
}
