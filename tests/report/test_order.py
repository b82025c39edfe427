"""The order of the second page, as the rules have it."""

import pytest

from supplier_pcf.report.order import Section, labels
from supplier_pcf.rules import ReportOrder


@pytest.mark.parametrize("order", ReportOrder)
def test_every_section_stands_once_in_every_order(order):
    listed = [section for sections, _label in labels(order, str) for section in sections]
    assert sorted(listed, key=lambda s: s.value) == list(Section)


def test_the_standard_is_walked_by_its_letters():
    """ISO 14067 clause 7.3: b boundary, d sources, h allocation, j quality, l electricity, m interpretation."""
    found = [label for _sections, label in labels(ReportOrder.ISO_14067, str)]
    letters = [label.split("7.3 ")[1][0] for label in found if "7.3" in label]
    assert letters == ["b", "d", "h", "j", "l", "k"]


def test_chinese_reports_go_from_goal_to_interpretation():
    """STANDARDS A.3: goal, scope, inventory analysis, (impact assessment), interpretation."""
    found = [label for _sections, label in labels(ReportOrder.GB_T_24067, str)]
    assert found == ["Goal", "Scope", "Inventory analysis", "Interpretation"]
