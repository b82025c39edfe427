"""The sentences of own factors: entered, made of others, kept in the personal library, asked for."""

from __future__ import annotations

_ENTERED: dict[str, str] = {
    "own.missing_name": "The factor has no name. Say what it is for, so that you find it again.",
    "own.missing_unit": "The factor has no unit that is known here. Choose what the figure is per.",
    "own.missing_kg_co2e": "The factor has no figure. Enter the kg CO2e per unit.",
    "own.missing_boundary": (
        "The factor does not say which part of the life cycle it covers. Choose its boundary."
    ),
    "own.missing_gwp_set": (
        "The factor does not say on which GWP values it rests. Choose the report, or say that the source does not tell."
    ),
    "own.missing_place": "The factor has no place. Enter a country code such as CN, or GLO for the world.",
    "own.missing_year_to": "The factor has no year. Enter the last year its data are of.",
    "own.missing_document": (
        "The factor has no source. Name the document the figure stands in, so that a verifier can open it."
    ),
    "own.missing_licence": (
        "The factor does not say how it may be used. Enter its licence, or by whose permission you use it."
    ),
    "own.value": "A factor is a number of zero or more. Enter the kg CO2e per unit; credits are not part of it.",
    "own.years": "The data begin in {first} and end in {last}. Exchange the years or correct one.",
    "own.primary_share": "A share of primary data of {value} % cannot be. Enter 0 to 100 %.",
    "own.spread": "The spread is below its least value. Enter a geometric standard deviation of 1 or more, or nothing.",
    "own.interval": (
        "The range does not hold the figure. Enter both ends in kg CO₂e per unit, the figure between them, or neither."
    ),
    "own.recycled_content": "The recycled content is not between 0 and 100 %. Enter the share of recycled input.",
    "own.grid_kwh": "The electricity inside the factor is no number of zero or more. Enter kWh per unit, or nothing.",
    "own.no_publisher": "The factor does not name who published it. Enter the company or body behind the document.",
    "own.zero": "The factor is zero. Check whether nothing is emitted or the figure is missing in the source.",
    "own.far_from_category": (
        "{value} kg CO2e per {unit} is far from what the library has for “{category}”: {low} to {high}. "
        "Check the figure and its unit."
    ),
}

_KEPT: dict[str, str] = {
    "factor.unknown_id": "There is no factor “{id}”. Look it up with: supplier-pcf factors WORDS.",
    "own.unknown_id": "The personal library has no factor “{id}”. List it to see which there are.",
    "own.id_removed": (
        "The id “{id}” belonged to a factor that was removed and is never used again. Give the factor another id."
    ),
    "own.foreign_id": "The id “{id}” does not begin with own:, supplier: or licensed:. Only own factors are kept here.",
    "own.unknown_unit": "The factor “{id}” is per “{unit}”, a unit that is not known here. Choose a known one.",
    "own.bad_number": "The factor “{id}” holds a number that no factor can have: below zero, or no number. Correct it.",
    "own.library_full": "The personal library holds {limit} versions of factors and takes no more.",
    "own.not_a_library": "{file} is no personal library of own factors. Take it from a backup, or move it away.",
    "own.damaged": (
        "The personal library {file} is damaged at the factor “{id}”. Nothing of it was used or changed; "
        "take it from a backup."
    ),
    "own.left_out_removed": (
        "The factor “{id}” was left out: it was removed from the personal library, and its id is never used again. "
        "Give it another id."
    ),
    "own.nothing_to_export": "There is no factor to export. Licensed factors stay in your personal library.",
    "own.licensed_stay": (
        "Licensed factors were not exported: {count}. Their values may not be passed on; they stay in your personal library."
    ),
    "own.table_kind": "{file} can be neither .csv nor .xlsx. Choose a name that ends in one of them.",
}

_COMPOSED: dict[str, str] = {
    "composition.not_understood": "“{text}” is no part of a composition. Write the factor's id, = and a number: ID=12.5.",
    "composition.no_name": "The composition has no name. Enter the alloy or compound.",
    "composition.no_place": "The composition has no place. Enter a country code such as CN where it is made.",
    "composition.no_source": (
        "The composition has no source. Name the standard, data sheet or letter the shares are from."
    ),
    "composition.empty": "The composition has no components. Add the materials it is made of.",
    "composition.yield": "A yield of {value} cannot be. Enter the kg of product from one kg of input, above 0 to 1.",
    "composition.sum": "The shares sum up to {sum} %. They must make 100 %, give or take {tolerance:g} %.",
    "composition.share_missing": "“{factor}” has no share. Enter how many percent of the product it is.",
    "composition.share_bad": "A share of {value} % of “{factor}” cannot be. Enter 0 to 100 %.",
    "composition.unknown_part": "There is no factor “{id}”. Choose one of the library.",
    "composition.not_mass": "“{factor}” is per {unit}, not per mass. Choose a factor per kg.",
    "composition.amount_bad": "The amount of “{factor}” is no number of zero or more. Enter it per kg of product.",
    "composition.energy_unit": (
        "An amount in {unit} cannot be multiplied with “{factor}”, which is per {per}. Choose a fitting unit or factor."
    ),
}

_REBASED: dict[str, str] = {
    "rebase.not_stated": (
        "“{factor}” does not state how much electricity is inside it, so its grid cannot be exchanged. Choose another way."
    ),
    "rebase.old_grid_unknown": (
        "“{factor}” does not say which grid its electricity is from, so it cannot be taken out. Choose another way."
    ),
    "rebase.no_new_grid": "There is no grid factor “{id}”. Choose one of the library.",
    "rebase.not_a_grid": "“{grid}” is per {unit} and no electricity. Choose a grid factor per kWh.",
    "rebase.same_grid": "“{grid}” is the grid that is inside already. Choose another.",
    "rebase.more_than_inside": (
        "The electricity of “{factor}” counted with “{grid}” is more than the whole figure. One of the two is wrong; "
        "ask the publisher."
    ),
}

_WAYS: dict[str, str] = {
    "ways.no_row_given": "The ways out are those of a row. Say which with --row ID.",
    "way.ask_supplier": "Ask {supplier} for the footprint of “{name}”: a one-page request and a sheet to fill in are made for you.",
    "way.ask_supplier_unnamed": (
        "Ask the supplier of “{name}” for its footprint: a one-page request and a sheet to fill in are made for you. "
        "Enter on the row who the supplier is."
    ),
    "way.ask_supplier_not_bought": "“{name}” is set free in your own plant, so there is no supplier to ask.",
    "way.ask_supplier_waste": (
        "“{name}” is not bought. Ask who takes it what is done with it, and choose a factor for that treatment."
    ),
    "way.own_factor": (
        "Enter a factor for “{name}” that you have from elsewhere, with its unit, boundary, source and year."
    ),
    "way.composition": "Build “{name}” from the shares of its materials and the energy of making it.",
    "way.composition_no_material": "“{name}” is no material, so there are no shares it is made of.",
    "way.composition_not_weighed": (
        "“{name}” is not weighed, and shares are by mass. Enter its mass first, then it can be built."
    ),
    "way.rebase": "Take “{factor}” and exchange the electricity inside it for that of your supplier's grid.",
    "way.rebase_not_stated": (
        "The factors that come near “{name}” do not state how much electricity is inside, so their grid cannot be exchanged."
    ),
    "way.rebase_nothing_near": "No factor comes near “{name}” whose grid could be exchanged.",
    "way.rebase_no_grid": "There is no other electricity factor for {place} to exchange the grid for “{name}” with.",
    "way.spend": (
        "For screening only, count the money spent on “{name}” with “{factor}”. It may be off by a factor of {spread} "
        "either way (95 %)."
    ),
    "way.spend_not_bought": "“{name}” is known by its amount, and money would say less.",
    "way.spend_nothing_near": "No figure per money comes near “{name}”. Search for the industry that makes it.",
}

_SPENT: dict[str, str] = {
    "spend.amount": "The money is no number above zero. Enter what is paid for one unit of this row.",
    "spend.currency": "The currency is missing. Enter its code such as CNY, EUR or USD.",
    "spend.year": "The year of the money is missing. Enter the year in which it was paid.",
    "spend.per_dollar": (
        "It is not known how many {currency} one US dollar cost in {year}. Enter the rate of that year with its source."
    ),
    "spend.price_ratio": (
        "It is not known how prices of 2022 compare with those of {year}. Enter the price level of 2022 over that of {year} "
        "in the United States with its source."
    ),
    "spend.source": "Rate and price level have no source. Name where they stand, so that a verifier can open it.",
    "spend.not_money": "“{factor}” is not per money. Choose a figure per dollar spent.",
}

SENTENCES: dict[str, str] = {**_ENTERED, **_KEPT, **_COMPOSED, **_REBASED, **_WAYS, **_SPENT}
