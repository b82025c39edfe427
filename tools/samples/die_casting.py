"""The sample of an aluminium die casting: a machined housing, Guangdong."""

from __future__ import annotations

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.flows import WasteTreatment
from supplier_pcf.domain.site import PlantOutput, ProcessStep, Site
from supplier_pcf.domain.study import Product, Study
from supplier_pcf.domain.transport import TransportPurpose
from tools.samples.parts import (
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

GRID = "cn-electricity-footprint:2024-national"


def study() -> Study:
    """A plant of 52,000 machine hours; this product takes 3,900 of them."""
    alloy = made_of(
        "ADC12 ingot, four fifths recycled",
        "CN",
        {
            "us-lci-fy21q3:aluminium-secondary-ingot": 0.8,
            "literature:aluminium-primary-china-2020": 0.2,
        },
        "The shares of recycled and primary metal are made up for this sample: ask the alloy maker",
    )
    return Study(
        id="die-casting",
        title="Inverter housing, aluminium die casting, 2025",
        rule_set="gb-t-24067-2024",
        company=who(
            "Foshan Example Die Casting Co., Ltd.",
            "FD-2001",
            "example-diecasting.example",
            "Li Wen",
        ),
        sites=(
            Site(
                id="plant",
                name="Foshan Nanhai plant",
                address="Nanhai district, Foshan, Guangdong, China",
                country="CN",
                subdivision="CN-GD",
                outputs=(
                    PlantOutput(
                        id="this",
                        name="Inverter housing IH-145",
                        is_this_product=True,
                        units=160_000,
                        mass_per_unit=kg(1.45),
                        machine_hours=3_900,
                        price_per_unit=52,
                    ),
                    PlantOutput(
                        id="others",
                        name="Other castings, 35 types",
                        units=2_900_000,
                        mass_per_unit=kg(0.98),
                        machine_hours=48_100,
                        price_per_unit=36,
                    ),
                ),
            ),
        ),
        meters=(
            meter(Carrier.ELECTRICITY, "Electricity, main meter", "kWh", year(6_200_000)),
            meter(Carrier.NATURAL_GAS, "Natural gas of the melting furnaces", "m3", year(620_000)),
        ),
        product=Product(
            name="Inverter housing IH-145",
            description="Die-cast and machined housing of ADC12 with four steel studs, powder coated, about 290 x 210 x 70 mm",
            part_number="IH-145",
            customer_part_number="9902 145",
            customer="Customer of this sample",
            customer_domain="customer.example",
            mass=kg(1.45),
            volume=160_000,
            price=52,
            currency="CNY",
        ),
        process_steps=(
            ProcessStep(
                id="casting",
                name="Melting and die casting",
                site_id="plant",
                reject_share=0.03,
                note="Runners, biscuits and rejects are melted again; dross is the loss",
            ),
            ProcessStep(
                id="machining",
                name="Deburring, machining and washing",
                site_id="plant",
                reject_share=0.01,
            ),
            ProcessStep(
                id="assembly",
                name="Pressing the studs, leak test",
                site_id="plant",
                reject_share=0.004,
            ),
        ),
        materials=(
            part(
                "ingot",
                "ADC12 ingot",
                1.402,
                alloy.id,
                part_number="AL-12",
                designation="ADC12",
                gross_amount=kg(2.28),
                returned=kg(0.75),
                carbon_kind="aluminium",
                supplier="Alloy maker of this sample",
                technology_fit=SIMILAR,
                origin_place="CN-GD",
                note="Made up for this sample: 2.28 kg are shot, 0.75 kg of runners and rejects are melted again. Weigh ten shots of your own.",
            ),
            part(
                "stud",
                "Threaded stud M6",
                0.012,
                "us-lci-fy21q3:steel-sheet-hot-rolled",
                part_number="ST-M6",
                designation="35#",
                quantity_per=4,
                enters_at="assembly",
                carbon_kind="steel",
                technology_fit=SIMILAR,
                factor_reason="No open factor for cold-forged fasteners: the steel only, forming is missing",
                supplier="Fastener maker of this sample",
            ),
            auxiliary(
                "release",
                "Die release agent, oil share",
                kg(21_000),
                "desnz-2025:mineral-oil-primary",
            ),
        ),
        energy_uses=(
            metered(
                Carrier.ELECTRICITY,
                "Electricity",
                GRID,
                note="Made up for this sample: 2.0 kWh of electricity per kg of castings, all products of the plant together. Enter the readings of your own twelve bills.",
            ),
            metered(
                Carrier.NATURAL_GAS,
                "Natural gas",
                "desnz-2025:natural-gas-mineral-m3",
                factor_reason="Chinese factors lack methane and supply; the British one holds both",
            ),
        ),
        outside_processes=(
            bought_step(
                "coating",
                "Powder coating",
                0.62,
                "332812",
                process="powder coating",
                place="CN-GD",
                supplier="Coater of this sample",
            ),
        ),
        packaging=(
            package(
                "crate",
                "Folding box of PP, returned",
                2.6,
                12,
                "us-lci-fy21q3:injection-moulded-pp",
                trips=40,
                carbon_kind="pp",
            ),
            package(
                "tray",
                "Thermoformed PET tray",
                0.36,
                12,
                "desnz-2025:pet-primary",
                carbon_kind="pet",
            ),
        ),
        wastes=(
            waste(
                "chips",
                "Aluminium chips, sold",
                0.085,
                "desnz-2025:waste-scrap-metal-closed-loop",
                sold=True,
            ),
            waste(
                "dross",
                "Dross, sold to a refiner",
                0.043,
                "desnz-2025:waste-scrap-metal-closed-loop",
                sold=True,
            ),
            waste(
                "studs",
                "Rejected studs",
                0.048 / 0.996 - 0.048,
                "desnz-2025:waste-scrap-metal-closed-loop",
                sold=True,
            ),
            yearly_waste(
                "emulsion",
                "Waste emulsion and sludge",
                64_000,
                "ademe-bc236:34712",
                treatment=WasteTreatment.HAZARDOUS,
                hazardous=True,
            ),
        ),
        transports=(
            leg(
                "in-ingot",
                "Ingots from the alloy maker",
                95,
                "hgv-artic-over-33t-100",
                "ingot",
                from_place="Zhaoqing",
                to_place="Foshan",
            ),
            leg(
                "in-studs",
                "Studs",
                1_350,
                "hgv-artic-over-33t-average",
                "stud",
                from_place="Ningbo",
                to_place="Foshan",
            ),
            leg(
                "coater",
                "To the coater and back",
                50,
                "hgv-rigid-all-average",
                purpose=TransportPurpose.INTERNAL,
                carried_mass=kg(1.45),
                from_place="Foshan",
                to_place="Foshan Shunde",
            ),
            leg(
                "waste",
                "Chips and dross to the refiner",
                70,
                "hgv-rigid-all-average",
                "chips",
                "dross",
                purpose=TransportPurpose.WASTE,
                from_place="Foshan",
                to_place="Zhaoqing",
            ),
            to_customer("To the customer", 1_480, 1.7, ("Foshan", "Shanghai")),
        ),
        factors=(alloy,),
        **common("Li Wen"),
    )
