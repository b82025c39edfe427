"""A single published value is for a person to choose: no import puts it on a row by itself."""

import pytest

from supplier_pcf.app.proposals import candidates, proposed
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.library import bundled_library


def material(name):
    return Material(id="m", name=name, designation=name, amount=Quantity(1.0, "kg"))


@pytest.mark.parametrize("name", ["NMC811", "crude steel", "PA6"])
def test_an_import_does_not_propose_it(name):
    assert proposed(material(name), bundled_library(), "CN") is None


def test_it_stands_among_what_may_be_chosen():
    found = candidates(material("NMC811"), bundled_library(), "CN", 20)
    assert "literature:nmc811-cell-china" in {hit.factor.id for hit in found}


def test_what_many_sources_know_is_proposed_as_before():
    found = proposed(material("ABS"), bundled_library(), "CN")
    assert found is not None
    assert found.id == "us-lci-fy21q3:abs"
