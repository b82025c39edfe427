"""The sentences about a plant: meters, what is taken off them, energy counted once, plants taken over."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "product.volume_not_positive": (
        "The number of pieces made is not above zero, so nothing of the plant can be shared. Enter the good pieces made."
    ),
    "plant.negative_figure": (
        "A figure of “{name}” in the list of what the plant made is below zero, so no share can be worked out. Correct it."
    ),
    "meter.negative": "“{name}” has a reading below zero. Enter what was used; power fed into the grid goes elsewhere.",
    "meter.reading_order": "“{name}” has a reading that ends before it begins. Correct one of the two days.",
    "meter.readings_overlap": (
        "Two readings of “{name}” hold the same day, {day}, so it is counted twice. Correct or remove one of them."
    ),
    "meter.readings_missing": (
        "“{name}” is not read on {missing} of the {days} days of the reference period, so its sum is too low. "
        "Enter the missing bills, or zero where nothing was used."
    ),
    "meter.part_no_amount": (
        "“{name}” holds a part that does not belong to production, but does not say how much it is, so nothing is taken "
        "off. Enter its amount of the period."
    ),
    "meter.part_negative": ("What is taken off “{name}” is below zero. Enter a positive amount."),
    "meter.parts_exceed": (
        "{off:g} {unit} are taken off “{name}”, but it reads {read:g} {unit}. Correct the parts that do not belong to "
        "production."
    ),
    "energy.included_nowhere": (
        "“{name}” is said to be contained in energy that is not in the list. Choose the row that holds it, or enter it "
        "as bought with its factor."
    ),
    "energy.included_circle": (
        "“{name}” is said to be contained in itself, by way of other rows or directly. Choose the row of power or fuel "
        "it is made of."
    ),
    "energy.bought_or_made": (
        "Was “{name}” bought, or made on site? If bought, choose its factor. If your own compressor or boiler makes it, "
        "say in which energy it is contained, so that it is not counted twice."
    ),
    "energy.beside_machine_power": (
        "By its share of the meters one piece takes {shared:.3g} kWh of electricity, by power and cycle time of the "
        "machines {expected:.3g} kWh: {times:.2g} times as much. Check the basis of sharing, the hours and the meter."
    ),
    "plant.no_output": "The plant has no product “{output}”. Its products are: {outputs}.",
    "plant.which_output": (
        "It is not clear which product of the plant this study is of. Say so with its id; the products are: {outputs}."
    ),
    "plant.no_target": "Say with --out which file the new study goes to.",
    "plant.empty": (
        "{file} does not list what its plant made, so nothing of it can be shared. Enter the products there first, or "
        "choose another study."
    ),
}
