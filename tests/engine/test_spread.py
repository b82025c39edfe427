"""The spread of a sum: against the worked bracket, by hand, and against ten thousand draws."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.engine.draws import draw, draws_of
from supplier_pcf.engine.pedigree import CLASSIC, EMPIRICAL, Indicator, sigma_by_scores, sigma_of
from supplier_pcf.engine.spread import Cause, Part, spread_of

# Worked example V8 (factors invented): kg CO2e and squared geometric standard deviation of each line.
BRACKET = {
    "steel": (3.68, 1.25), "inbound": (0.0616, 2.1), "electricity": (3.1, 1.15),
    "gas": (0.272996625, 1.1), "gas upstream": (0.03893, 1.3), "R-134a": (0.0159375, 1.5),
    "plating": (0.18, 1.1), "fluid": (0.0372, 1.4), "chips": (0.008, 1.5),
    "sludge": (0.024, 1.5), "box": (0.0015, 1.3), "box return": (0.0028875, 2.1),
}  # fmt: skip


def part(name, kg, gsd2, key=None):
    return Part(name, kg, (Cause(key or name, math.log(gsd2) / 2),))


PARTS = [part(name, *facts) for name, facts in BRACKET.items()]


def test_the_bracket_spreads_as_worked_out():
    """V8, one lognormal by moments: mean 7.46059, median 7.44589, 95 % from 6.58342 to 8.42134."""
    found = spread_of(PARTS)
    assert found.mean == pytest.approx(7.460589386634097, rel=1e-9)
    assert found.median == pytest.approx(7.445887067708659, rel=1e-9)
    assert (found.low, found.high) == pytest.approx(
        (6.583421351299022, 8.421340708221804), rel=1e-6
    )


def test_the_limits_are_as_far_from_the_figure_as_a_reader_works_out():
    """V8: the lines sum to 7.42305; 6.58342 is 11.31 % below that, 8.42134 is 13.45 % above."""
    found = spread_of(PARTS)
    assert found.figure == pytest.approx(7.423051624999999)
    assert found.distances_percent == pytest.approx((-11.31, 13.45), abs=0.01)
    assert found.plus_minus_percent == max(map(abs, found.distances_percent))


def test_a_figure_below_zero_is_measured_from_the_median():
    """A skewed line of 1 and −1.02 without a spread: the mean is above zero, the figure is not."""
    found = spread_of([part("a", 1.0, 9.0), Part("b", -1.02, ())])
    assert found.figure < 0 < found.mean
    low, high = found.distances_percent
    assert (1 + low / 100) * (1 + high / 100) == pytest.approx(1.0)


def test_steel_and_power_are_what_to_measure_next():
    """V8: 78.06 % and 21.49 % of the variance."""
    shares = spread_of(PARTS).shares
    assert list(shares)[:2] == ["steel", "electricity"]
    assert shares["steel"] == pytest.approx(0.780624583274375, rel=1e-9)
    assert shares["electricity"] == pytest.approx(0.21485658930207924, rel=1e-9)
    assert math.fsum(shares.values()) == pytest.approx(1.0)


def test_the_draws_agree_with_two_hundred_thousand_of_another_program():
    """V8: median 7.44236, 6.59540 to 8.43446; ten thousand draws repeat within some 0.3 %."""
    drawn = draw(PARTS)
    assert drawn.median == pytest.approx(7.442359061655111, rel=3e-3)
    assert (drawn.low, drawn.high) == pytest.approx((6.595400533186885, 8.43445850257647), rel=6e-3)
    assert sum(drawn.counts) == drawn.count == 10_000


def test_the_same_seed_gives_the_same_draws():
    assert draw(PARTS) == draw(PARTS)
    assert draw(PARTS, seed=1) != draw(PARTS)


def test_draws_can_be_stopped():
    assert draw(PARTS, go_on=lambda _part: False) is None


def test_one_lognormal_line_keeps_its_own_range():
    """GSD2 = 1.21: from m/1.21^0.98 to m x 1.21^0.98."""
    found = spread_of([part("a", 2.0, 1.21)])
    assert found.median == pytest.approx(2.0)
    assert found.high / 2.0 == pytest.approx(math.exp(1.959963984540054 * math.log(1.21) / 2))


def test_lines_on_one_factor_move_together():
    """Two halves of one factor spread as the whole; two independent halves spread less."""
    whole = spread_of([part("a", 2.0, 1.5)])
    halves = spread_of([part("a", 1.0, 1.5, "grid"), part("b", 1.0, 1.5, "grid")])
    apart = spread_of([part("a", 1.0, 1.5), part("b", 1.0, 1.5)])
    assert (halves.low, halves.high) == pytest.approx((whole.low, whole.high))
    assert apart.high - apart.low < whole.high - whole.low


def test_nothing_can_be_said_of_a_sum_that_is_not_positive():
    assert spread_of([]) is None
    assert spread_of([part("a", -1.0, 1.5)]) is None


@given(
    st.lists(st.tuples(st.floats(0.001, 100), st.floats(1.0, 3.0)), min_size=1, max_size=8),
    st.floats(0.01, 100),
)
def test_scaling_every_line_scales_the_range(lines, times):
    parts = [part(str(i), kg, gsd2) for i, (kg, gsd2) in enumerate(lines)]
    more = [part(str(i), kg * times, gsd2) for i, (kg, gsd2) in enumerate(lines)]
    one, other = spread_of(parts), spread_of(more)
    assert other.low == pytest.approx(one.low * times, rel=1e-9)
    assert other.high == pytest.approx(one.high * times, rel=1e-9)


def test_a_pedigree_as_worked_out():
    """V9: 1.05, 1.02, 1.03, 1.01, 1.2, 1.0 over a basic 1.05 give GSD2 1.21946."""
    sigma = sigma_of(1.05, [1.05, 1.02, 1.03, 1.01, 1.2, 1.0])
    assert math.exp(2 * sigma) == pytest.approx(1.2194636787500714, rel=1e-12)


def test_scores_widen_by_the_matrix():
    """Reliability 2, completeness 2, time 2, geography 2, technology 3 of the first matrix are V9's factors."""
    scores = dict(zip(Indicator, (2, 2, 2, 2, 3), strict=True))
    assert math.exp(2 * sigma_by_scores(1.05, scores, CLASSIC)) == pytest.approx(1.21946367875)
    assert sigma_by_scores(1.05, scores, EMPIRICAL) > sigma_by_scores(1.05, scores, CLASSIC)


def pairwise(parts):
    """Mean and variance over all pairs of lines, straight from the formula."""
    means = [p.kg * math.exp(sum(c.sigma**2 for c in p.causes) / 2) for p in parts]
    variance = 0.0
    for one, m in zip(parts, means, strict=True):
        for other, n in zip(parts, means, strict=True):
            theirs = {c.key: c.sigma for c in other.causes}
            c = sum(cause.sigma * theirs.get(cause.key, 0.0) for cause in one.causes)
            variance += m * n * math.expm1(c)
    return math.fsum(means), variance


@given(
    st.lists(
        st.tuples(
            st.floats(0.001, 100),
            st.integers(0, 2),
            st.floats(0, 0.6),
            st.integers(0, 3),
            st.floats(0, 0.6),
        ),
        min_size=1,
        max_size=9,
    )
)
def test_grouped_lines_spread_as_all_their_pairs(lines):
    """Factors and meters in common in any pattern, with sigmas that differ from line to line."""
    parts = [
        Part(str(i), kg, (Cause(f"f{f}", s), Cause(f"a{a}", t)))
        for i, (kg, f, s, a, t) in enumerate(lines)
    ]
    found = spread_of(parts)
    mean, variance = pairwise(parts)
    assert found.mean == pytest.approx(mean, rel=1e-12)
    in_log = math.log1p(variance / mean**2)
    assert math.log(found.high / found.low) == pytest.approx(
        2 * 1.959963984540054 * math.sqrt(in_log), rel=1e-9, abs=1e-7
    )


def test_a_meter_that_all_lines_read_moves_them_together():
    """Two lines of 1 kg, one meter of sigma 0.2: var = (2 e^0.02)^2 (e^0.04 - 1), as one line of 2 kg."""
    meter = Cause("meter", 0.2)
    found = spread_of([Part("a", 1.0, (meter,)), Part("b", 1.0, (meter,))])
    assert found.mean == pytest.approx(2 * math.exp(0.02))
    assert found.median == pytest.approx(2.0)
    assert found.high == pytest.approx(2 * math.exp(1.959963984540054 * 0.2))


def test_every_draw_can_be_had_and_repeats_the_summary():
    values = draws_of(PARTS, 1000)
    assert len(values) == 1000
    assert math.fsum(values) / 1000 == pytest.approx(draw(PARTS, 1000).mean, rel=1e-12)


def test_stopping_late_or_looking_often_changes_no_draw():
    seen = []
    assert draw(PARTS, go_on=lambda part: seen.append(part) is None) == draw(PARTS)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
