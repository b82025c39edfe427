"""Studies of a plant, each with one thing wrong; shared by the tests of the checks."""

from dataclasses import replace
from datetime import date

from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Origin
from supplier_pcf.domain.site import (
    Meter,
    MeterPart,
    MeterPartKind,
    PlantOutput,
    ProcessStep,
    Reading,
)
from tests.build import Case, a_factor, a_plant, a_study, kg

THIS = PlantOutput(
    id="p", name="Bracket", is_this_product=True, units=1000, mass_per_unit=kg(1), machine_hours=10
)
OTHER = PlantOutput(id="q", name="Lever", units=500, mass_per_unit=kg(2), machine_hours=30)
YEAR = Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=12_000)
MAIN = Meter(id="main", site_id="nb", name="Main meter", readings=(YEAR,))
POWER = EnergyUse(
    id="power",
    site_id="nb",
    meter_id="main",
    basis=Basis.PER_PERIOD,
    allocation=Allocation(basis=AllocationBasis.MACHINE_HOURS, site_id="nb"),
    factor_id="grid",
    origin=Origin.MEASURED,
)
AIR = EnergyUse(id="air", name="Compressed air", carrier=Carrier.COMPRESSED_AIR)
GRID = a_factor("grid", 0.5, unit="kWh")


def plant(*uses, meter=MAIN, **facts):
    """A plant of two products with one meter of 12,000 kWh; a quarter of its hours are this product's."""
    told = {"sites": a_plant(THIS, OTHER), "meters": (meter,), **facts}
    return Case(a_study(energy_uses=(POWER, *uses), **told), [GRID])


def parts(*taken):
    return plant(meter=replace(MAIN, parts=taken))


def taken(amount, kind=MeterPartKind.OFFICES):
    return MeterPart(kind=kind, belongs=False, amount=amount)


def readings(*found):
    return plant(meter=replace(MAIN, readings=found))


def press(kw, seconds, pieces=None):
    return ProcessStep(id="press", power_kw=kw, cycle_seconds=seconds, parts_per_cycle=pieces)


HALF = replace(YEAR, end=date(2025, 6, 30))
FOUND = {
    "product.volume_not_positive": plant(product=replace(a_study().product, volume=0.0)),
    "plant.negative_figure": plant(sites=a_plant(THIS, replace(OTHER, machine_hours=-1))),
    "meter.negative": readings(replace(YEAR, amount=-1)),
    "meter.reading_order": readings(replace(YEAR, end=date(2024, 12, 31))),
    "meter.readings_overlap": readings(YEAR, replace(HALF, start=date(2025, 6, 1))),
    "meter.readings_missing": readings(HALF),
    "meter.part_no_amount": parts(taken(None)),
    "meter.part_negative": parts(taken(-5)),
    "meter.parts_exceed": parts(taken(12_001)),
    "energy.included_nowhere": plant(replace(AIR, included_in="gone")),
    "energy.included_circle": plant(replace(AIR, included_in="air")),
    "energy.bought_or_made": plant(AIR),
    # A quarter of 12,000 kWh for 1,000 pieces is 3 kWh; 36 kW for 10 s is 0.1 kWh.
    "energy.beside_machine_power": plant(process_steps=(press(36, 10),)),
}
"""One study for each code of a finding."""
