"""Studies with received footprints, facts and statements that lack something, by the code of what they lack."""

from dataclasses import replace
from datetime import date

from supplier_pcf.domain.assurance import Assurance, AssuranceLevel
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor import Boundary, GwpSet, Layer, Ratings
from supplier_pcf.domain.flows import ActivityFacts, Material, Origin, Packaging
from supplier_pcf.domain.site import PlantOutput, Site
from supplier_pcf.domain.study import Period
from supplier_pcf.domain.transport import Payer, Transport
from supplier_pcf.domain.units import Quantity
from tests.build import CATENA_X, Case, a_factor, kg


def supplied(**facts):
    """A study of one sheet with a supplier's footprint that lacks nothing, but for these facts."""
    told = {
        "layer": Layer.SUPPLIER,
        "valid_until": "2027-12-31",
        "rule_set": "Catena-X PCF Rulebook v4",
        "primary_share": 0.6,
        "ratings": Ratings(technology=2.0, time=1.0, geography=2.0),
    }
    sheet = Material(
        id="m",
        name="Sheet",
        amount=kg(1),
        factor_id="f",
        origin=Origin.MEASURED,
        supplier="Baosteel",
    )
    return Case().with_flow("materials", sheet, a_factor("f", 2.0, **{**told, **facts}))


def with_leg(case, **facts):
    leg = Transport(
        id="t",
        name="Coil by truck",
        amount=Quantity(1, "t.km"),
        factor_id="truck",
        carries=("m",),
        origin=Origin.MEASURED,
        **facts,
    )
    truck = a_factor("truck", 0.1, unit="t.km", boundary=Boundary.WELL_TO_WHEEL)
    return case.with_flow("transports", leg, truck)


def packed(supplier):
    box = Packaging(
        id="b", amount=kg(0.1), units_per_package=1, factor_id="f", supplier=supplier, name="Box"
    )
    return supplied(includes_packaging=True).with_flow("packaging", box)


def with_facts(**facts):
    case = supplied()
    sheet = replace(case.study.materials[0], facts=ActivityFacts(**facts))
    return case.having(materials=(sheet,))


def two_plants(first=600.0, second=400.0, volume=1000.0):
    """5 kWh a piece in Ningbo, which makes 600 pieces, and 4 kWh a piece in Hunan, which makes 400."""
    sites = tuple(
        Site(
            id=site_id,
            name=name,
            country="CN",
            subdivision=subdivision,
            outputs=(PlantOutput(id="p", is_this_product=True, units=units),),
        )
        for site_id, name, subdivision, units in (
            ("nb", "Ningbo", "CN-ZJ", first),
            ("hn", "Changsha", "CN-HN", second),
        )
    )
    case = supplied().having(sites=sites)
    case = case.having(product=replace(case.study.product, volume=volume))
    for site_id, kwh in (("nb", 5.0), ("hn", 4.0)):
        use = EnergyUse(
            id=site_id,
            name=f"Power {site_id}",
            site_id=site_id,
            amount=Quantity(kwh, "kWh"),
            factor_id=f"grid-{site_id}",
            origin=Origin.MEASURED,
        )
        place = "CN-ZJ" if site_id == "nb" else "CN-HN"
        grid = a_factor(
            f"grid-{site_id}",
            0.5,
            unit="kWh",
            place=place,
            boundary=Boundary.DELIVERED_LIFE_CYCLE,
            category="electricity",
        )
        case = case.with_flow("energy_uses", use, grid)
    return case


RECEIVED = {
    "received.boundary": supplied(boundary=Boundary.GATE_TO_GATE),
    "received.gwp_set": supplied(gwp_set=GwpSet.AR5),
    "received.ends_before_period": supplied(valid_until="2026-06-30").having(
        period=Period(start=date(2026, 1, 1), end=date(2026, 12, 31))
    ),
    "received.day_unreadable": supplied(valid_until="31.12.2027"),
    "received.uptake_missing": supplied(biogenic_carbon=0.2),
    "received.carbon_missing": supplied(uptake=-0.5),
    "received.packaging_twice": packed("baosteel "),
    "received.delivery_missing": supplied(outbound=0.05),
    "received.delivery_unpaid": with_leg(supplied(), paid_by=Payer.SUPPLIER),
    "received.no_rules": supplied(rule_set=""),
    "received.rules_with_credit": supplied(rule_set="CISA EPD for hot rolled coil").under(CATENA_X),
    "received.no_primary_share": supplied(primary_share=0.0),
    "received.no_ratings": supplied(ratings=None),
    "received.much_exempted": supplied(exempted_percent=3.0).under(CATENA_X),
    "received.bad_rating": supplied(ratings=Ratings(technology=0.0, time=1.0, geography=1.0)),
    "received.bad_share": supplied(verified_share=1.2),
    "received.negative_part": supplied(land_use_change=-0.1),
    "received.positive_uptake": supplied(uptake=0.4, biogenic_carbon=0.1),
    "received.own_circle": supplied(from_studies=("s9", "s1")),
    "facts.site_coverage": with_facts(site_coverage=40.0),
    "facts.period_end": with_facts(period_end="end of 2025"),
    "place.unknown": with_facts(place="Mittelerde"),
    "sites.weighted": two_plants(),
    "assurance.no_statement": supplied().having(
        assurance=Assurance(level=AssuranceLevel.REGULAR, provider="TÜV")
    ),
    "assurance.day": supplied().having(assurance=Assurance(day="yesterday")),
}
