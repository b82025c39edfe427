"""Power of a supply in blocks as the page shows it, and the edits behind its buttons; worked by hand."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app import power_views
from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.sharing_views import basis_views, share_of
from supplier_pcf.checks.power_decision import PowerKind
from supplier_pcf.domain.energy import (
    Carrier,
    Criterion,
    ElectricitySource,
    EnergyUse,
    InstrumentProof,
)
from supplier_pcf.domain.factor import Boundary, PowerMix
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis
from supplier_pcf.domain.site import Meter, Reading
from supplier_pcf.domain.units import Quantity
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from tests.build import AS_OF, a_factor, a_study

SHARE = Allocation(basis=AllocationBasis.SHARE, share=0.1, site_id="nb")


def kwh(factor_id, value, mix):
    told = {"unit": "kWh", "category": "electricity", "boundary": Boundary.DELIVERED_LIFE_CYCLE}
    return a_factor(factor_id, value, power_mix=mix, **told)


LIBRARY = FactorLibrary.of(
    [kwh("grid", 0.6, PowerMix.CONSUMPTION), kwh("wind", 0.03, PowerMix.TECHNOLOGY)]
)


def a_supply(**facts):
    reading = Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=1000)
    meter = Meter(id="m", site_id="nb", readings=(reading,))
    told = {"id": "e", "meter_id": "m", "site_id": "nb", "allocation": SHARE, "factor_id": "grid"}
    use = EnergyUse(**{**told, "basis": Basis.PER_PERIOD, **facts})
    return a_study(meters=(meter,), energy_uses=(use,), rule_set="catena-x-4.0")


def with_contract(amount=400.0, **proof):
    study = power_views.add_contract(a_supply(), "e", ElectricitySource.CERTIFICATES, "GO 2025")
    block = study.energy_uses[1]
    proven = InstrumentProof(**{c.value: True for c in Criterion} | proof)
    block = replace(block, amount=Quantity(amount, "kWh"), factor_id="wind", proof=proven)
    return replace(study, energy_uses=(study.energy_uses[0], block))


def view(study, use_id="e", library=LIBRARY):
    return power_views.power_view(calculated(study, library, AS_OF), use_id)


def test_a_contract_is_a_block_of_its_supply_with_an_open_amount():
    study = power_views.add_contract(a_supply(), "e", ElectricitySource.PPA, "Wind park")
    block = study.energy_uses[1]
    assert (block.part_of, block.source, block.amount) == ("e", ElectricitySource.PPA, None)
    assert (block.basis, block.allocation, block.site_id) == (Basis.PER_PERIOD, SHARE, "nb")


def test_forty_percent_by_certificates_leave_sixty_for_the_fossil_mix():
    """400 of 1,000 kWh; a tenth over 1,000 pieces: 0.04 x 0.03 and 0.06 x 0.6 kg CO2e."""
    shown = view(with_contract())
    contract, rest = shown.blocks
    assert (contract.share, rest.share) == (pytest.approx(0.4), pytest.approx(0.6))
    assert contract.kg_co2e == pytest.approx(0.0012)
    assert rest.kg_co2e == pytest.approx(0.036)
    assert shown.shares(PowerKind.INSTRUMENT) == pytest.approx(0.4)
    assert shown.shares(PowerKind.FOSSIL) == pytest.approx(0.6)
    assert (contract.fits, rest.fits) == (True, False)
    assert shown.rest is rest
    assert shown.result.market_power == pytest.approx(0.0372)
    assert shown.result.location_power == pytest.approx(0.06)
    assert shown.location_factor == "grid"


def test_a_block_shows_the_supply_it_belongs_to():
    study = with_contract()
    assert view(study, study.energy_uses[1].id).supply_id == "e"


def test_an_open_criterion_makes_the_block_count_as_grid():
    contract = view(with_contract(same_market=None)).blocks[0]
    assert contract.decision.kind is PowerKind.FOSSIL
    assert contract.decision.open_criteria == (Criterion.SAME_MARKET,)


def test_other_energy_has_no_such_view():
    assert view(a_supply(carrier=Carrier.NATURAL_GAS)) is None
    assert view(a_supply(), "gone") is None


def test_own_power_stands_beside_the_meter_with_a_meter_of_its_own():
    """250 kWh own beside 1,000 from the grid: a fifth of all."""
    study = power_views.add_own_power(a_supply(), "e", "Roof")
    own = study.energy_uses[1]
    assert (own.part_of, own.source) == (None, ElectricitySource.ON_SITE)
    reading = Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=250)
    meters = tuple(
        replace(m, readings=(reading,)) if m.id == own.meter_id else m for m in study.meters
    )
    shown = view(replace(study, meters=meters))
    assert [b.is_beside for b in shown.blocks] == [False, True]
    assert [b.share for b in shown.blocks] == [pytest.approx(0.8), pytest.approx(0.2)]
    assert view(replace(study, meters=meters), own.id).supply_id == "e"


def test_what_the_rules_ask_for_in_china_is_taken_with_its_grid():
    study = a_supply()
    decision = view(study, library=bundled_library()).rest.decision
    asked = power_views.take_what_is_asked(study, "e", decision).energy_uses[0]
    assert asked.factor_id == "cn-electricity-footprint:2024-coal"
    assert asked.added_factor_ids == ("cn-electricity-footprint:2024-grid-incl-losses",)
    shown = view(replace(study, energy_uses=(asked,)), library=bundled_library())
    assert shown.rest.factor_kg == pytest.approx(0.9240 + 0.0327)
    assert shown.rest.fits


def test_answers_and_documents_are_kept_criterion_by_criterion():
    use = EnergyUse(id="e")
    use = power_views.answer(use, Criterion.UNIQUE_CLAIM, met=True)
    use = power_views.prove(use, Criterion.UNIQUE_CLAIM, "ev-1")
    use = power_views.prove(use, Criterion.UNIQUE_CLAIM, "ev-1")
    use = power_views.prove(use, Criterion.SAME_MARKET, "ev-2")
    assert use.proof.unique_claim is True
    assert power_views.files_of(use, Criterion.UNIQUE_CLAIM) == ("ev-1",)
    use = power_views.unprove(use, Criterion.UNIQUE_CLAIM, "ev-1")
    assert power_views.files_of(use, Criterion.UNIQUE_CLAIM) == ()
    assert power_views.files_of(use, Criterion.SAME_MARKET) == ("ev-2",)


def test_factors_are_added_once_and_taken_away():
    use = EnergyUse(id="e", factor_id="grid")
    use = power_views.add_factor(power_views.add_factor(use, "up"), "up")
    assert power_views.add_factor(use, "grid").added_factor_ids == ("up",)
    assert power_views.take_factor_away(use, "up").added_factor_ids == ()


def test_the_mixes_of_a_site_are_changed_for_that_site():
    study = power_views.set_site_power(a_supply(), "nb", location_factor_id="wind")
    assert study.sites[0].location_factor_id == "wind"
    assert view(study).result.location_power == pytest.approx(0.1 * 0.03)


def test_a_supply_with_parts_shares_only_its_rest_on_every_basis():
    """600 of 1,000 kWh are left, all of them for 1,000 pieces: 0.6 kWh a piece."""
    views = basis_views(with_contract(), LIBRARY, AS_OF, "e")
    whole = next(v for v in views if v.basis is AllocationBasis.ALL)
    assert whole.per_unit.value == pytest.approx(0.6)


def test_the_share_of_a_part_is_that_of_its_supply():
    study = with_contract()
    block = replace(study.energy_uses[1], allocation=None)
    assert share_of(study, block) == 0.1
