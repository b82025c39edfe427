"""The sentences on one year against another: what is carried over, what changed, and why."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "years.bad_period": "Enter the first and the last day of the new period; the last one comes after the first.",
    "years.not_confirmed": (
        "Values carried over from {year} are in this step; {confirmed} of {all} are confirmed. Enter the new value, or "
        "confirm that the old one still holds."
    ),
    "years.readings_elsewhere": (
        "No reading of the meter “{name}” is of the reference period ({period}), so its energy would count nothing. "
        "Enter the readings of the period."
    ),
    "years.risen": (
        "The footprint is {percent:g} % higher than that of {year}; {rules} asks to tell the customer from {limit:g} % "
        "on. Send a new file, and look below at what it comes from."
    ),
    "years.not_alike": (
        "The study of {year} was made for another unit or by other rules. Compare the two only where both are brought "
        "to the same, as the comparison with its file does."
    ),
    "years.less": "{kg} kg CO₂e per {unit} less than {then} ({percent}).",
    "years.more": "{kg} kg CO₂e per {unit} more than {then} ({percent}).",
    "years.same": "The same as {then}: {kg} kg CO₂e per {unit}.",
    "years.none": "This study was not begun from one of another year.",
    "years.no_last_figure": "The study of {year} had no whole figure when this one was begun from it.",
    "years.still_open": "Only {counted} of {all} rows are counted so far, so the figure will still rise.",
    "years.no_figure": "One of the two has no figure yet, so there is nothing to compare.",
    "years.because.amount.less": "Mostly because less goes in of “{name}” ({kg} kg CO₂e).",
    "years.because.amount.more": "Mostly because more goes in of “{name}” ({kg} kg CO₂e).",
    "years.because.losses.less": "Mostly because less of “{name}” is lost in making ({kg} kg CO₂e).",
    "years.because.losses.more": "Mostly because more of “{name}” is lost in making ({kg} kg CO₂e).",
    "years.because.share.less": "Mostly because one piece carries a smaller share of “{name}” ({kg} kg CO₂e).",
    "years.because.share.more": "Mostly because one piece carries a larger share of “{name}” ({kg} kg CO₂e).",
    "years.because.unit.less": "Mostly because the mass of one piece changed ({kg} kg CO₂e).",
    "years.because.unit.more": "Mostly because the mass of one piece changed ({kg} kg CO₂e).",
    "years.because.factor.less": "Mostly because the emission factor of “{name}” fell ({kg} kg CO₂e).",
    "years.because.factor.more": "Mostly because the emission factor of “{name}” rose ({kg} kg CO₂e).",
    "years.because.new.less": "Mostly because “{name}” is new ({kg} kg CO₂e).",
    "years.because.new.more": "Mostly because “{name}” is new ({kg} kg CO₂e).",
    "years.because.gone.less": "Mostly because “{name}” is gone ({kg} kg CO₂e).",
    "years.because.gone.more": "Mostly because “{name}” is gone ({kg} kg CO₂e).",
    "years.because.counted.less": "Mostly because “{name}” is counted now ({kg} kg CO₂e).",
    "years.because.counted.more": "Mostly because “{name}” is counted now ({kg} kg CO₂e).",
    "years.because.uncounted.less": "Mostly because “{name}” is no longer counted ({kg} kg CO₂e).",
    "years.because.uncounted.more": "Mostly because “{name}” is no longer counted ({kg} kg CO₂e).",
    "years.because.uptake.less": "Mostly because the product holds more carbon that plants took up ({kg} kg CO₂e).",
    "years.because.uptake.more": "Mostly because the product holds less carbon that plants took up ({kg} kg CO₂e).",
    "years.because.method.less": "Mostly because the rules are others, not the product ({kg} kg CO₂e).",
    "years.because.method.more": "Mostly because the rules are others, not the product ({kg} kg CO₂e).",
    "years.other_product": (
        "The two studies are of different products: “{then}” and “{now}”. This shows why their figures differ; it must "
        "not be published as a comparison of products."
    ),
    "years.overlap": "The two periods overlap, so this is not one year against another.",
    "years.other_unit": "The older study is for {then}. Both are shown for {now} here.",
    "years.other_mass": "One piece weighs {now} kg now; it was {then} kg.",
    "years.other_rules": (
        "The older study was made by {then}. It was calculated again by {now}, so that only real causes remain; what the "
        "rules alone make is a cause of its own."
    ),
    "years.other_gwp": "The factors rest on different GWP reports: {then} and now {now}. A part of a factor's change may come from that.",
    "years.packaging_now": "Packaging is inside the newer figure and was outside of the older one.",
    "years.packaging_then": "Packaging was inside the older figure and is outside of the newer one.",
    "years.other_infrastructure": "One of the two counts machines and buildings, the other does not.",
    "years.planned": "One of the two is for planned production.",
    "years.not_whole": "In “{name}” only {counted} of {all} rows are counted; what is missing looks like a change.",
    "years.carried": "Values carried over and not confirmed: {count}. They still show the old value, so they make no difference yet.",
    "years.moved_since": (
        "The file of {then} gives {file} kg CO₂e today; it was {noted} when this study was begun from it. It was changed "
        "since, or its factors were."
    ),
}
