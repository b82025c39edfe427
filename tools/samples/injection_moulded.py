"""The sample of an injection-moulded part: a duct housing of glass-filled polyamide, Germany."""

from __future__ import annotations

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.flows import Exclusion
from supplier_pcf.domain.site import PlantOutput, ProcessStep, Site
from supplier_pcf.domain.study import Product, Study
from supplier_pcf.domain.transport import TransportPurpose
from supplier_pcf.factors.composition import ProcessingEnergy
from tools.samples.parts import (
    HEATING,
    SIMILAR,
    SMALL,
    auxiliary,
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
)

GRID = "ember-2026:de-2025"


def study() -> Study:
    """A plant of 18,000 machine hours; this product takes 1,300 of them."""
    compound = made_of(
        "PA6-GF30 compound",
        "DE",
        {"literature:pa6-lanxess-2021": 0.7, "ademe-bc236:20546": 0.3},
        "Shares by the designation; 0.4 kWh per kg for compounding is made up for this sample",
        (ProcessingEnergy(factor_id=GRID, amount=0.4),),
    )
    brass = made_of(
        "Brass CuZn39Pb3 (metal only)",
        "DE",
        {
            "nuss-eckelman-2014:copper": 0.58,
            "nuss-eckelman-2014:zinc": 0.39,
            "nuss-eckelman-2014:lead": 0.03,
        },
        "Shares by the designation (EN 12164); melting and turning are missing",
    )
    return Study(
        id="injection-moulded",
        title="Duct housing, injection moulded, 2025",
        rule_set="iso-14067-2018",
        company=who(
            "Beispiel Kunststofftechnik GmbH",
            "BK-1001",
            "beispiel-kunststoff.example",
            "Anna Muster",
        ),
        sites=(
            Site(
                id="plant",
                name="Lüdenscheid plant",
                address="Lüdenscheid, North Rhine-Westphalia, Germany",
                country="DE",
                subdivision="DE-NW",
                outputs=(
                    PlantOutput(
                        id="this",
                        name="Duct housing DH-188",
                        is_this_product=True,
                        units=240_000,
                        mass_per_unit=kg(0.188),
                        machine_hours=1_300,
                        price_per_unit=1.9,
                    ),
                    PlantOutput(
                        id="others",
                        name="Other moulded parts, 60 types",
                        units=6_100_000,
                        mass_per_unit=kg(0.092),
                        machine_hours=16_700,
                        price_per_unit=0.85,
                    ),
                ),
            ),
        ),
        meters=(
            meter(Carrier.ELECTRICITY, "Electricity, main meter", "kWh", year(930_000)),
            meter(Carrier.NATURAL_GAS, "Natural gas", "kWh gross", year(190_000, HEATING)),
        ),
        product=Product(
            name="Duct housing DH-188",
            description="Housing of PA6-GF30 with four brass inserts, black, about 160 x 90 x 55 mm",
            part_number="DH-188",
            customer_part_number="4711 088",
            customer="Customer of this sample",
            customer_domain="customer.example",
            mass=kg(0.188),
            volume=240_000,
            price=1.9,
            currency="EUR",
        ),
        process_steps=(
            ProcessStep(
                id="moulding",
                name="Drying and injection moulding",
                site_id="plant",
                material_yield=0.97,
                reject_share=0.015,
                note="Runners are ground and fed back; lumps of starting up are the loss",
            ),
            ProcessStep(
                id="inserts",
                name="Setting the inserts, inspection",
                site_id="plant",
                reject_share=0.005,
            ),
        ),
        materials=(
            part(
                "resin",
                "PA6-GF30 granulate, black",
                0.1795,
                compound.id,
                part_number="R-630",
                designation="PA6-GF30",
                carbon_kind="pa6",
                supplier="Compounder of this sample",
                technology_fit=SIMILAR,
            ),
            part(
                "insert",
                "Threaded insert M5",
                0.0015,
                brass.id,
                part_number="N-M5",
                designation="CuZn39Pb3",
                quantity_per=4,
                enters_at="inserts",
                carbon_kind="brass",
                supplier="Turner of this sample",
                technology_fit=SIMILAR,
            ),
            part(
                "masterbatch",
                "Colour masterbatch",
                0.0025,
                "us-lci-fy21q3:ldpe",
                part_number="C-900",
                technology_fit=SIMILAR,
                note=SMALL,
                exclusion=Exclusion(
                    reason="No open factor for pigments; 1.3 % of the mass, estimated with its carrier LDPE"
                ),
            ),
            auxiliary("oil", "Hydraulic oil", kg(900), "desnz-2025:mineral-oil-primary"),
        ),
        energy_uses=(
            metered(
                Carrier.ELECTRICITY,
                "Electricity",
                GRID,
                note="Made up for this sample: 1.5 kWh per kg moulded. The US LCI states 1.79 kWh per kg with auxiliaries, published figures range from 0.6 to 2.5. Enter the readings of your own twelve bills.",
            ),
            metered(Carrier.NATURAL_GAS, "Natural gas", "desnz-2025:natural-gas-kwh-gross"),
        ),
        packaging=(
            package(
                "carton",
                "Corrugated carton for 60 pieces",
                0.74,
                60,
                "desnz-2025:board-primary",
                carbon_kind="cellulose",
            ),
            package(
                "bag",
                "PE bag in the carton",
                0.03,
                60,
                "desnz-2025:ldpe-lldpe-primary",
                carbon_kind="pe",
            ),
            package(
                "pallet", "Wooden pallet, exchanged", 25, 1_440, "desnz-2025:wood-primary", trips=20
            ),
        ),
        wastes=(
            waste(
                "lumps",
                "Lumps and rejects of PA6-GF30",
                0.182 / 0.97 / 0.985 / 0.995 - 0.182,
                "desnz-2025:waste-average-plastics-closed-loop",
                sold=True,
            ),
            waste(
                "rejects",
                "Rejected inserts",
                0.006 / 0.995 - 0.006,
                "desnz-2025:waste-scrap-metal-closed-loop",
                sold=True,
            ),
        ),
        transports=(
            leg(
                "in-resin",
                "Granulate from the compounder",
                260,
                "hgv-artic-over-33t-average",
                "resin",
                "masterbatch",
                from_place="Leverkusen",
                to_place="Lüdenscheid",
            ),
            leg(
                "in-inserts",
                "Inserts",
                140,
                "hgv-rigid-all-average",
                "insert",
                from_place="Siegen",
                to_place="Lüdenscheid",
            ),
            leg(
                "in-packaging",
                "Packaging",
                60,
                "hgv-rigid-all-average",
                "carton",
                "bag",
                purpose=TransportPurpose.PACKAGING,
                from_place="Hagen",
                to_place="Lüdenscheid",
            ),
            leg(
                "waste",
                "Lumps to the recycler",
                45,
                "hgv-rigid-all-average",
                "lumps",
                "rejects",
                purpose=TransportPurpose.WASTE,
                from_place="Lüdenscheid",
                to_place="Dortmund",
            ),
            to_customer("To the customer", 420, 0.2182, ("Lüdenscheid", "Stuttgart")),
        ),
        factors=(compound, brass),
        **common("Anna Muster"),
    )
