"""Sentences of the Catena-X formats: what a study still lacks, and what is wrong with a file."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "catena_x.superseded": "Version {version} is superseded. Send the newest version.",
    "catena_x.company_name": "Catena-X asks for the company's name. Enter it on the page Product.",
    "catena_x.partner_number": (
        "Catena-X asks for your business partner number (BPNL). "
        "Add it on the page Product, among the numbers for exchange files."
    ),
    "catena_x.partner_number_form": (
        "“{value}” is no business partner number. It is BPNL and 12 letters or digits: compare it with your registration."
    ),
    "catena_x.product_name": "Catena-X asks for the product's name. Enter it.",
    "catena_x.part_number": "Catena-X asks for a part number, yours or the customer's. Enter one.",
    "catena_x.domain": (
        "Catena-X makes product ids of an internet domain and a part number. Enter your company's domain, "
        "or the customer's domain and part number."
    ),
    "catena_x.classification": (
        "The class “{value}” does not say which system it is from, so it is left out. "
        "Write it as cn:87089997 or cpc:49129."
    ),
    "catena_x.declared_unit": (
        "This data model has no declared unit “{unit}”. Declare the footprint for a piece or a kilogram."
    ),
    "catena_x.declared_amount": "The declared amount is not above zero. Enter one that is.",
    "catena_x.mass": (
        "Catena-X asks for the product's mass without packaging. Enter the mass of one unit."
    ),
    "catena_x.period_start": (
        "Catena-X asks when the reference period starts. Enter the first day."
    ),
    "catena_x.period_end": "Catena-X asks when the reference period ends. Enter the last day.",
    "catena_x.period_order": "The reference period ends before it starts. Correct the days.",
    "catena_x.period_not_over": (
        "The reference period runs until {end} and is not over yet. Use a past period, "
        "or say that the production is planned."
    ),
    "catena_x.period_too_old": (
        "The reference period ended on {end}, more than three years ago. Use a newer period."
    ),
    "catena_x.no_plans": (
        "Data model 7 has no place for planned production. Use data model 9 or 10."
    ),
    "catena_x.planned_as": (
        "Catena-X asks what kind of planned production this is. Choose it on the page Product, under the goal."
    ),
    "catena_x.no_place": (
        "No site has a country, so the file says the product is made anywhere. Enter the country."
    ),
    "catena_x.country": "“{value}” is not a country code. Use two letters, such as CN or DE.",
    "catena_x.incomplete": (
        "Only {counted} of {total} rows have a number. Complete the others first."
    ),
    "catena_x.no_number": "The total is not a number. Look for an amount that is far too large.",
    "catena_x.primary_share": (
        "The footprint is zero, so the share of primary data cannot be stated. Enter what is missing."
    ),
    "catena_x.exempted": (
        "{percent} % of the emissions are left out. Catena-X allows less than {limit} %: include more."
    ),
    "catena_x.negative": (
        "The value for {field} is {value} kg CO₂e; Catena-X takes no credits there. Check the factors."
    ),
    "catena_x.positive": (
        "The value for {field} is {value} kg CO₂e; it must not be above zero. Check the factors."
    ),
    "catena_x.carbon_content": (
        "Data model 7 asks how much carbon the product holds. "
        "Choose the kind of every material or enter its share."
    ),
    "catena_x.gwp_none": (
        "No factor states which IPCC report its GWP values are from; data model 7 asks for it. "
        "Choose factors that state it."
    ),
    "catena_x.gwp_too_old": (
        "Some factors rest on GWP values of {value}, which data model 7 does not know. Choose newer factors."
    ),
    "catena_x.gwp_unspecified": (
        "No factor states which IPCC report its GWP values are from, so the file says “unspecified”. "
        "Choose factors that state it."
    ),
    "catena_x.gwp_older": (
        "Some factors rest on older GWP values; the file names the oldest set, {value}, and the comment says so."
    ),
    "catena_x.gwp_unstated": "Some sources do not state their GWP values; the comment says so.",
    "catena_x.other_rules": (
        "The footprint is made by {rules}. Customers in Catena-X expect its PCF Rulebook: "
        "choose it on the page Product."
    ),
    "catena_x.no_paper": (
        "The study says it is verified or made under a certified program, but not by whom, by which standard or "
        "under which number, so the file names no statement. Enter all three."
    ),
    "catena_x.unreadable": (
        "This Catena-X file (data model {model}) cannot be read: it has no declared amount, unit or total. "
        "Ask its sender for a new one."
    ),
    "catena_x.t01": "The field {field} is empty. Catena-X asks for it.",
    "catena_x.t02": (
        "The field {field} is not written as the data model asks: “{value}”. Correct its type or form."
    ),
    "catena_x.t03": "“{value}” is not in the list for {field}. Choose a value of the list.",
    "catena_x.t04": (
        "The field {field} has a value out of its range: {value}. Check its sign and its size."
    ),
    "catena_x.t06": "“{value}” in {field} does not belong to {other}. Make the places agree.",
    "catena_x.t08": "The data model does not know the field {field}. Remove it.",
    "catena_x.c01": "The list {field} holds {value} objects. It must hold exactly one.",
    "catena_x.c02": "The block {field} is missing or empty. Catena-X asks for it.",
    "catena_x.c03": "The file names the data model “{value}”. It must be “{expected}”.",
    "catena_x.c04": (
        "No id of the company is a business partner number. It is written as {expected}; the file has “{value}”."
    ),
    "catena_x.c05": "The field {field} is “{value}”. Catena-X wants “{expected}” there.",
    "catena_x.c06": "The time in {field} is not in UTC: {value}. Write it with a Z at its end.",
    "catena_x.c07": ("The reference period ends before it starts or is too long. Check {field}."),
    "catena_x.c08": (
        "The time in {field} does not fit: {value}. A footprint is made and valid after its reference period, "
        "for a year or more; a planned one ends with its period."
    ),
    "catena_x.c09": (
        "{value} % of the emissions are left out. At most 3 % may be, and with a reason: {field}."
    ),
    "catena_x.c10": "The footprint rests on GWP values of {value}. Catena-X asks for AR6.",
    "catena_x.c11": (
        "The burning of waste is shared by “{value}”. The rulebook asks for “{expected}”."
    ),
    "catena_x.c12": (
        "Mass balancing is used, but {field} does not say how. Enter the certificate and the attribution."
    ),
    "catena_x.c13": (
        "The field {field} does not go with the kind of footprint: “{value}”. "
        "Measured production has it, planned production has not."
    ),
    "catena_x.c14": (
        "No source of secondary data is named. Name them, unless all data are primary."
    ),
    "catena_x.c15": (
        "The total in {field} is {value}, but its parts sum to {expected}. Ask which figure is wrong."
    ),
    "catena_x.c16": (
        "The total with uptake in {field} is {value}; without uptake plus uptake gives {expected}. "
        "Ask which figure is wrong."
    ),
    "catena_x.c17": (
        "The stage is said to be left out, but {field} is {value}. One of the two is wrong."
    ),
    "catena_x.c18": (
        "The packaging figure {field} is {value}, above the {expected} it is a part of. Check both."
    ),
    "catena_x.c19": (
        "The carbon content is {value} kg; fossil and biogenic carbon are {expected} kg. Check the three."
    ),
    "catena_x.c20": (
        "The figure in {field} is {value}, but the declared unit asks for {expected}. Check mass and amount."
    ),
    "catena_x.c21": "The operator of a rule is “{value}”. It must be Other, with a name.",
    "catena_x.c22": "The footprint is named among its own predecessors. Remove its id there.",
    "catena_x.c23": (
        "The carbon in {field} is {value} kg, above the {expected} kg it is a part of. Check both."
    ),
}
