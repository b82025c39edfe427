"""The English descriptions that go into files."""

from dataclasses import replace

from supplier_pcf.domain.flows import Allocation, AllocationBasis, CoProduct, Material
from supplier_pcf.domain.study import Scope
from supplier_pcf.engine.result import CoProductShare
from supplier_pcf.formats.shared.descriptions import (
    allocation_text,
    boundary_text,
    comment_text,
    exempted_text,
)
from tests.formats.made import LINES, RESULT, STUDY, an_issue


def test_boundary_names_the_processes_of_every_stage_after_the_users_words():
    text = boundary_text(an_issue(scope=Scope(boundary_text="Our words.")))
    assert text.splitlines() == [
        "Our words.",
        "System boundary: cradle to gate.",
        "Materials: Steel; Wood.",
        "Inbound transport: Flight.",
        "Production: Electricity.",
        "Process steps: Stamping; Deburring.",
        "Packaging: Carton.",
        "Waste treatment: Sweepings.",
        "Capital goods and infrastructure of the plant are not included.",
    ]


def test_long_lists_are_cut():
    lines = tuple(LINES[0]._replace(id=f"m{n}", name=f"M{n}") for n in range(14))
    text = boundary_text(an_issue(result={"flows": lines}))
    assert "M11; and 2 more." in text


def test_allocation_tells_bases_reasons_and_co_products():
    power = replace(
        STUDY.energy_uses[0],
        allocation=Allocation(basis=AllocationBasis.SHARE, share=0.5, reason="own meter broken"),
    )
    issue = an_issue(
        energy_uses=(power,),
        co_products=(CoProduct(id="c"),),
        co_product_reason="Prices differ.",
        scope=Scope(allocation_text="Our words."),
        result={"co_product_share": CoProductShare(share=0.83333, method="economic")},
    )
    assert allocation_text(issue).splitlines()[:5] == [
        "Our words.",
        "Amounts of the plant shared among its products, number of flows: by an entered share (1).",
        "Reasons: own meter broken.",
        "Co-products: economic allocation; the product carries 83.33 %.",
        "Reason: Prices differ.",
    ]
    assert "machine hours (1)" in allocation_text(an_issue())


def test_what_is_left_out_has_its_reason():
    assert exempted_text(an_issue()) == "Left out: Sticker (too little)."
    assert exempted_text(an_issue(materials=(), result={"flows": LINES[:2]})) == ""


def test_packaging_left_out_by_scope_says_so():
    line = LINES[2]._replace(id="steel", name="Steel")
    text = exempted_text(
        an_issue(materials=(Material(id="steel", name="Box"),), result={"flows": (line,)})
    )
    assert text == "Left out: Box (packaging is outside the scope of this footprint)."


def test_comment_tells_what_a_reader_must_know():
    assert comment_text(an_issue()).splitlines() == [
        "First release after new press.",
        "Limitations: Sticker left out.",
        "Some factors rest on GWP100 values of AR5. Some sources do not state their GWP values.",
    ]
    assert comment_text(an_issue(scope=Scope(), result={"gwp_sets": ("AR6",)})) == ""
    assert "Prospective" in comment_text(an_issue(scope=Scope(is_prospective=True)))
    assert RESULT.gwp_sets
