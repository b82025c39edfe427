"""What the summary says stays out of the footprint, by rule set."""

import io
import re

import pytest
from pypdf import PdfReader

from supplier_pcf.report.summary import summary_bytes
from supplier_pcf.rules import RULE_SETS, rule_set
from tests.report.build import report


def text(name, language="en"):
    made = summary_bytes(report(rules=rule_set(name), language=language))
    shown = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    return re.sub(r"\s+", " ", shown)


def test_the_car_makers_list_of_what_stays_out_is_printed():
    """Catena-X rulebook v4, 4.2: all capital goods but those of electricity, and five kinds of overhead."""
    shown = text("catena-x-4.0")
    for part in (
        "capital goods except those of power generation",
        "research, administration and sales",
        "canteen, security, maintenance services and general IT",
        "auxiliaries for the upkeep of machines",
    ):
        assert part in shown


@pytest.mark.parametrize("name", [rules.id for rules in RULE_SETS if rules.id != "catena-x-4.0"])
def test_elsewhere_offices_and_travel_are_named(name):
    shown = text(name)
    assert "capital goods, offices, commuting and travel" in shown
    assert "power generation" not in shown
