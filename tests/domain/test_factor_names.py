"""What a factor is called: in the reader's language, else as published, else by its id."""

import pickle

import pytest

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import name_in, named_factor

STEEL = EmissionFactor(id="x:steel", name="Steel", name_zh="钢", name_de="Stahl")


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Steel"), ("zh_CN", "钢"), ("de", "Stahl"), ("fr", "Steel")]
)
def test_a_factor_is_called_by_its_name_in_the_language(language, name):
    assert name_in(STEEL, language) == name


def test_without_a_translation_it_is_called_as_published_and_without_a_name_by_its_id():
    assert name_in(EmissionFactor(id="x:steel", name="Steel"), "de") == "Steel"
    assert name_in(EmissionFactor(id="x:steel"), "zh_CN") == "x:steel"


def test_a_finding_calls_it_by_its_published_name_and_knows_the_others():
    made = named_factor(STEEL)
    assert made == "Steel"
    assert [made.in_language(each) for each in ("en", "zh_CN", "de")] == ["Steel", "钢", "Stahl"]
    assert pickle.loads(pickle.dumps(made)).in_language("de") == "Stahl"
    assert named_factor(EmissionFactor(id="x:steel")).in_language("de") == "x:steel"
