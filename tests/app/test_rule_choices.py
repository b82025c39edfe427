"""The rule sets to choose from."""

from supplier_pcf.app.rule_choices import rule_choices
from supplier_pcf.domain.study import Study


def test_the_base_standard_stands_first_and_is_the_default():
    choices = rule_choices()
    assert choices[0] == ("iso-14067-2018", "ISO 14067:2018")
    assert Study().rule_set == choices[0][0]
