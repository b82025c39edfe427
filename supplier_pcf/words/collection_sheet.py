"""The words of collection sheets: what is asked, where the answer is found, why it is needed."""

from __future__ import annotations

from collections.abc import Mapping

from supplier_pcf.words import Translate
from supplier_pcf.words import same as _

_FIELDS: dict[str, str] = {
    "collect.materials.supplier": _("Who do we buy it from?"),
    "collect.materials.origin_place": _("In which country is it made? (code such as CN, DE)"),
    "collect.materials.recycled_pre_consumer": _("Recycled share from production scrap"),
    "collect.materials.recycled_post_consumer": _("Recycled share from used products"),
    "collect.outside_processes.supplier": _("Who does this work for us?"),
    "collect.outside_processes.place": _("In which country is it done? (code such as CN, DE)"),
    "collect.product.volume": _("Good pieces made in the period"),
    "collect.product.mass": _("Mass of one piece without packaging"),
    "collect.materials.gross_amount": _("What goes in for one good piece, scrap included"),
    "collect.process_steps.reject_share": _("Share of pieces rejected"),
    "collect.process_steps.cycle_seconds": _("Cycle time"),
    "collect.process_steps.parts_per_cycle": _("Pieces made in one cycle"),
    "collect.sites.units": _("Pieces made in the period"),
    "collect.sites.mass_per_unit": _("Mass of one piece"),
    "collect.sites.machine_hours": _("Machine hours in the period"),
    "collect.meters.reading": _("What the meter or bill says for this month"),
    "collect.process_steps.power_kw": _("Mean power of the machine while it works"),
    "collect.direct_emissions.amount": _("Gas used or refilled"),
    "collect.wastes.amount": _("Amount of this waste"),
    "collect.transports.from_place": _("Where does the trip begin?"),
    "collect.transports.mode": _("By which means?"),
    "collect.transports.distance": _("Distance of one trip"),
    "collect.transports.paid_by": _("Who pays for it?"),
    "collect.packaging.amount": _("Mass of one empty package"),
    "collect.packaging.units_per_package": _("Pieces in one package"),
    "collect.packaging.trips": _("Trips of a returnable package in its life"),
}
_WHERE: dict[str, str] = {
    "collect.where.materials.supplier": _("Purchase ledger or last invoice"),
    "collect.where.materials.origin_place": _("Mill or material certificate, such as CN"),
    "collect.where.materials.recycled_pre_consumer": _(
        "Supplier's declaration or certificate, such as 20 %"
    ),
    "collect.where.materials.recycled_post_consumer": _(
        "Supplier's declaration or certificate, such as 30 %"
    ),
    "collect.where.outside_processes.supplier": _("Purchase ledger or last invoice"),
    "collect.where.outside_processes.place": _("Order or delivery note, such as DE"),
    "collect.where.product.volume": _("ERP: goods receipt from production, such as 480000"),
    "collect.where.product.mass": _(
        "Weigh ten pieces and divide by ten, or the title block of the drawing"
    ),
    "collect.where.materials.gross_amount": _(
        "Weigh the blank or shot, or material booked over good pieces"
    ),
    "collect.where.process_steps.reject_share": _(
        "Quality report: rejected over made, such as 1.8 %"
    ),
    "collect.where.process_steps.cycle_seconds": _("Machine display or process sheet, such as 32"),
    "collect.where.process_steps.parts_per_cycle": _("Cavities of the tool, such as 4"),
    "collect.where.sites.units": _("ERP: all products of the plant, such as 1200000"),
    "collect.where.sites.mass_per_unit": _("Drawing or scale, such as 0.35 kg"),
    "collect.where.sites.machine_hours": _("Machine log or shift reports, such as 5200"),
    "collect.where.meters.reading": _(
        "Line “total” of the bill of this month, or meter end minus start"
    ),
    "collect.where.process_steps.power_kw": _(
        "Clamp meter over one shift, or the type plate as an upper bound"
    ),
    "collect.where.direct_emissions.amount": _(
        "Service report of the cooling unit, or cylinder book"
    ),
    "collect.where.wastes.amount": _("Transfer sheets or weighing slips"),
    "collect.where.transports.from_place": _("Delivery note"),
    "collect.where.transports.mode": _("Choose from the list: as the freight invoice says"),
    "collect.where.transports.distance": _("Route planner from gate to gate, such as 320 km"),
    "collect.where.transports.paid_by": _("Terms of delivery: EXW or FCA: us; DDP: the supplier"),
    "collect.where.packaging.amount": _("Weigh one empty box or pallet, such as 0.6 kg"),
    "collect.where.packaging.units_per_package": _("Packing instruction, such as 200"),
    "collect.where.packaging.trips": _("Pool contract or experience, such as 40"),
}
_WHY: dict[str, str] = {
    "collect.why.materials": _(
        "Materials make up most of the footprint; the maker and the recycled share decide their figure."
    ),
    "collect.why.outside_processes": _(
        "Bought work counts like our own; the place decides its power."
    ),
    "collect.why.product": _("Yearly amounts are divided by it."),
    "collect.why.process_steps": _(
        "Losses need material, and machine power checks the share of the meter."
    ),
    "collect.why.sites": _("By it the plant's energy is shared among its products."),
    "collect.why.meters": _("Twelve months of bills are the proof a verifier asks for."),
    "collect.why.direct_emissions": _(
        "A kilogram of refrigerant can count as much as a tonne of CO₂."
    ),
    "collect.why.wastes": _("What becomes of waste counts, too."),
    "collect.why.transports": _("Mass times distance is what a leg counts by."),
    "collect.why.packaging": _("It is shared by the pieces in it and by its trips."),
}
_CHOICES: dict[str, str] = {
    "collect.choice.road": _("road"),
    "collect.choice.rail": _("rail"),
    "collect.choice.sea": _("sea"),
    "collect.choice.inland_waterway": _("inland waterway"),
    "collect.choice.air": _("air"),
    "collect.choice.courier": _("courier"),
    "collect.choice.other": _("other means"),
    "collect.choice.us": _("we do"),
    "collect.choice.supplier": _("the supplier"),
    "collect.choice.customer": _("the customer"),
}
_SHEET: dict[str, str] = {
    "collect.team.purchasing": _("Purchasing"),
    "collect.team.production": _("Production"),
    "collect.team.facility": _("Facility and maintenance"),
    "collect.team.logistics": _("Logistics"),
    "collect.sheet.title": _("{team}: numbers for the carbon footprint of {product}"),
    "collect.sheet.to": _("For {person}, please back by {due}."),
    "collect.sheet.to_nobody": _("Please back by {due}."),
    "collect.sheet.period": _(
        "All amounts for the period {start} to {end}, unless said otherwise."
    ),
    "collect.sheet.how": _(
        "Fill in the coloured column. Leave it empty where the value known so far is right. "
        "The order of rows does not matter; do not delete the hidden columns."
    ),
    "collect.head.item": _("About"),
    "collect.head.asked": _("What we need"),
    "collect.head.known": _("Known so far"),
    "collect.head.answer": _("Your answer"),
    "collect.head.unit": _("Unit"),
    "collect.head.where": _("Where you find it"),
    "collect.head.why": _("Why"),
    "collect.head.note": _("Note, or document that proves it"),
}
_TITLES: dict[str, str] = {**_FIELDS, **_WHERE, **_WHY, **_CHOICES, **_SHEET}


def title(code: str, params: Mapping[str, str], translate: Translate) -> str:
    """The words of a sheet for a code, with their values filled in.

    Raises:
        KeyError: there are none; a test keeps this from happening.
    """
    return translate(_TITLES[code]).format(**params)
