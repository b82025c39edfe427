"""The sentences of data quality: why a row is primary or not, and what a received footprint lacks."""

from __future__ import annotations

_PRIMARY: dict[str, str] = {
    "primary.amount_is_not": (
        "{amount}: the study says that the amount is not from the process itself, so the row is secondary."
    ),
    "primary.amount_calculated": (
        "{amount} are calculated, not measured, so the row is secondary whatever its factor is. "
        "Measure the amount to count what is primary in the factor."
    ),
    "primary.amount_estimated": (
        "{amount} are estimated, not measured, so the row is secondary whatever its factor is. "
        "Measure the amount to count what is primary in the factor."
    ),
    "primary.amount_assumed": (
        "{amount} are assumed, not measured, so the row is secondary whatever its factor is. "
        "Measure the amount to count what is primary in the factor."
    ),
    "primary.amount_unknown": (
        "{amount}: it is not said whether they are measured, so the row is secondary. Enter how the amount came about."
    ),
    "primary.factor_said_primary": (
        "{amount} are measured, and the study says that the factor is from the process itself: primary."
    ),
    "primary.factor_said_secondary": (
        "{amount} are measured, but the study says that the factor is not from the process itself: secondary."
    ),
    "primary.gas": "{amount} are measured and set free as they are; the gas needs no other data: primary.",
    "primary.certificate": (
        "{amount} are measured, and proven certificates match the factor; {rules} counts both as primary."
    ),
    "primary.certificate_not": (
        "{amount} are measured, but not all five criteria of the contract are proven, or {rules} is not known to count "
        "certificates: the factor “{factor}” makes the row secondary."
    ),
    "primary.combustion": (
        "{amount} are measured, and {rules} counts the burning of a measured fuel as primary: {percent} of the factor; "
        "the supply of the fuel is not."
    ),
    "primary.combustion_not": (
        "{amount} are measured, the factor “{factor}” is a standard one, and {rules} is not known to count burning as "
        "primary: secondary."
    ),
    "primary.declared": (
        "{amount} are measured, and “{factor}” declares {percent} of primary data: so much of the row is primary."
    ),
    "primary.received_without_share": (
        "{amount} are measured, but the supplier of “{factor}” declares no share of primary data: it counts as zero. "
        "Ask him for his share."
    ),
    "primary.average_factor": (
        "{amount} are measured, but the factor “{factor}” is an average of others: secondary. "
        "Only the supplier's own figure could make it primary."
    ),
}

_RECEIVED: dict[str, str] = {
    "received.boundary": (
        "The footprint “{factor}” of “{name}” does not cover cradle to gate, so a part of the chain is missing. "
        "Ask the supplier for the whole figure."
    ),
    "received.gwp_set": (
        "The footprint “{factor}” of “{name}” rests on {report}, the latest report is AR6. The report says so; "
        "ask the supplier for his next figure on AR6."
    ),
    "received.ends_before_period": (
        "The footprint “{factor}” of “{name}” is valid until {until}, before the reference period ends. "
        "Ask the supplier for the next one."
    ),
    "received.day_unreadable": (
        "The last day “{until}” of the footprint “{factor}” is no day. Enter it as year-month-day, such as 2027-12-31."
    ),
    "received.uptake_missing": (
        "The footprint “{factor}” of “{name}” holds {carbon:g} kg of biogenic carbon, but no uptake of it is given. "
        "Ask the supplier for both totals, with and without biogenic uptake."
    ),
    "received.carbon_missing": (
        "The footprint “{factor}” of “{name}” holds a biogenic uptake, but not how much carbon is in the product. "
        "Ask the supplier for its biogenic carbon content."
    ),
    "received.packaging_twice": (
        "The footprint “{factor}” of “{name}” contains its packaging, and “{packaging}” of the same supplier is entered as "
        "well. Leave one of them out."
    ),
    "received.delivery_missing": (
        "The supplier of “{name}” reports {kg:g} kg CO₂e per {unit} for its delivery, apart from the footprint, and no "
        "leg carries “{name}”. Add an inbound leg for it."
    ),
    "received.delivery_unpaid": (
        "The inbound leg “{leg}” carries “{name}” and the supplier pays for it, but his footprint “{factor}” reports no "
        "delivery apart. The leg is counted; ask him whether it is inside his figure already."
    ),
    "received.no_rules": (
        "The footprint “{factor}” of “{name}” does not say by which rules it was made. Ask the supplier for them."
    ),
    "received.rules_with_credit": (
        "The footprint “{factor}” of “{name}” was made by “{rules}”, which may give a credit for scrap. "
        "Ask the supplier for the figure under the cut-off rule, and state how scrap is treated."
    ),
    "received.no_primary_share": (
        "The footprint “{factor}” of “{name}” came without a primary data share. It counts as 0 %."
    ),
    "received.no_ratings": (
        "The footprint “{factor}” of “{name}” came without data quality ratings. They count as 5, the worst."
    ),
    "received.much_exempted": (
        "The footprint “{factor}” of “{name}” leaves out {percent:g} % of itself; {rules} allows less than {limit:g} %. "
        "Ask the supplier for a more complete one."
    ),
    "received.bad_rating": (
        "A data quality rating of “{factor}” is {value:g}. Ratings are 1 (best) to 5; correct it."
    ),
    "received.bad_share": (
        "A share of “{factor}” is {percent:g} %. Shares are between 0 and 100 %; correct it."
    ),
    "received.negative_part": (
        "“{factor}” has {kg:g} kg CO₂e in a part that can only be zero or more. Only uptake and removals are negative; "
        "correct it."
    ),
    "received.positive_uptake": (
        "“{factor}” has an uptake or a removal of {kg:g} kg CO₂e. They are zero or negative; correct the sign."
    ),
    "received.own_circle": (
        "“{factor}” of “{name}” was made from this very study, so the footprint would contain itself. "
        "Choose another factor."
    ),
}

_FACTS: dict[str, str] = {
    "facts.site_coverage": (
        "The data of “{name}” stand for {percent:g} % of the sites. Enter a share between 0 and 100 %."
    ),
    "facts.period_end": (
        "The last day “{day}” of the data of “{name}” is no day. Enter it as year-month-day, such as 2025-12-31."
    ),
    "sites.weighted": (
        "“{name}” is entered for one piece of the site “{site}”, which makes {percent:.3g} % of all pieces. So much of it "
        "is counted; enter the same for the other sites."
    ),
    "assurance.no_statement": (
        "The study says that it is verified, but not by whom or by which statement. Enter the verifier and the statement."
    ),
    "assurance.day": (
        "The day “{day}” of the verification statement is no day. Enter it as year-month-day, such as 2026-03-31."
    ),
}

_FROM_STUDY: dict[str, str] = {
    "from_study.incomplete": (
        "The footprint of “{name}” is not complete, so it cannot be used in another study. Open it and settle its findings."
    ),
    "from_study.no_id": "The study “{name}” has no id, so a circle of studies could not be seen. Begin it anew from a sample or a table.",
    "from_study.circle": (
        "“{name}” already contains the footprint of this study, so using it here would count in a circle. "
        "Choose another study."
    ),
    "from_study.warnings": (
        "The study “{name}” has open findings: {count}. They hold for the factor made of it, too."
    ),
    "from_study.same_file": "A study cannot be a factor of itself. Choose another file.",
}

SENTENCES: dict[str, str] = {**_PRIMARY, **_RECEIVED, **_FACTS, **_FROM_STUDY}
