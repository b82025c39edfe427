"""Two studies brought to the same unit and rules, and what is said about them."""

from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app.comparing import Compared, causes_csv
from supplier_pcf.domain.flows import CoProduct, Material
from supplier_pcf.domain.record import DeclaredUnit, Forerunner
from supplier_pcf.domain.study import Period, Scope
from supplier_pcf.i18n import LANGUAGES, translator
from supplier_pcf.project.file import Project
from supplier_pcf.report.drawing import Text
from supplier_pcf.report.waterfall import steps
from supplier_pcf.words import same, sentence
from tests.build import AS_OF, CATENA_X, ISO, a_factor, a_study, kg

STEEL = a_factor("own:steel", 2.0, set_id="own", name="Steel")
GREEN = a_factor("own:green", 1.5, set_id="own", name="Green steel")


def sheet(amount=1.0, factor="own:steel"):
    return Material(id="m", name="Sheet", amount=kg(amount), factor_id=factor)


def of_year(year, *materials, **facts):
    told = {"factors": (STEEL, GREEN), "materials": materials or (sheet(),), **facts}
    period = Period(start=date(year, 1, 1), end=date(year, 12, 31))
    return a_study(**{"id": str(year), "period": period, **told})


def compared(one, other):
    return Compared(Project(study=one), Project(study=other), AS_OF)


def said(found):
    return [sentence(*each) for each in (*found.headline("en", same), *found.notes("en", same))]


def codes(found):
    return {code for code, _values in found.notes("en", same)}


def test_the_difference_is_said_first_with_its_largest_cause():
    """2.00 becomes 1.1 x 1.5 = 1.65: -0.35 (17.5 %); the factor makes -0.5 x 1.05 = -0.525."""
    found = compared(of_year(2025, sheet(1.1, "own:green")), of_year(2024))
    assert said(found) == [
        "0.350 kg CO₂e per piece less than 2024 (−17.5\N{NO-BREAK SPACE}%).",
        "Mostly because the emission factor of “Sheet” fell (−0.525 kg CO₂e).",
    ]


def test_the_older_one_comes_first_whatever_was_named_first():
    found = compared(of_year(2024), of_year(2025, sheet(2)))
    assert found.names == ("2024", "2025")
    assert found.difference.kg == pytest.approx(2.0)


def test_another_unit_is_brought_to_the_newer_one():
    """A piece weighs 1 kg, so 2 kg CO2e a piece are 2 kg CO2e a kg; only the sheet changed."""
    unit = DeclaredUnit(amount=1, unit="kg")
    found = compared(of_year(2025, sheet(1.5)), of_year(2024, declared_unit=unit))
    assert codes(found) == {"years.other_unit"}
    assert [(c.kind.value, c.kg) for c in found.difference.causes] == [("amount", 1.0)]


def test_other_rules_are_calculated_again_so_that_only_real_causes_remain():
    """Two products of 1 kg at 8 and 1 EUR: ISO halves 4 kg by mass, Catena-X takes 8/9 of it by value: +1.556."""
    ring = CoProduct(id="c", name="Ring", amount=kg(1.0), price=1.0, price_years=3)
    old = of_year(2024, sheet(2), co_products=(ring,), rule_set=ISO.id)
    old = replace(old, product=replace(old.product, price=8.0, currency="EUR"))
    new = replace(old, id="2025", rule_set=CATENA_X.id, period=of_year(2025).period)
    found = compared(new, old)
    assert "years.other_rules" in codes(found)
    (cause,) = found.difference.causes
    assert (cause.kind.value, cause.kg) == ("method", pytest.approx(4 * 8 / 9 - 2))
    assert (found.difference.before, found.difference.after) == (2.0, pytest.approx(32 / 9))


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"scope": Scope(packaging_included=False)}, "years.packaging_then"),
        ({"scope": Scope(infrastructure_excluded=False)}, "years.other_infrastructure"),
        ({"scope": Scope(is_prospective=True)}, "years.planned"),
        ({"product": replace(a_study().product, mass=kg(1.2))}, "years.other_mass"),
        ({"product": replace(a_study().product, part_number="Z-9")}, "years.other_product"),
        ({"factors": (replace(STEEL, gwp_set=type(STEEL.gwp_set).AR5),)}, "years.other_gwp"),
        ({"materials": (sheet(), replace(sheet(), id="x", factor_id=None))}, "years.not_whole"),
        ({"period": of_year(2024).period}, "years.overlap"),
        ({"stale": ("product/volume",)}, "years.carried"),
        ({"forerunner": Forerunner(study_id="2024", excluding=2.5)}, "years.moved_since"),
        ({"forerunner": Forerunner(study_id="2024", excluding=2.0)}, None),
    ],
)
def test_what_is_not_alike_is_said(facts, code):
    assert codes(compared(of_year(2025, **facts), of_year(2024))) == ({code} if code else set())


def test_without_a_figure_there_is_nothing_to_compare():
    found = compared(of_year(2025, sheet(factor=None)), of_year(2024))
    assert found.difference is None
    assert "years.no_figure" in [code for code, _ in found.headline("en", same)]
    assert found.drawing("en", same, 300).shapes == ()


def test_the_chart_has_the_numbers_of_the_table():
    many = tuple(replace(sheet(0.1 * i), id=f"m{i}", name=f"Part {i}") for i in range(1, 15))
    found = compared(of_year(2025, *many), of_year(2024))
    rows, bars = found.rows("en", same), found.steps("en", same)
    assert [(b.title, b.kg) for b in bars[1:9]] == [(r.title, r.kg) for r in rows[:8]]
    assert bars[9].title == f"{len(rows) - 8} more"
    assert bars[9].kg == pytest.approx(sum(r.kg for r in rows[8:]))
    assert bars[9].end == pytest.approx(bars[10].kg)
    texts = [s.text for s in found.drawing("en", same, 420).shapes if isinstance(s, Text)]
    assert {bar.title for bar in bars} <= set(texts)


def test_small_changes_are_seen_and_the_axis_says_that_it_is_cut():
    """2.00 becomes 2.02: from zero the change would be a hundredth of the width."""
    found = compared(of_year(2025, sheet(1.01)), of_year(2024))
    drawing = found.drawing("en", same, 420)
    assert any("not at zero" in s.text for s in drawing.shapes if isinstance(s, Text))
    assert len(steps(found.difference, found.names, same, {})) == 3


def test_a_name_is_no_formula_in_a_table():
    found = compared(of_year(2025), replace(of_year(2024), period=Period(), title="=1+1"))
    assert b"'=1+1" in causes_csv(found, "en", same)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_it(language):
    _ = translator(language)
    found = compared(of_year(2025, sheet(1.1, "own:green")), of_year(2024))
    for code, values in found.headline(language, _):
        assert sentence(code, values, _)
    rows = found.rows(language, _)
    assert len(rows) == 2
    assert ("1,1" if language == "de" else "1.1") in " ".join(row.now for row in rows)
