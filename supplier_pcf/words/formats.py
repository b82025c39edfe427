"""Sentences of formats."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "inventory_csv.incomplete": (
        "{counted} of {total} rows have a number; the inventory shows the others without one."
    ),
    "inventory_csv.licensed": (
        "{count} factors come from licensed data. Their values and the amounts beside them are left out of the table. "
        "Ask their owner if the customer wants to see them."
    ),
    "pact_3.company_name": "PACT asks for the company's name. Enter it on the page Start.",
    "pact_3.company_id": (
        "PACT asks for a number of your company: the supplier number your customer gave you, a BPN, "
        "or a register number. Add one."
    ),
    "pact_3.urn": "“{value}” cannot be used as an identifier: it is not a valid URN.",
    "pact_3.product_name": "PACT asks for the product's name. Enter it.",
    "pact_3.part_number": "PACT asks for a part number, yours or the customer's. Enter one.",
    "pact_3.domain": (
        "PACT makes product ids of an internet domain and a part number. Enter your company's domain, "
        "or the customer's domain and part number."
    ),
    "pact_3.classification": (
        "The class “{value}” does not say which system it is from, so PACT leaves it out. "
        "Write it as cn:87089997 or cpc:49129."
    ),
    "pact_3.declared_unit": (
        "PACT has no declared unit “{unit}”. Declare the footprint for a piece or a kilogram."
    ),
    "pact_3.declared_amount": "The declared amount must be above zero.",
    "pact_3.mass": "PACT asks for the product's mass without packaging. Enter the mass of one unit.",
    "pact_3.period_start": "PACT asks when the reference period starts. Enter the first day.",
    "pact_3.period_end": "PACT asks when the reference period ends. Enter the last day.",
    "pact_3.period_order": "The reference period ends before it starts. Correct the days.",
    "pact_3.period_not_over": (
        "The reference period runs until {end} and is not over yet. PACT takes footprints of past periods."
    ),
    "pact_3.period_too_old": (
        "The reference period ended on {end}, more than three years ago. Use a newer period."
    ),
    "pact_3.no_place": (
        "No site has a country, so PACT takes the footprint for a global one. Enter the country."
    ),
    "pact_3.country": "“{value}” is not a country code. Use two letters, such as CN or DE.",
    "pact_3.incomplete": "Only {counted} of {total} rows have a number. Complete the others first.",
    "pact_3.no_number": "The total is not a number. Look for an amount that is far too large.",
    "pact_3.primary_share": "The footprint is zero, so the share of primary data cannot be stated.",
    "pact_3.exempted": (
        "{percent} % of the emissions are left out. PACT allows less than {limit} %: include more."
    ),
    "pact_3.negative": (
        "The value for {field} is {value} kg CO₂e; PACT takes no credits there. Check the factors."
    ),
    "pact_3.positive": "The value for {field} is {value} kg CO₂e; it must not be above zero.",
    "pact_3.carbon_content": (
        "PACT asks how much carbon the product holds. Choose the kind of every material or enter its share."
    ),
    "pact_3.uptake": (
        "The uptake of {uptake} kg CO₂ does not follow from the biogenic carbon ({expected}). "
        "Check the materials of plant origin that are left out or counted by an assembly."
    ),
    "pact_3.gwp_none": (
        "No factor states which IPCC report its GWP values are from; PACT asks for it."
    ),
    "pact_3.gwp_unstated": "Some sources do not state their GWP values; the comment says so.",
    "pact_3.gwp_older": "Some factors rest on older GWP values ({sets}); the file lists them.",
    "pact_3.p00": "The field {field} is missing or not written as PACT asks.",
    "pact_3.p01": "The footprint without uptake is {value}, but its parts sum to {expected}.",
    "pact_3.p02": "The footprint with uptake is {value}; without uptake plus uptake gives {expected}.",
    "pact_3.p03": "The uptake is {value}; the biogenic carbon content asks for {expected}.",
    "pact_3.p04": "The field {field} has the wrong sign: {value}.",
    "pact_3.p05": "The declared amount is {value}; it must be above zero.",
    "pact_3.p06": "Declared in kilograms, the mass is {value} and the declared amount {expected}.",
    "pact_3.p07": "A mass of {value} kg does not go with the declared unit {unit}.",
    "pact_3.p08": "The product holds {value} kg of carbon but weighs {mass} kg.",
    "pact_3.p09": "The recycled carbon is {value} kg, the whole carbon only {carbon} kg.",
    "pact_3.p10": "The fields on packaging do not agree: {field}.",
    "pact_3.p11": "Packaging emissions of {value} are above the footprint of {whole}.",
    "pact_3.p12": "The fields on carbon capture do not agree: {field}.",
    "pact_3.p13": "The primary data share must be from 0 to 100 percent; it is “{value}”.",
    "pact_3.p14": "The data quality rating {field} must be from 1 to 5; it is “{value}”.",
    "pact_3.p15": "The exempted emissions of {value} % want an explanation or are too many: {field}.",
    "pact_3.p16": "The reference period ends before it starts or is longer than three years.",
    "pact_3.p17": (
        "The validity ({field}) must start after the reference period and end within three years of it."
    ),
    "pact_3.p18": "The footprint was made before its reference period was over.",
    "pact_3.p19": "The time in {field} is not in UTC.",
    "pact_3.p20": "The operator Other needs a name, and no other operator has one: {field}.",
    "pact_3.p21": "PACT does not list the standard “{value}”.",
    "pact_3.p22": "The footprint rests on {value}; PACT asks for AR6.",
    "pact_3.p23": "“{value}” in {field} is not a valid URN.",
    "pact_3.p24": "The footprint is named among its own predecessors.",
    "pact_3.p25": "PACT does not know the field {field}.",
    "pact_3.p26": "Aircraft emissions of {value} are above the fossil emissions of {whole}.",
}
