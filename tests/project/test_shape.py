from supplier_pcf.domain.factor import EmissionFactor, Gases
from supplier_pcf.domain.flows import Basis, Material
from supplier_pcf.domain.site import Reading
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.project.shape import NOTHING, Kind, fields, is_row


def test_a_shape_says_kind_type_and_default():
    material = fields(Material)
    assert material["id"].default is NOTHING
    assert (material["amount"].shape.of, material["amount"].default) == (Quantity, None)
    assert (material["basis"].shape.kind, material["basis"].shape.of) == (Kind.CHOICE, Basis)
    assert material["evidence"].shape.rows.kind is Kind.TEXT
    assert material["is_auxiliary"].shape.kind is Kind.YES_NO
    assert fields(Reading)["start"].shape.kind is Kind.DAY
    assert fields(Study)["materials"].shape.record is Material
    assert fields(Study)["title"].shape.record is None


def test_inherited_fields_come_first():
    assert list(fields(Material))[:2] == ["id", "name"]


def test_named_tuples_are_records_too():
    gases = fields(EmissionFactor)["gases"].shape
    assert gases.record is Gases
    assert is_row(Gases)
    assert not is_row(Quantity)
    assert fields(Gases)["n2o"].default == 0.0
