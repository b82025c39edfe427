"""Whatever stands in a study, its plant is told, checked and shared without a fault."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supplier_pcf.app.answers import calculation_answer
from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.meters import balance_of
from supplier_pcf.app.plant_model import outputs_of, scopes_of, tables_of, take_over
from supplier_pcf.app.sharing_views import basis_views
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import FactorLibrary
from tests.build import a_factor
from tests.project.studies import records, with_own_ids

TODAY = date(2026, 3, 1)
LIBRARY = FactorLibrary.of([a_factor("f", unit="kWh")])


def linked(study):
    """The same study, its energy read from its meters, counted by a factor, shared at its first site."""
    meter = study.meters[0].id if study.meters else None
    site = study.sites[0].id if study.sites else ""
    uses = tuple(
        replace(u, meter_id=u.meter_id and meter, site_id=site, factor_id="f")
        for u in study.energy_uses
    )
    gases = tuple(replace(g, site_id=site, factor_id="f") for g in study.direct_emissions)
    return replace(study, energy_uses=uses, direct_emissions=gases)


ANY = records(Study).map(with_own_ids)


@given(st.one_of(ANY, ANY.map(linked)))
@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
def test_no_study_makes_it_fall(study):
    tables_of(study, LIBRARY, TODAY)
    scopes_of(study, LIBRARY, TODAY)
    for meter in study.meters:
        balance_of(study, meter.id)
    for use in study.energy_uses:
        basis_views(study, LIBRARY, TODAY, use.id, 1.0)
    for output in outputs_of(study):
        assert take_over(Study(), study, output.id).sites
    calculation_answer(calculated(replace(study, rule_set="iso-14067-2018"), LIBRARY, TODAY))
