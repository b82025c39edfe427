"""Verified and certified shares along a chain of suppliers: tables 8 to 10 of the verification framework v2.0."""

import pytest

from supplier_pcf.domain.factor import Layer
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.study import Assurance, AssuranceLevel
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.chain import chain_shares
from supplier_pcf.engine.weighted import with_uptake
from tests.build import Case, a_factor, kg

IN_DEPTH, REGULAR, NONE = AssuranceLevel.IN_DEPTH, AssuranceLevel.REGULAR, AssuranceLevel.NONE


def tier(own, *inputs, level=IN_DEPTH, certified=False):
    """A company that adds its own kg and buys so many pieces of each input; returns what it declares."""
    bought = Material(id="own", amount=kg(1), factor_id="own")
    case = Case().with_flow("materials", bought, a_factor("own", own))
    for i, (count, declared) in enumerate(inputs):
        total, verified, program = declared
        factor = a_factor(
            f"i{i}",
            total,
            unit="piece",
            layer=Layer.SUPPLIER,
            verified_share=None if verified is None else verified / 100,
            certified_share=None if program is None else program / 100,
        )
        flow = Material(id=f"i{i}", amount=Quantity(count, "piece"), factor_id=f"i{i}")
        case = case.with_flow("materials", flow, factor)
    case = case.having(assurance=Assurance(level=level, has_certified_program=certified))
    shares = chain_shares(case.study, case.result, case.examined.factor, with_uptake)
    return case.result.excluding, shares.verified, shares.certified


def test_the_verified_share_of_table_8():
    """Printed 95, 0, 84, 86; exact where nothing is rounded on the way."""
    e1, f1 = tier(10), tier(5)
    c1, d1 = tier(20, (3, e1)), tier(10, (1, f1), level=NONE)
    b1 = tier(15, (2, c1), (1, d1))
    a1 = tier(25, (1, b1))
    assert [t[0] for t in (c1, d1, b1, a1)] == pytest.approx([50, 15, 130, 155])
    assert [t[1] for t in (c1, d1, b1, a1)] == pytest.approx(
        [95, 0, 84.03846153846153, 85.80645161290323], rel=1e-9
    )


def test_the_verified_share_of_table_9_with_one_regular_verification():
    """Printed 73 and 77, with 73 carried on; exact 72.5 and 76.129."""
    c1 = tier(20, (3, tier(10)), level=REGULAR)
    b1 = tier(15, (2, c1), (1, tier(10, (1, tier(5)), level=NONE)))
    assert c1[1] == pytest.approx(80)
    assert b1[1] == pytest.approx(72.5)
    assert tier(25, (1, b1))[1] == pytest.approx(76.12903225806451)


def test_the_certified_share_of_table_10():
    """Printed 60, 58, 65; an own step that is not certified does not break the chain."""
    c1 = tier(20, (3, tier(10, certified=True)))
    b1 = tier(15, (2, c1), (1, tier(15)), certified=True)
    a1 = tier(25, (1, b1), certified=True)
    assert [t[2] for t in (c1, b1, a1)] == pytest.approx(
        [60, 57.69230769230769, 64.51612903225806], rel=1e-9
    )


def test_what_a_supplier_does_not_declare_counts_as_zero():
    total, verified, certified = tier(25, (1, (75.0, None, None)), certified=True)
    assert (total, verified, certified) == pytest.approx((100, 0.25 * 95, 25))


def test_a_footprint_of_zero_has_no_shares():
    found = chain_shares(Case().study, Case().result, Case().examined.factor, with_uptake)
    assert (found.verified, found.certified) == (None, None)
