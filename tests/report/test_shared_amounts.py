"""What the report says of a plant's amounts: what was taken off before, and what is held elsewhere."""

from datetime import UTC, datetime

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.meters import set_part_amount
from supplier_pcf.app.plant import add_energy_use, set_included
from supplier_pcf.app.samples import sample_study
from supplier_pcf.domain.energy import Carrier
from supplier_pcf.domain.site import MeterPartKind
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.i18n import translator
from supplier_pcf.report.context import Report
from supplier_pcf.report.sections.sharing import shared_amounts

NOW = datetime(2026, 3, 1, tzinfo=UTC)
BRACKET = sample_study("stamped-bracket")


def told(study):
    done = calculated(study, bundled_library(), NOW.date())
    report = Report(
        study=study,
        result=done.result,
        rules=done.examined.rules,
        findings=done.findings,
        factors={},
        language="en",
        translate=translator("en"),
        now=NOW,
        as_of=NOW.date(),
    )
    return list(shared_amounts(report))


def test_what_is_no_production_is_said_to_be_taken_off_first():
    study = set_part_amount(BRACKET, "meter-electricity", MeterPartKind.OFFICES, 60_000)
    assert any("Before that 60,000 kWh that are not production" in line for line in told(study))
    assert not any("Before that" in line for line in told(BRACKET))


@pytest.mark.parametrize("is_held", [True, False])
def test_air_of_the_own_compressor_is_said_not_to_be_counted_again(is_held):
    study = add_energy_use(BRACKET, "", Carrier.COMPRESSED_AIR, name="Air")
    if is_held:
        study = set_included(study, study.energy_uses[-1].id, "use-meter-electricity")
    lines = [line for line in told(study) if line.startswith("Air: made on site, contained in")]
    assert bool(lines) is is_held
