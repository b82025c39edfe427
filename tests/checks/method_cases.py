"""Studies with a slip of unit, a mix-up, a claim or something forgotten: one for each code."""

from dataclasses import replace
from datetime import date

from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.factor import Boundary, Layer
from supplier_pcf.domain.flows import (
    ActivityFacts,
    Allocation,
    AllocationBasis,
    Basis,
    Material,
    Origin,
    OutsideProcess,
)
from supplier_pcf.domain.site import Meter, PlantOutput, ProcessStep, Reading
from supplier_pcf.domain.study import Scope
from supplier_pcf.domain.units import Quantity
from tests.build import Case, a_factor, a_plant, a_study, kg

STEEL = a_factor("steel", 2.0)


def a_material(**facts):
    told = {
        "id": "m",
        "name": "Sheet",
        "amount": kg(1),
        "factor_id": "steel",
        "origin": Origin.MEASURED,
    }
    return Material(**{**told, **facts})


def with_material(factor=STEEL, **facts):
    return Case().with_flow("materials", a_material(**facts), factor)


def with_text(text, field="comment"):
    return with_material().having(scope=Scope(**{field: text}))


def own(kg_co2e, **facts):
    return a_factor("steel", kg_co2e, layer=Layer.OWN, **facts)


def grid(**facts):
    told = {"unit": "kWh", "boundary": Boundary.DELIVERED_LIFE_CYCLE, "category": "electricity"}
    return a_factor("grid", 0.6, **{**told, **facts})


def months(*amounts):
    return tuple(
        Reading(start=date(2025, n, 1), end=date(2025, n, 28), amount=amount)
        for n, amount in enumerate(amounts, 1)
    )


def with_meter(*uses, readings=None, **facts):
    readings = readings or months(100, 100, 100, 100)
    meter = Meter(id="main", name="Main meter", readings=readings, **facts)
    case = with_material().having(meters=(meter,), sites=a_plant(*BOTH))
    for use in uses:
        case = case.with_flow("energy_uses", use, grid())
    return case


def metered(use_id, **facts):
    told = {
        "name": f"Power {use_id}",
        "meter_id": "main",
        "basis": Basis.PER_PERIOD,
        "factor_id": "grid",
        "origin": Origin.MEASURED,
        "allocation": Allocation(basis=AllocationBasis.PIECES),
    }
    return EnergyUse(id=use_id, **{**told, **facts})


BOTH = (
    PlantOutput(id="this", is_this_product=True, units=1000, machine_hours=10),
    PlantOutput(id="other", units=3000, machine_hours=10),
)
PIECES_ALONE = tuple(replace(output, machine_hours=None) for output in BOTH)
BY_HAND = Allocation(basis=AllocationBasis.SHARE, share=0.4)


def made(*flows, **facts):
    """A material and power: a part that is made here."""
    use = EnergyUse(id="e", amount=Quantity(1, "kWh"), factor_id="grid", origin=Origin.MEASURED)
    case = with_material().with_flow("energy_uses", use, grid()).having(**facts)
    for kind, flow in flows:
        case = case.with_flow(kind, flow)
    return case


FOUND = {
    "magnitude.factor": with_material(own(2400.0), designation="DC01"),
    "magnitude.water": Case().with_flow(
        "energy_uses",
        EnergyUse(id="e", amount=Quantity(2000, "m3"), factor_id="hot", carrier=Carrier.COLD),
        a_factor("hot", 350.0, unit="m3", layer=Layer.OWN),
    ),
    "magnitude.mass": with_material()
    .with_flow("materials", a_material(id="n", name="Rivet", amount=kg(40)))
    .having(product=replace(a_study().product, mass=kg(1.04))),
    "magnitude.reading": with_meter(readings=months(91000, 89, 90000, 88000, 92000)),
    "mix_up.process": with_material(own(0.4, name="Welding, per kg of part")),
    "mix_up.packaging": with_material(a_factor("steel", category="packaging")),
    "mix_up.energy": with_material(a_factor("steel", category="fuel")),
    "mix_up.other_material": with_material(
        a_factor("steel", category="material", subcategory="aluminium"), designation="DC01"
    ),
    "offset.named": with_material(name="CO2-Kompensation 2025"),
    "offset.negative": with_material(own(-0.5)),
    "claim.neutral": with_text("Our part is climate neutral."),
    "claim.comparison": with_text("Das Teil ist besser als der Wettbewerb."),
    "claim.whole_life": with_text("PCF cradle-to-grave", "boundary_text"),
    "claim.environment": with_text("环境友好"),
    "energy.meter_unused": with_meter(),
    "energy.meter_over": with_meter(
        metered("a"), metered("b", allocation=Allocation(basis=AllocationBasis.ALL))
    ),
    "sharing.no_reason": with_meter(metered("a", allocation=BY_HAND)),
    "sharing.mixed_bases": with_meter(
        metered("a"),
        metered(
            "b",
            meter_id=None,
            amount=Quantity(10, "kWh"),
            allocation=Allocation(basis=AllocationBasis.MACHINE_HOURS),
        ),
    ),
    "sharing.one_basis": with_meter(metered("a")).having(sites=a_plant(*PIECES_ALONE)),
    "flow.other_period": with_material(facts=ActivityFacts(period_end="2023-12-31")),
    "materials.missing": Case().with_flow(
        "energy_uses", EnergyUse(id="e", amount=Quantity(1, "kWh"), factor_id="grid"), grid()
    ),
    "materials.nothing_lost": made(process_steps=(ProcessStep(id="s", name="Stamping"),)),
    "packaging.missing": made(),
    "transport.missing": made(),
    "transport.internal_missing": made(
        (
            "outside_processes",
            OutsideProcess(id="o", name="Zinc", amount=kg(1), factor_id="steel"),
        )
    ),
    "result.no_uncertainty": with_material(a_factor("steel", 0.0)),
}
"""The study that is found, by code."""
