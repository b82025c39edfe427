"""Sentences of the calculation CSV, of the asset administration shell, and of what both ask alike."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "exchange.company_name": "{format} asks for the company's name. Enter it on the page Product.",
    "exchange.product_name": "{format} asks for the product's name. Enter it.",
    "exchange.part_number": "{format} asks for a part number, yours or the customer's. Enter one.",
    "exchange.domain": (
        "{format} makes product ids of an internet domain and a part number. Enter your company's domain, "
        "or the customer's domain and part number."
    ),
    "exchange.declared_unit": (
        "{format} has no declared unit “{unit}”. Declare the footprint for a piece or a kilogram."
    ),
    "exchange.declared_amount": "{format} asks for a declared amount above zero.",
    "exchange.mass": "{format} asks for the product's mass without packaging. Enter the mass of one unit.",
    "exchange.period_start": "{format} asks when the reference period starts. Enter the first day.",
    "exchange.period_end": "{format} asks when the reference period ends. Enter the last day.",
    "exchange.period_order": "The reference period ends before it starts, which {format} does not take. Correct the days.",
    "exchange.period_not_over": (
        "The reference period runs until {end} and is not over yet. {format} takes footprints of past periods."
    ),
    "exchange.period_too_old": (
        "The reference period ended on {end}, so the footprint would be out of date in {format} at once. Use a newer period."
    ),
    "exchange.incomplete": (
        "Only {counted} of {total} rows have a number, and {format} asks for the whole. Complete the others first."
    ),
    "exchange.no_number": "The total for {format} is not a number. Look for an amount that is far too large.",
    "cx_0136_csv.lacks_bpn": (
        "The company has no BPN (BPNL and 12 characters). The table can be written; "
        "a customer in Catena-X will miss it. Enter it among the numbers of the company."
    ),
    "cx_0136_csv.no_place": "No site has a country, so the table says nothing of the place. Enter the country.",
    "cx_0136_csv.rule_set": (
        "The table must name the rules of the sector, and “{rules}” is none of a sector. "
        "Choose the rule set of Catena-X if the customer asks for this table."
    ),
    "cx_0136_csv.gwp_none": (
        "No factor states which IPCC report its GWP values are from; the table asks for it."
    ),
    "cx_0136_csv.gwp_too_old": (
        "A factor rests on GWP values of {report}, which the table cannot name. Choose a newer factor."
    ),
    "cx_0136_csv.gwp_older": (
        "Some factors rest on GWP values of {report}; the table has room for one report and names the oldest."
    ),
    "cx_0136_csv.primary_share": "The footprint is zero, so the share of primary data cannot be stated.",
    "cx_0136_csv.exempted": "{percent} % of the emissions are left out; less than 3 % may be. Include more.",
    "cx_0136_csv.carbon_content": (
        "The table asks how much carbon the product holds. Choose the kind of every material or enter its share."
    ),
    "cx_0136_csv.rows": "The table has {count} footprints where one is expected. Choose one of them.",
    "cx_0136_csv.unreadable": (
        "The row has no total, no declared unit or no declared amount that can be read, so nothing was taken in."
    ),
    "cx_0136_csv.missing": "The column {column} is empty, and the standard asks for it. Fill it.",
    "cx_0136_csv.c00": (
        "“{value}” in {column} cannot be read. Numbers have a decimal point and no exponent, times a zone, truths are TRUE or FALSE."
    ),
    "cx_0136_csv.list": "“{value}” in {column} is not a value of the standard's list. Use one that is.",
    "cx_0136_csv.column": "The standard knows no column {column}. It is not read.",
    "cx_0136_csv.c03": "The data model “{value}” in {column} is not the one of this table, which is 7.0.0.",
    "cx_0136_csv.c05": "“{value}” in {column} is not a UUID, or the footprint names itself as its predecessor.",
    "cx_0136_csv.c04": "“{value}” in {column} is not a valid URN.",
    "cx_0136_csv.bpn": (
        "“{value}” in {column} is not a BPN. It is urn:bpn:id:BPNL and 12 letters or digits."
    ),
    "cx_0136_csv.no_bpn": "None of the company's ids is a BPN ({column}). Ask the supplier for it.",
    "cx_0136_csv.c06": "The time “{value}” in {column} is not in UTC.",
    "cx_0136_csv.c07": "The reference period ends ({value}) before it starts. See {column}.",
    "cx_0136_csv.c08": (
        "The time “{value}” in {column} must lie after the reference period, and the validity end within three years of it."
    ),
    "cx_0136_csv.c09": "{value} % of the emissions are left out ({column}); less than 3 % may be.",
    "cx_0136_csv.unexplained": "{value} % of the emissions are left out, and {column} does not say what.",
    "cx_0136_csv.c10": "The footprint rests on GWP values of {value} ({column}); AR6 is asked for.",
    "cx_0136_csv.operator": (
        "The operator {value} and its name do not go together: Other needs a name, and no other operator has one ({column})."
    ),
    "cx_0136_csv.c13": "The percentage in {column} is {value}; it must be from 0 to 100.",
    "cx_0136_csv.rating": "The rating in {column} is {value}; it must be from 1 to 3.",
    "cx_0136_csv.sign": "The value in {column} has the wrong sign: {value}.",
    "cx_0136_csv.c15": "The total in {column} is {value}, but its parts sum to {expected}.",
    "cx_0136_csv.c16": "The total in {column} is {value}; the one without withdrawal and the withdrawal give {expected}.",
    "cx_0136_csv.c17": "Packaging of {value} kg CO₂e ({column}) is more than the whole footprint of {expected}.",
    "cx_0136_csv.c18": "Packaging is said to be left out, but {column} is {value}.",
    "cx_0136_csv.c19": "The carbon in {column} is {value} kg, but fossil and biogenic sum to {expected}.",
    "cx_0136_csv.uptake": "The withdrawal in {column} is {value}; the biogenic carbon asks for {expected}.",
    "cx_0136_csv.carbon": "The product holds {value} kg of carbon ({column}) but weighs {expected} kg.",
    "cx_0136_csv.c20": "One kilogram cannot weigh {value} kg ({column}).",
    "cx_0136_csv.mass": "A mass of {value} kg ({column}) does not go with the declared unit {unit}.",
    "cx_0136_csv.plausible": (
        "{value} kg CO₂e for one kg of product is hardly possible ({column}). "
        "Ask whether the total or the mass is for another amount."
    ),
    "cx_0136_csv.place": "“{value}” in {column} is no place code, or does not lie in the place beside it.",
    "aas_json.no_method": (
        "The list of methods of the asset administration shell has none for “{rules}”. Choose another rule set."
    ),
    "aas_json.no_submodel": "The file holds no submodel with the meaning of a carbon footprint ({field}).",
    "aas_json.no_footprint": "The file holds no product carbon footprint, so nothing was taken in.",
    "aas_json.no_figure": (
        "The footprint has no figure, unit or amount that can be read, so nothing was taken in."
    ),
    "aas_json.missing": "The element {field} is missing or empty, and the template asks for it.",
    "aas_json.twice": "The element {field} stands there {count} times; the template admits one.",
    "aas_json.unreadable": "“{value}” in {field} is not of the type {kind}.",
    "aas_json.type": "The element {field} must say that its type is {kind}.",
    "aas_json.value": "“{value}” in {field} is not a value of the template's list.",
    "aas_json.amount": "The amount in {field} is {value}; it must be above zero.",
    "aas_json.zone": "The time in {field} has no zone, so nobody knows the hour it means.",
    "aas_json.expired": "The footprint expires before it is published ({field}).",
    "aas_json.no_gate": (
        "No footprint covers the phases A1 to A3, from raw material to the gate ({field}). "
        "Ask which phases the figure is of."
    ),
    "aas_json.sum": "The total in {field} is {value}, but its parts sum to {expected}.",
    "aas_json.range": "The value in {field} is {value}; it must be from {least} to {most}.",
    "aas_json.period": "The reference period ends before it starts ({field}).",
    "aas_json.too_early": "The footprint was published before its reference period was over ({field}).",
}
