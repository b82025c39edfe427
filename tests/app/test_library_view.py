"""The library as a window shows it: filters, counts, the sum of gases, and where a factor is used."""

import pytest

from supplier_pcf.app.library_view import Wanted, browse, choices, reckonings, uses
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain.factor import EmissionFactor, Gases, GwpSet
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import bundled_library

COLD_ROLLED = "us-lci-fy21q3:steel-sheet-cold-rolled"
DIESEL = EmissionFactor(
    id="own:diesel",
    unit="l",
    fossil=2.6,
    gases=Gases(co2_fossil=2.5, ch4_fossil=0.001),
    gwp_set=GwpSet.AR5,
)


@pytest.fixture
def session(tmp_path):
    return Session(tmp_path)


def test_without_wishes_everything_is_shown(session):
    shown = browse(session, Wanted())
    assert len(shown.factors) == shown.total == len(bundled_library())


def test_categories_add_up_to_everything(session):
    shown = browse(session, Wanted())
    whole = {about: n for about, n in shown.categories.items() if not about[1]}
    assert sum(whole.values()) == shown.total
    parts = [n for (kind, part), n in shown.categories.items() if kind == "material" and part]
    assert sum(parts) == whole["material", ""]


def test_a_country_shows_its_provinces_and_grids_too(session):
    shown = browse(session, Wanted(place="CN", category="electricity"))
    places = {factor.place for factor in shown.factors}
    assert {"CN", "CN-ZJ", "CN-region-East"} <= places
    assert all(place.startswith("CN") for place in places)


def test_years_are_this_one_or_newer(session):
    shown = browse(session, Wanted(since=2024))
    assert shown.factors
    assert min(factor.year_to for factor in shown.factors) == 2024
    offered = dict(choices(session).years)
    assert offered["2024"] == len(shown.factors)


def test_source_licence_and_use_narrow_together(session):
    wanted = Wanted(
        source="desnz-2025", licence="Open Government Licence v3.0", row_type="eol_transport"
    )
    shown = browse(session, wanted)
    assert len(shown.factors) == 48
    assert {f.row_type.value for f in shown.factors} == {"eol_transport"}


def test_words_put_the_best_fit_first_and_count_within_categories(session):
    shown = browse(session, Wanted(words="steel sheet cold rolled"))
    assert shown.factors[0].id == COLD_ROLLED
    assert shown.categories["material", ""] == shown.total == len(shown.factors)


def test_own_factors_of_the_study_stand_first(session):
    session.edit(lambda _s: Study(factors=(DIESEL,)), "add")
    assert browse(session, Wanted()).factors[0] is DIESEL


def test_a_figure_is_the_sum_of_its_gases_times_what_they_count():
    """2.5 + 0.001 x 28 = 2.528, so 0.072 are not split; on AR6 2.5 + 0.001 x 29.8 + 0.072."""
    published, on_ar6 = reckonings(DIESEL)
    assert published.gwp_set is GwpSet.AR5
    assert published.kg_co2e == pytest.approx(2.6)
    assert published.rest == pytest.approx(0.072)
    assert on_ar6.kg_co2e == pytest.approx(2.6018)


def test_without_gases_nothing_is_worked_out():
    assert reckonings(EmissionFactor(id="own:x", fossil=2.0, gwp_set=GwpSet.AR5)) == ()


def test_uses_name_the_row_and_lead_there():
    found = uses(sample_study("stamped-bracket"), COLD_ROLLED)
    assert [(use.kind, use.where) for use in found] == [
        ("materials", "materials/m-br-2041-11-1/factor")
    ]
    assert "Bracket body" in found[0].name


def test_every_shipped_set_has_its_title(session):
    from supplier_pcf.app.library_view import source_title

    sources = choices(session).sources
    assert sources
    assert all(source_title(session, set_id) for set_id, _count in sources)
