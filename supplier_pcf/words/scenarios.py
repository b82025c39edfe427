"""The sentences of scenarios: what they change, what that does, what they assume, and what would prove them."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # what keeps a change from being made; findings of the study, too
    "scenario.no_target": (
        "{scenario}: a row it changes is no longer in the study. Remove this change from the scenario."
    ),
    "scenario.wrong_kind": (
        "{scenario}: one of its changes does not fit “{row}”. Remove it and choose a proposal for this row."
    ),
    "scenario.no_number": (
        "{scenario}: it is not said how far “{row}” changes. Enter a percentage."
    ),
    "scenario.bad_number": (
        "{scenario}: the number for “{row}” is not possible. Shares lie between 0 and 100 %, nothing falls below 0."
    ),
    "scenario.no_factor": (
        "{scenario}: the factor for “{row}” is still open. Choose one; the program invents none."
    ),
    "scenario.unknown_factor": (
        "{scenario}: the factor for “{row}” is not in the library. Choose another one."
    ),
    "scenario.no_amount": (
        "{scenario}: “{row}” has no amount that could change. Enter the amount in the study."
    ),
    "scenario.no_loss": (
        "{scenario}: the study states no scrap of “{row}” that could fall. Enter its gross amount."
    ),
    "scenario.no_rejects": (
        "{scenario}: the study states no rejects of “{row}” that could fall. Enter them in the process step."
    ),
    # what a change is
    "scenario.change.power": "{share} of the power of “{row}” as “{factor}”",
    "scenario.change.factor": "“{row}” with “{factor}”",
    "scenario.change.recycled_share": (
        "Recycled share of “{row}” from {before} to {share}, that part with “{factor}”"
    ),
    "scenario.change.amount": "Amount of “{row}” against today: {share}",
    "scenario.change.loss": "Scrap of “{row}” against today: {share}",
    "scenario.change.rejects": "Rejects of “{row}” against today: {share}",
    # what is proposed
    "scenario.propose.power": "Green power for the {amount} of “{row}”",
    "scenario.propose.factor": "Another supplier for “{row}”",
    "scenario.propose.mode": "Rail instead of road for “{row}”",
    "scenario.propose.ship": "Sea instead of air for “{row}”",
    "scenario.propose.recycled_share": "Recycled share of “{row}” from {before} to {share}",
    "scenario.propose.amount": "One fifth less of “{row}”",
    "scenario.propose.loss": "Half the scrap of “{row}”",
    "scenario.propose.rejects": "Half the rejects of “{row}”",
    # what a scenario made of a proposal is called
    "scenario.name.power": "Green power for “{row}”",
    "scenario.name.factor": "Another supplier for “{row}”",
    "scenario.name.mode": "Rail instead of road for “{row}”",
    "scenario.name.ship": "Sea instead of air for “{row}”",
    "scenario.name.recycled_share": "More recycled material in “{row}”",
    "scenario.name.amount": "Less of “{row}”",
    "scenario.name.loss": "Less scrap of “{row}”",
    "scenario.name.rejects": "Fewer rejects of “{row}”",
    # what it does
    "scenario.less": "{scenario} would take {kg} kg CO₂e ({percent}) off each {unit}.",
    "scenario.less_a_year": (
        "{scenario} would take {kg} kg CO₂e ({percent}) off each {unit}, {tonnes} t a year."
    ),
    "scenario.more": "{scenario} would add {kg} kg CO₂e ({percent}) to each {unit}.",
    "scenario.more_a_year": (
        "{scenario} would add {kg} kg CO₂e ({percent}) to each {unit}, {tonnes} t a year."
    ),
    "scenario.same": "{scenario} would leave the figure as it is.",
    "scenario.empty": "{scenario} changes nothing yet. Add a proposal to it.",
    "scenario.no_figure": (
        "{scenario} gives no figure: “{row}” has no number in it. Look at its unit and its factor."
    ),
    "scenario.partly": "Changes that could not be made and are not in the figure: {count}.",
    "scenario.assumes_proof": (
        "It assumes that the certificates fulfil all five criteria of ISO 14067, 6.4.9.4.4. Without that proof this power "
        "may not count as bought."
    ),
    "scenario.energy_stays": "Energy and other processes stay as they are, also those spent on rejects.",
    "scenario.same_way": "It goes as far as today; add a change of the amount if the way is longer.",
    "scenario.look_at_factor": (
        "The factor of the recycled part is proposed by the family of the material: look whether its form and place fit."
    ),
    "scenario.none": (
        "No scenario is kept yet. The largest contribution is “{row}” with {percent}: try what would lower it."
    ),
    "scenario.nothing": "There is no figure yet that could be lowered.",
    # what would prove it
    "scenario.proof.power": (
        "Certificates of the year in question, cancelled for you in the same market, with a document for each of the five "
        "criteria."
    ),
    "scenario.proof.factor": (
        "The supplier's footprint of this very product by ISO 14067 or GB/T 24067, with its period and its verification."
    ),
    "scenario.proof.transport": "Waybills or the carrier's report that show the means of transport and the way.",
    "scenario.proof.recycled_share": (
        "The supplier's statement of the recycled content with its kind of scrap, and his mass balance."
    ),
    "scenario.proof.amount": "Weighing records or bills before and after the change.",
    "scenario.proof.energy": "Meter readings over a whole year after the change, beside the number of good pieces.",
    "scenario.proof.loss": "Weighing records of what goes in, of good parts and of scrap.",
    "scenario.proof.rejects": "Quality records of pieces made and pieces rejected over the period.",
}
