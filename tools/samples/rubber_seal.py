"""The sample of a rubber seal: an EPDM seal on a steel carrier, Poland."""

from __future__ import annotations

from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.flows import Origin, OutsideProcess, WasteTreatment
from supplier_pcf.domain.site import PlantOutput, ProcessStep, Site
from supplier_pcf.domain.study import Product, Study
from supplier_pcf.domain.transport import TransportPurpose
from supplier_pcf.domain.units import Quantity
from tools.samples.parts import (
    PRICE,
    SAME,
    SIMILAR,
    USD,
    auxiliary,
    by_money,
    common,
    kg,
    leg,
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


def study() -> Study:
    """A plant of 74,000 press hours; this seal takes 2,600 of them."""
    return Study(
        id="rubber-seal",
        title="Flange seal, EPDM on steel, 2025",
        rule_set="iso-14067-2018",
        company=who(
            "Przykład Guma Sp. z o.o.", "PG-5001", "przyklad-guma.example", "Piotr Kowalski"
        ),
        sites=(
            Site(
                id="plant",
                name="Gliwice plant",
                address="Gliwice, Silesia, Poland",
                country="PL",
                outputs=(
                    PlantOutput(
                        id="this",
                        name="Flange seal FS-086",
                        is_this_product=True,
                        units=310_000,
                        mass_per_unit=kg(0.086),
                        machine_hours=2_600,
                        price_per_unit=4.3,
                    ),
                    PlantOutput(
                        id="others",
                        name="Other moulded rubber parts, 110 types",
                        units=14_500_000,
                        mass_per_unit=kg(0.052),
                        machine_hours=71_400,
                        price_per_unit=2.9,
                    ),
                ),
            ),
        ),
        meters=(
            meter(Carrier.ELECTRICITY, "Electricity, main meter", "kWh", year(2_750_000)),
            meter(
                Carrier.NATURAL_GAS,
                "Natural gas of post-curing and hall",
                "kWh gross",
                year(880_000),
            ),
        ),
        product=Product(
            name="Flange seal FS-086",
            description="Injection-moulded seal of EPDM 70 Shore A on a stamped steel carrier, diameter 112 mm",
            part_number="FS-086",
            customer_part_number="30 776 086",
            customer="Customer of this sample",
            customer_domain="customer.example",
            mass=kg(0.086),
            volume=310_000,
            price=4.3,
            currency="PLN",
        ),
        process_steps=(
            ProcessStep(
                id="preparing",
                name="Degreasing and coating the carriers",
                site_id="plant",
                reject_share=0.004,
            ),
            ProcessStep(
                id="moulding",
                name="Injection moulding and curing",
                site_id="plant",
                reject_share=0.02,
                note="Cured rubber cannot be fed back: runners and flash are in the gross mass",
            ),
            ProcessStep(
                id="finishing",
                name="Deflashing, post-curing, inspection",
                site_id="plant",
                reject_share=0.006,
            ),
        ),
        materials=(
            by_money(
                "compound",
                "EPDM compound, ready mixed",
                0.0515,
                0.1802,
                "325212",
                part_number="E-70",
                designation="EPDM 70",
                gross_amount=Quantity(0.2275, USD),
                enters_at="moulding",
                supplier="Mixer of this sample",
                note="No open factor of EPDM, so the price stands in (screening): 3.50 US dollars of 2022 per kg, made up for this sample; 65 g go in for 51.5 g in the seal. Ask the mixer for his footprint, or for his recipe and kWh per kg of compound.",
            ),
            part(
                "carrier",
                "Stamped steel carrier",
                0.034,
                "us-lci-fy21q3:steel-sheet-cold-rolled",
                part_number="S-34",
                designation="DC01",
                gross_amount=kg(0.0584),
                carbon_kind="steel",
                supplier="Stamper of this sample",
                factor_reason="The sheet; the power of stamping is a row of its own",
                note="Made up for this sample: 58.4 g of sheet go in for one good seal, most of the rest is scrap of stamping. Ask the stamper for his blank.",
            ),
            by_money(
                "bonding",
                "Bonding agent, dry",
                0.0005,
                0.012,
                "325520",
                part_number="B-2",
                gross_amount=Quantity(0.0132, USD),
                supplier="Adhesive maker of this sample",
            ),
            auxiliary(
                "release",
                "Release agent and cleaner, by price",
                Quantity(21_000, USD),
                "epa-spend-v1-3:naics-325998",
                note=PRICE,
            ),
        ),
        energy_uses=(
            metered(
                Carrier.ELECTRICITY,
                "Electricity",
                "ember-2026:pl-2025",
                note="Made up for this sample: 37 kWh per press hour, with heating of the moulds. Enter the readings of your own twelve bills.",
            ),
            metered(
                Carrier.NATURAL_GAS,
                "Natural gas",
                "desnz-2025:natural-gas-kwh-gross",
            ),
        ),
        outside_processes=(
            OutsideProcess(
                id="stamping",
                name="Stamping of the carrier at the supplier, electricity",
                amount=Quantity(0.015, "kWh"),
                factor_id="ember-2026:pl-2025",
                technology_fit=SAME,
                origin=Origin.ASSUMED,
                supplier="Stamper of this sample",
                process="stamping",
                place="PL",
                note="Made up for this sample. Ask the stamper for power of the press and strokes per minute.",
            ),
        ),
        packaging=(
            package(
                "carton",
                "Corrugated carton for 200 pieces",
                0.68,
                200,
                "desnz-2025:board-primary",
                carbon_kind="cellulose",
            ),
            package(
                "bag",
                "PE bag in the carton",
                0.04,
                200,
                "desnz-2025:ldpe-lldpe-primary",
                carbon_kind="pe",
            ),
        ),
        wastes=(
            waste(
                "flash",
                "Runners, flash and rejects of cured rubber, burnt",
                0.0135,
                "ademe-bc236:34586",
                treatment=WasteTreatment.INCINERATION,
                technology_fit=SIMILAR,
                factor_reason="No figure for cured rubber: burning of other plastics stands in",
            ),
            waste(
                "carriers",
                "Scrap of stamping and rejected carriers, sold",
                0.0244,
                "desnz-2025:waste-scrap-metal-closed-loop",
                sold=True,
            ),
            yearly_waste(
                "solvent",
                "Spent degreaser",
                11_000,
                "ademe-bc236:34712",
                treatment=WasteTreatment.HAZARDOUS,
                hazardous=True,
            ),
        ),
        transports=(
            leg(
                "in-compound",
                "Compound from the mixer",
                340,
                "hgv-artic-over-33t-average",
                "compound",
                from_place="Dębica",
                to_place="Gliwice",
            ),
            leg(
                "in-carriers",
                "Carriers from the stamper",
                110,
                "hgv-rigid-all-average",
                "carrier",
                from_place="Bielsko-Biała",
                to_place="Gliwice",
            ),
            leg(
                "waste",
                "Rubber waste to the incinerator",
                90,
                "hgv-rigid-all-average",
                "flash",
                purpose=TransportPurpose.WASTE,
                from_place="Gliwice",
                to_place="Kraków",
            ),
            to_customer("To the customer", 780, 0.0896, ("Gliwice", "Wolfsburg")),
        ),
        **common("Piotr Kowalski"),
    )
