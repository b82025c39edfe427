import pytest

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.study import Study
from supplier_pcf.project.fitting import Misfit, fit


def test_named_tuples_come_into_their_order():
    tree = {"id": "f", "gases": {"n2o": 0.5, "co2_fossil": 2}}
    fit(tree, EmissionFactor, newer=False)
    assert tree["gases"] == [2, 0.0, 0.0, 0.5, 0.0]


def test_no_gases_stay_no_gases():
    tree = {"id": "f", "gases": None}
    fit(tree, EmissionFactor, newer=False)
    assert tree["gases"] is None


def test_an_unknown_name_is_found_at_any_depth():
    with pytest.raises(Misfit) as caught:
        fit({"sites": [{}, {"outputs": [{"mass_per_unit": {"x": 1}}]}]}, Study, newer=False)
    assert caught.value.steps == ("sites", 1, "outputs", 0, "mass_per_unit", "x")


def test_from_a_newer_revision_unknown_names_are_passed_over():
    tree = {"sites": [{"id": "a", "x": 1}], "y": 2, "company": 5}
    fit(tree, Study, newer=True)
    assert tree == {"sites": [{"id": "a"}], "company": 5}
