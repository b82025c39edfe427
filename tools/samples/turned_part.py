"""The sample of a turned part: a hydraulic fitting of free-cutting steel, Czechia."""

from __future__ import annotations

from supplier_pcf.domain.energy import Carrier, EnergyUse
from supplier_pcf.domain.flows import Exclusion, WasteTreatment
from supplier_pcf.domain.site import PlantOutput, ProcessStep, Site
from supplier_pcf.domain.study import Product, Study
from supplier_pcf.domain.transport import TransportPurpose
from supplier_pcf.factors.composition import ProcessingEnergy
from tools.samples.parts import (
    HEATING,
    SIMILAR,
    auxiliary,
    bought_step,
    common,
    kg,
    leg,
    made_of,
    meter,
    metered,
    package,
    part,
    to_customer,
    waste,
    who,
    year,
    yearly_waste,
)

GRID = "ember-2026:cz-2025"


def study() -> Study:
    """A shop of 61,000 machine hours; this product takes 5,200 of them."""
    bar = made_of(
        "Steel bar 11SMn30, drawn",
        "CZ",
        {"us-lci-fy21q3:steel-billets": 1.0},
        "Billets with the energy of rolling and drawing; 0.3 kWh per kg and the yield are made up for this sample",
        (ProcessingEnergy(factor_id=GRID, amount=0.3),),
        material_yield=0.95,
    )
    return Study(
        id="turned-part",
        title="Hydraulic fitting, turned, 2025",
        rule_set="iso-14067-2018",
        company=who("Vzor Obrábění s.r.o.", "VO-3001", "vzor-obrabeni.example", "Jana Nováková"),
        sites=(
            Site(
                id="plant",
                name="Brno plant",
                address="Brno, South Moravia, Czechia",
                country="CZ",
                outputs=(
                    PlantOutput(
                        id="this",
                        name="Fitting HF-068",
                        is_this_product=True,
                        units=420_000,
                        mass_per_unit=kg(0.068),
                        machine_hours=5_200,
                        price_per_unit=21,
                    ),
                    PlantOutput(
                        id="others",
                        name="Other turned parts, 90 types",
                        units=4_800_000,
                        mass_per_unit=kg(0.055),
                        machine_hours=55_800,
                        price_per_unit=17,
                    ),
                ),
            ),
        ),
        meters=(
            meter(Carrier.ELECTRICITY, "Electricity, main meter", "kWh", year(690_000)),
            meter(
                Carrier.NATURAL_GAS, "Natural gas of the hall", "kWh gross", year(310_000, HEATING)
            ),
        ),
        product=Product(
            name="Fitting HF-068",
            description="Turned hydraulic fitting of 11SMn30, zinc-nickel plated, hexagon 22, length 48 mm",
            part_number="HF-068",
            customer_part_number="A-220-68",
            customer="Customer of this sample",
            customer_domain="customer.example",
            mass=kg(0.068),
            volume=420_000,
            price=21,
            currency="CZK",
        ),
        process_steps=(
            ProcessStep(
                id="turning",
                name="Turning on bar automatics",
                site_id="plant",
                reject_share=0.012,
                note="The chips are in the gross mass of the bar",
            ),
            ProcessStep(
                id="washing", name="Washing and inspection", site_id="plant", reject_share=0.005
            ),
        ),
        materials=(
            part(
                "bar",
                "Hexagon bar 22 mm",
                0.0673,
                bar.id,
                part_number="B-22",
                designation="11SMn30",
                gross_amount=kg(0.155),
                carbon_kind="steel",
                technology_fit=SIMILAR,
                supplier="Steel merchant of this sample",
                note="Made up for this sample: bar for one good part with chips, saw cut, end piece and rejects. Take yours from the cutting list.",
            ),
            part(
                "plating",
                "Zinc of the zinc-nickel layer",
                0.0007,
                "nuss-eckelman-2014:zinc",
                carbon_kind="zinc",
                technology_fit=SIMILAR,
                enters_at="washing",
                supplier="Plater of this sample",
                exclusion=Exclusion(
                    reason="Already in the price of the plating; here for the mass of the part",
                    estimate=0.0,
                ),
            ),
            auxiliary("oil", "Cutting oil", kg(14_500), "desnz-2025:mineral-oil-primary"),
        ),
        energy_uses=(
            metered(
                Carrier.ELECTRICITY,
                "Electricity",
                GRID,
                note="Made up for this sample: 11 kWh per machine hour, with compressor and hall. Enter the readings of your own twelve bills.",
            ),
            EnergyUse(
                id="air",
                name="Compressed air",
                carrier=Carrier.COMPRESSED_AIR,
                site_id="plant",
                included_in="electricity",
                note="Counts nothing here: the power of the compressor is in the main meter.",
            ),
            metered(Carrier.NATURAL_GAS, "Natural gas", "desnz-2025:natural-gas-kwh-gross"),
        ),
        outside_processes=(
            bought_step(
                "plater",
                "Zinc-nickel plating, barrel",
                0.055,
                "332813",
                process="plating",
                place="CZ",
                supplier="Plater of this sample",
            ),
        ),
        packaging=(
            package(
                "box",
                "Small load carrier of PP, returned",
                1.9,
                150,
                "us-lci-fy21q3:injection-moulded-pp",
                trips=50,
                carbon_kind="pp",
            ),
            package(
                "bag",
                "VCI bag of PE",
                0.035,
                150,
                "desnz-2025:ldpe-lldpe-primary",
                carbon_kind="pe",
            ),
        ),
        wastes=(
            waste(
                "chips",
                "Steel chips and end pieces, sold",
                0.155 - 0.0673,
                "desnz-2025:waste-scrap-metal-closed-loop",
                sold=True,
            ),
            yearly_waste(
                "oil-waste",
                "Oily sludge and used oil",
                9_800,
                "ademe-bc236:34712",
                treatment=WasteTreatment.HAZARDOUS,
                hazardous=True,
            ),
        ),
        transports=(
            leg(
                "in-bar",
                "Bars from the mill",
                210,
                "hgv-artic-over-33t-average",
                "bar",
                from_place="Ostrava",
                to_place="Brno",
            ),
            leg(
                "plater-way",
                "To the plater and back",
                120,
                "hgv-rigid-all-average",
                purpose=TransportPurpose.INTERNAL,
                carried_mass=kg(0.068),
                from_place="Brno",
                to_place="Olomouc",
            ),
            leg(
                "waste",
                "Chips to the steel works",
                180,
                "hgv-artic-over-33t-average",
                "chips",
                purpose=TransportPurpose.WASTE,
                from_place="Brno",
                to_place="Ostrava",
            ),
            to_customer("To the customer", 560, 0.081, ("Brno", "Ulm")),
        ),
        factors=(bar,),
        **common("Jana Nováková"),
    )
