"""The plant of a study, given to the studies of its other products."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.domain.energy import (
    Carrier,
    Criterion,
    CriterionProof,
    DirectEmission,
    EnergyUse,
    InstrumentProof,
)
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis, Material
from supplier_pcf.domain.plant import (
    find_output,
    matching_outputs,
    new_study,
    plant_flows,
    plant_of,
    with_plant,
)
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.site import Meter, PlantOutput, ProcessStep, Site
from supplier_pcf.domain.study import Period, Product, Study
from supplier_pcf.domain.units import Quantity
from tests.build import a_factor, a_study, kg

BRACKET = PlantOutput(id="o1", name="Bracket", part_number="B-1", is_this_product=True, units=900)
LEVER = PlantOutput(id="o2", name="Lever", part_number="L-2", units=500, mass_per_unit=kg(2))
SITE = Site(id="nb", name="Ningbo", country="CN", outputs=(BRACKET, LEVER))
PROOF = InstrumentProof(
    evidence=("ppa",), criteria=(CriterionProof(criterion=Criterion.UNIQUE_CLAIM, evidence=("c",)),)
)
POWER = EnergyUse(
    id="power",
    site_id="nb",
    meter_id="main",
    basis=Basis.PER_PERIOD,
    allocation=Allocation(basis=AllocationBasis.MACHINE_HOURS, site_id="nb"),
    proof=PROOF,
    factor_id="own grid",
)
OWN_OVEN = EnergyUse(id="oven", amount=Quantity(1, "kWh"), site_id="nb")
REFILL = DirectEmission(id="refill", basis=Basis.PER_PERIOD, amount=kg(2), site_id="nb")


def whole():
    return a_study(
        sites=(SITE,),
        meters=(Meter(id="main", site_id="nb", evidence=("bill",)),),
        energy_uses=(POWER, OWN_OVEN),
        direct_emissions=(REFILL,),
        materials=(Material(id="m", amount=kg(1)),),
        evidence=tuple(Evidence(id=i) for i in ("bill", "ppa", "c", "drawing")),
        factors=(a_factor("own grid"), a_factor("own steel")),
    )


def test_a_plant_is_what_its_products_have_in_common():
    plant = plant_of(whole())
    assert [u.id for u in plant.energy_uses] == ["power"]
    assert [g.id for g in plant.direct_emissions] == ["refill"]
    assert [e.id for e in plant.evidence] == ["bill", "ppa", "c"]
    assert [f.id for f in plant.factors] == ["own grid"]
    assert [f.id for f in plant_flows(whole())] == ["power", "refill"]


def test_a_new_study_of_another_product_begins_with_the_plant_and_no_material():
    begun = new_study(whole(), LEVER)
    assert begun.product == Product(name="Lever", part_number="L-2", mass=kg(2), volume=500)
    assert [o.is_this_product for o in begun.sites[0].outputs] == [False, True]
    assert (begun.company, begun.period) == (whole().company, whole().period)
    assert begun.materials == () and [u.id for u in begun.energy_uses] == ["power"]
    assert plant_of(begun).meters == plant_of(whole()).meters


def test_taking_the_plant_over_leaves_what_is_the_products_own():
    lever = Study(
        product=Product(name="Lever"),
        sites=(Site(id="old", name="ningbo works"),),
        materials=(Material(id="bar", amount=kg(2)),),
        process_steps=(ProcessStep(id="s", site_id="old"),),
        energy_uses=(
            replace(OWN_OVEN, site_id="old"),
            EnergyUse(id="old power", meter_id="x", site_id="old"),
        ),
    )
    taken = with_plant(lever, plant_of(whole()), "o2")
    assert [u.id for u in taken.energy_uses] == ["oven", "power"]
    assert [m.id for m in taken.materials] == ["bar"]
    assert taken.energy_uses[0].site_id == taken.process_steps[0].site_id == "nb"
    assert taken.period == whole().period


def test_taking_it_over_twice_changes_nothing_more():
    once = with_plant(Study(), plant_of(whole()), "o2")
    assert with_plant(once, plant_of(whole()), "o2") == once


@pytest.mark.parametrize("basis", [AllocationBasis.SHARE, AllocationBasis.ALL])
def test_a_share_entered_for_one_product_is_open_for_another(basis):
    own = Allocation(basis=basis, share=0.3, reason="sub-meter", site_id="nb")
    study = replace(whole(), energy_uses=(replace(POWER, allocation=own),))
    begun = new_study(study, LEVER)
    found = begun.energy_uses[0].allocation
    assert (found.basis, found.share, found.reason) == (AllocationBasis.SHARE, None, "")


def test_a_share_of_ones_own_stays_when_the_plant_comes_again_next_year():
    mine = Allocation(basis=AllocationBasis.SHARE, share=0.7, site_id="nb")
    theirs = replace(mine, share=0.3)
    lever = Study(energy_uses=(replace(POWER, allocation=mine),))
    other = replace(whole(), energy_uses=(replace(POWER, allocation=theirs),))
    assert with_plant(lever, plant_of(other), "o2").energy_uses[0].allocation == mine


def test_rows_whose_ids_are_taken_get_new_ones_and_stay_together():
    air = EnergyUse(
        id="air",
        carrier=Carrier.COMPRESSED_AIR,
        basis=Basis.PER_PERIOD,
        included_in="power",
    )
    study = replace(whole(), energy_uses=(POWER, air))
    lever = Study(materials=(Material(id="power"), Material(id="power-2")))
    taken = with_plant(lever, plant_of(study), "o2")
    assert [u.id for u in taken.energy_uses] == ["power-3", "air"]
    assert taken.energy_uses[1].included_in == "power-3"


def test_the_period_is_the_plants():
    year = Period(start=date(2024, 1, 1), end=date(2024, 12, 31))
    taken = with_plant(whole(), replace(plant_of(whole()), period=year), "o1")
    assert taken.period == year


@pytest.mark.parametrize(
    ("product", "ids"),
    [
        (Product(part_number="l-2 "), ["o2"]),
        (Product(part_number="X", name="LEVER"), ["o2"]),
        (Product(part_number="B-1", name="Lever"), ["o1"]),
        (Product(name="Gear"), []),
        (Product(), []),
    ],
)
def test_a_product_is_known_by_its_number_else_by_its_name(product, ids):
    assert [o.id for o in matching_outputs((SITE,), product)] == ids


def test_two_of_one_name_must_be_asked_about():
    twice = replace(SITE, outputs=(LEVER, replace(LEVER, id="o3", part_number="")))
    assert len(matching_outputs((twice,), Product(name="Lever"))) == 2


def test_an_output_is_found_at_any_plant():
    assert find_output((SITE,), "o2") is LEVER
    assert find_output((SITE,), "o9") is None
