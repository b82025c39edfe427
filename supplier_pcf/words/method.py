"""The sentences on slips of unit, mix-ups, claims and what is often forgotten: what is so, and what to do."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "magnitude.factor": (
        "The factor of “{name}” is {value:.15g} kg CO₂e per {unit}; the {count} published ones of this kind that ship here "
        "lie between {low:.15g} and {high:.15g}. Check the unit: kg and t, kWh and MWh, or m³ and litres are easily swapped."
    ),
    "magnitude.water": (
        "The factor of “{name}” is {value:.15g} kg CO₂e per m³. Between 0 and 100 °C one m³ of water takes up at most 116 kWh, "
        "which is {high:.15g} kg CO₂e with the dirtiest power that ships here. It is likely per MWh: enter the heat in MWh."
    ),
    "magnitude.mass": (
        "“{name}” weighs {kg:.15g} kg; with {other:.15g} kg the materials would add up to the product. "
        "Check its unit: grams and kilograms may be swapped."
    ),
    "magnitude.reading": (
        "The reading of “{name}” from {day} on is {amount:.15g} {unit}, the others are around {usual:.15g}. "
        "Check its unit: kWh and MWh may be swapped."
    ),
    "mix_up.process": (
        "“{name}” is a material, and “{factor}” is a process. Choose the factor of the material here and enter the process "
        "as an outside process; or say why it fits as the factor's reason."
    ),
    "mix_up.packaging": (
        "“{name}” is a material of the product, and “{factor}” is made for packaging. Move the row to the packaging, choose "
        "the factor of the material, or say why it fits as the factor's reason."
    ),
    "mix_up.energy": (
        "“{name}” is a material, and “{factor}” is a factor of energy. Enter fuel and power on the energy step, or choose the "
        "factor of the material."
    ),
    "mix_up.other_material": (
        "“{name}” is {material} by its drawing, but “{factor}” is of another material. "
        "Choose a factor of this material, or say why it fits as the factor's reason."
    ),
    "offset.named": (
        "“{name}” with “{factor}” is an offset. A footprint never takes offsets off: remove the row; you may tell of it in a note."
    ),
    "offset.negative": (
        "“{factor}” of “{name}” is below zero, so it takes emissions off. Only removals and uptake may be negative: choose a "
        "factor without the credit, or remove the row."
    ),
    "claim.neutral": (
        "The text says “{words}”. A footprint is what is emitted before any offset, so it proves no neutrality: take the words out."
    ),
    "claim.comparison": (
        "The text says “{words}”. This figure is not made to be compared with other makers' products: take the words out."
    ),
    "claim.whole_life": (
        "The text says “{words}”, but the footprint ends at your gate: use and end of life are outside. "
        "Take the words out, or say “cradle to gate”."
    ),
    "claim.environment": (
        "The text says “{words}”. A footprint looks at climate change alone and says nothing of the environment at large: "
        "take the words out."
    ),
    "energy.meter_unused": (
        "The meter “{name}” reads {left:.15g} {unit} that no row of energy counts. "
        "Add a row that takes its amount from this meter, or take off what is passed on."
    ),
    "energy.meter_over": (
        "Rows of energy take {given:.15g} {unit} from the meter “{name}”, which has {left:.15g} {unit} to give. "
        "Two rows may count the same meter: keep one, or enter their shares."
    ),
    "sharing.no_reason": (
        "{percent:g} % of “{name}” was entered by hand for this product, and {rest:g} % for nobody in the list, without a reason. "
        "Enter the reason, or let the share be worked out from what the plant made."
    ),
    "sharing.mixed_bases": (
        "“{name}” is shared on another basis than other energy of the same kind at “{site}”. "
        "Share all by the same basis, or say in the reason why they differ."
    ),
    "sharing.one_basis": (
        "What “{site}” uses can be shared on one basis only, so the effect of another one cannot be shown. "
        "Enter mass, pieces, machine hours or prices of all its products for one more."
    ),
    "flow.other_period": (
        "The amount of “{name}” ends on {day}, before the reference period begins. Enter the amount of the period."
    ),
    "materials.missing": (
        "Energy is counted, but there is no material. Enter what the part is made of; parts the customer provides count too."
    ),
    "materials.nothing_lost": (
        "There are steps of production, but nothing is lost on the way: no gross mass, no yield, no scrap. "
        "Net masses may stand where the gross masses belong."
    ),
    "packaging.missing": (
        "The packaging of the product is not entered. Enter it, or say on the first page that it is left out."
    ),
    "transport.missing": "No transport is entered. Enter how the materials come to you.",
    "transport.internal_missing": (
        "Parts go out to other companies and come back, but no leg between plants is entered. Enter those legs."
    ),
    "result.no_uncertainty": (
        "The footprint is not above zero, so its uncertainty cannot be worked out. Look for a negative or missing row."
    ),
}
