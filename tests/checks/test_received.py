"""Received footprints: what is in order is left alone, and what is found points to its field."""

import math
from dataclasses import replace

import pytest

from supplier_pcf.checks import findings
from supplier_pcf.domain.assurance import Assurance, AssuranceLevel
from supplier_pcf.domain.factor import Boundary, GwpSet, Layer, Ratings
from supplier_pcf.domain.finding import Severity
from supplier_pcf.domain.transport import Payer
from tests.build import CATENA_X, ISO, PACT
from tests.checks.received import packed, supplied, two_plants, with_facts, with_leg


def codes(case):
    return {finding.code for finding in findings(case.examined)}


def found(case, code):
    return next(f for f in findings(case.examined) if f.code == code)


@pytest.mark.parametrize("rules", [ISO, CATENA_X, PACT], ids=lambda r: r.id)
def test_a_supplier_who_delivers_all_leaves_no_finding(rules):
    assert codes(supplied().under(rules)) == set()


IN_ORDER = {
    "received.gwp_set": supplied(gwp_set=GwpSet.AR6),
    "received.uptake_missing": supplied(biogenic_carbon=0.2, uptake=-0.2 * 44 / 12),
    "received.packaging_twice": packed("Carton Ltd"),
    "received.delivery_missing": with_leg(supplied(outbound=0.05), paid_by=Payer.SUPPLIER),
    "received.delivery_unpaid": with_leg(supplied(), paid_by=Payer.US),
    "received.rules_with_credit": supplied(rule_set="CISA EPD").under(ISO),
    "received.much_exempted": supplied(exempted_percent=2.9).under(CATENA_X),
    "received.negative_part": supplied(land_removals=-0.1),
    "received.own_circle": supplied(from_studies=("s9",)),
    "facts.site_coverage": with_facts(site_coverage=0.4),
    "facts.period_end": with_facts(period_end="2025-12-31"),
    "place.unknown": with_facts(place="RER"),
    "sites.weighted": two_plants(volume=600.0),
    "assurance.no_statement": supplied().having(
        assurance=Assurance(level=AssuranceLevel.REGULAR, provider="TÜV", statement="S-1")
    ),
    "factor.expired": supplied(valid_until="2026-03-01"),
}


@pytest.mark.parametrize("code", IN_ORDER)
def test_what_is_in_order_is_left_alone(code):
    assert code not in codes(IN_ORDER[code])


def test_a_circle_of_own_studies_stops_the_export_and_raises_nothing():
    assert found(supplied(from_studies=("s1",)), "received.own_circle").severity is Severity.ERROR


def test_ratings_outside_of_one_to_five_stop_the_export():
    case = supplied(ratings=Ratings(technology=9.0, time=1.0, geography=1.0))
    finding = found(case, "received.bad_rating")
    assert (finding.severity, finding.where) == (Severity.ERROR, "materials/m/factor")


@pytest.mark.parametrize("value", [math.nan, math.inf, -1.0])
def test_a_part_that_is_no_number_of_zero_or_more_is_found(value):
    assert "received.negative_part" in codes(supplied(fossil=value))


def test_a_coated_part_may_have_a_gate_to_gate_figure_where_the_process_is_bought():
    from supplier_pcf.domain.flows import OutsideProcess
    from supplier_pcf.domain.units import Quantity
    from tests.build import a_factor

    plating = OutsideProcess(id="o", amount=Quantity(1, "kg"), factor_id="p")
    factor = a_factor("p", layer=Layer.SUPPLIER, boundary=Boundary.GATE_TO_GATE)
    assert "received.boundary" not in codes(
        supplied().with_flow("outside_processes", plating, factor)
    )


def test_an_unknown_place_of_many_rows_is_told_once():
    case = supplied()
    sheet = case.study.materials[0]
    rows = tuple(replace(sheet, id=i, origin_place="浙江 宁波") for i in ("m", "n", "o"))
    finding = found(case.having(materials=rows), "place.unknown")
    assert (finding.where, finding.params["count"]) == ("materials/m/origin_place", 3)
