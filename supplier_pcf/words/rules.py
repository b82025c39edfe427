"""The sentences of rule sets: what each asks for, and what that does to the study at hand."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "rules.co_products": (
        "{rules} shares burdens with co-products by value where their prices differ more than {value:g} times, else by "
        "a physical property."
    ),
    "rules.co_products.none": (
        "{rules} shares burdens with co-products by a physical property before it looks at prices."
    ),
    "rules.lead.including_uptake": "{rules} leads with the footprint that includes biogenic uptake.",
    "rules.lead.excluding_uptake": "{rules} leads with the footprint without biogenic uptake.",
    "rules.biogenic": (
        "{rules} asks for biogenic results where biogenic carbon is more than {value:g} % of the mass, or where they are "
        "more than may be left out."
    ),
    "rules.biogenic.none": "{rules} asks for biogenic emissions and uptake apart, however small.",
    "rules.combustion.yes": (
        "{rules} counts the burning of a measured fuel as primary data, with a standard factor too."
    ),
    "rules.combustion.no": (
        "{rules} is not known to count a standard factor for burning as primary data."
    ),
    "rules.certificates.yes": (
        "{rules} counts power as primary data where proven certificates match its factor."
    ),
    "rules.certificates.no": (
        "{rules} is not known to count a factor matched by certificates as primary data."
    ),
    "rules.quality.factor": "{rules} rates the quality of the factor of each row.",
    "rules.quality.worse_of_activity_and_factor": (
        "{rules} rates the amount and the factor of each row and takes the worse."
    ),
    "rules.age.issue": "{rules} counts the age of data back from the day of issue.",
    "rules.age.period_end": "{rules} counts the age of data back from the end of the reference period.",
    "rules.scale.one_to_five": "{rules} rates technology, time and place of the data from 1 (best) to 5.",
    "rules.scale.one_to_three": (
        "{rules} rates technology, time, place, completeness and reliability from 1 (best) to 3, for rows above 5 %."
    ),
    "rules.cut_off.none": (
        "{rules} gives no number for what may be left out; 3 % is taken, and more is only pointed out."
    ),
    "rules.cut_off.warns": "{rules} lets less than {value:g} % be left out together; more is pointed out.",
    "rules.cut_off.blocks": "{rules} lets less than {value:g} % be left out together; more stops the export.",
    "rules.cut_off_each": "{rules} lets no single row of more than {value:g} % be left out.",
    "rules.cut_off_each.none": "{rules} sets no limit for a single row that is left out.",
    "rules.recycling.cut_off": (
        "{rules} gives no credit for later recycling: scrap leaves without burden and without credit."
    ),
    "rules.recycling.standard_order": (
        "{rules} leaves more than one way to treat recycling; a credit inside a factor is pointed out."
    ),
    "rules.electricity.consumption_mix": (
        "{rules} counts power without a proven contract with the country's consumption mix."
    ),
    "rules.electricity.fossil_mix": (
        "{rules} counts power without a proven contract with the residual mix, or the fossil mix where none is known."
    ),
    "rules.electricity.market_based": (
        "{rules} counts power by the market: without a proven contract with the residual mix."
    ),
    "rules.infrastructure.yes": "{rules} counts the building of power plants with the power, though capital goods are out.",
    "rules.infrastructure.no": "{rules} lets the building of power plants stay out with other capital goods.",
    "rules.exclusions.offices_and_travel": (
        "{rules} has no list of what stays out; offices, commuting and travel are left out and named."
    ),
    "rules.exclusions.listed": (
        "{rules} lists what stays out: commuting and travel, research, administration and sales, offices, services, "
        "the upkeep of machines and capital goods."
    ),
    "rules.period": "{rules} is applied to reference periods of at most {value:g} months.",
    "rules.report.iso_14067": "Under {rules} the report follows the letters of ISO 14067, clause 7.3.",
    "rules.report.gb_t_24067": (
        "Under {rules} the report goes from goal and scope over inventory, impact and interpretation to the declaration."
    ),
    "rules.validity": "{rules} limits the years for which a footprint may be used: {value:g} at most.",
    "rules.validity.none": "{rules} gives no time for which a footprint may be used; one year is written.",
    "rules.update": "{rules} asks for a new footprint when it grows by {value:g} %.",
    "rules.update.none": "{rules} gives no number above which a new footprint is due.",
    "rules.effect.leading": "Here the leading figure becomes {after:.4g} instead of {before:.4g} kg CO₂e.",
    "rules.effect.primary": "Here the primary data share becomes {after:.3g} instead of {before:.3g} %.",
    "rules.effect.technology": "Here the rating of technology becomes {after:.4g} instead of {before:.4g}.",
    "rules.effect.time": "Here the rating of time becomes {after:.4g} instead of {before:.4g}.",
    "rules.effect.geography": "Here the rating of geography becomes {after:.4g} instead of {before:.4g}.",
    "rules.effect.scale": "Here the five ratings have a mean of {mean:.3g}; rows with {coverage:.3g} % of the footprint are rated.",
    "rules.effect.exempted": "Here {after:.3g} instead of {before:.3g} % count as left out.",
    "rules.effect.stopped": "Here this stops the export.",
    "rules.effect.released": "Here this no longer stops the export.",
    "rules.effect.more": "Findings that come up here: {count}.",
    "rules.effect.fewer": "Findings that fall away here: {count}.",
    "rules.effect.due": "Here that is from {kg:.4g} kg CO₂e on.",
    "rules.effect.nothing": "Here it changes no figure.",
}
