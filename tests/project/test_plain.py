import math

import pytest

from supplier_pcf.domain.factor import EmissionFactor, Gases
from supplier_pcf.domain.flows import Exclusion, Material
from supplier_pcf.domain.study import Product, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.project.plain import Unfit, plain


def test_defaults_are_left_out_and_needed_fields_never():
    assert plain(Study()) == {}
    assert plain(Material(id="")) == {"id": ""}
    assert plain(Quantity(0.0, "kg")) == {"value": 0.0, "unit": "kg"}
    assert plain(EmissionFactor(id="f", gases=Gases())) == {"id": "f", "gases": {}}


def test_numbers_are_written_in_one_way():
    assert repr(plain(Product(volume=5))) == "{'volume': 5.0}"
    assert repr(plain(Product(volume=-0.0))) == "{'volume': 0.0}"


def test_a_number_that_does_not_fit_is_found():
    rows = (Material(id="a"), Material(id="b", exclusion=Exclusion(estimate=math.nan)))
    with pytest.raises(Unfit) as caught:
        plain(Study(materials=rows))
    assert caught.value.steps == ("materials", 1, "exclusion", "estimate")
