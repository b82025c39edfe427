"""Whole studies recomputed with fractions straight from what was entered, without a helper of the engine."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.samples import all_samples, sample_study
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.flows import Material, Origin
from supplier_pcf.domain.record import DeclaredUnit
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from tests.build import AS_OF, CATENA_X, PACT, Case, a_factor, a_study, kg

TO_BASE = {
    "kg": ("kg", Fraction(1)), "g": ("kg", Fraction(1, 1000)), "t": ("kg", Fraction(1000)),
    "kWh": ("kWh", Fraction(1)), "MWh": ("kWh", Fraction(1000)),
    "m": ("m", Fraction(1)), "km": ("m", Fraction(1000)),
}  # fmt: skip
EMITTED = (
    "fossil", "biogenic_non_co2", "land_use_change", "land_management", "land_removals", "aircraft",
)  # fmt: skip


def in_unit(value, unit, wanted):
    """The value in another unit of the same kind, exactly."""
    if unit == wanted:
        return value
    (base, times), (other, by) = TO_BASE[unit], TO_BASE[wanted]
    assert base == other, (unit, wanted)
    return value * times / by


class Independent:
    """One study as a person with paper would work it out, in exact fractions, without co-products."""

    def __init__(self, study, library):
        assert not study.co_products
        assert study.declared_unit == DeclaredUnit(amount=1, unit=study.product.counted_in)
        self.study = study
        self.own = {f.id: f for f in study.factors}
        self.library = library
        self.rows = {m.id: m for m in study.materials}

    def factor(self, factor_id):
        return self.own.get(factor_id) or self.library.get(factor_id)

    def kept(self, step_id):
        """What is left of one unit of input after this step and all behind it."""
        product, reached = Fraction(1), step_id is None
        for step in self.study.process_steps:
            reached = reached or step.id == step_id
            if reached:
                good = (
                    Fraction(step.material_yield)
                    if step.material_yield is not None
                    else Fraction(1)
                )
                product *= good * (1 - Fraction(step.reject_share or 0))
        return product

    def period_share(self, flow):
        """What of a plant's amount one piece bears."""
        allocation, share = flow.allocation, Fraction(1)
        if allocation is not None and allocation.basis != "all":
            if allocation.basis == "share":
                share = Fraction(allocation.share)
            else:
                site_id = allocation.site_id or flow.site_id
                site = next(s for s in self.study.sites if s.id == site_id)
                weigh = {
                    "machine_hours": lambda o: Fraction(o.machine_hours),
                    "pieces": lambda o: Fraction(o.units),
                    "mass": lambda o: Fraction(o.units) * Fraction(o.mass_per_unit.value),
                    "value": lambda o: Fraction(o.units) * Fraction(o.price_per_unit),
                }[allocation.basis]
                whole = sum(weigh(o) for o in site.outputs)
                share = sum(weigh(o) for o in site.outputs if o.is_this_product) / whole
        return share / Fraction(self.study.product.volume)

    def quantity(self, material):
        """How many go into one product, and whether a level above stands for it."""
        count, closed, row = Fraction(1), False, material
        while row is not None:
            count *= Fraction(row.quantity_per) if row.quantity_per is not None else 1
            row = self.rows.get(row.parent_id)
            closed = closed or (row is not None and bool(row.factor_id or row.exclusion))
        return count, closed

    def material(self, m):
        count, closed = self.quantity(m)
        if closed or m.factor_id is None:
            return None
        if m.gross_amount is not None:
            back = Fraction(m.returned.value) if m.returned is not None else 0
            return (Fraction(m.gross_amount.value) - back) * count, m.gross_amount.unit
        used = Fraction(m.amount.value) * count
        return (used if m.is_auxiliary else used / self.kept(m.enters_at)), m.amount.unit

    def tonnes(self, flow_id):
        """What travels of a material, a package as it is, or a waste, for one piece."""
        if flow_id in self.rows:
            m = self.rows[flow_id]
            value, unit = self.material(m)
            if m.mass_per_unit is not None:
                value, unit = value * Fraction(m.mass_per_unit.value), m.mass_per_unit.unit
            return in_unit(value, unit, "t")
        flow = next(f for f in self.study.flows() if f.id == flow_id)
        share = getattr(flow, "units_per_package", None)
        return in_unit(Fraction(flow.amount.value), flow.amount.unit, "t") / Fraction(share or 1)

    def metered(self, use):
        meter = next(m for m in self.study.meters if m.id == use.meter_id)
        start, end = self.study.period.start, self.study.period.end
        total = Fraction(0)
        for reading in meter.readings:
            days = [
                reading.start + timedelta(i) for i in range((reading.end - reading.start).days + 1)
            ]
            inside = sum(start <= day <= end for day in days)
            total += Fraction(reading.amount) * Fraction(inside, len(days))
        return total, meter.unit

    def raw(self, kind, flow):
        if kind == "materials":
            return self.material(flow)
        if kind == "energy_uses" and flow.meter_id is not None:
            return self.metered(flow)
        if kind == "transports" and flow.amount is None:
            km = in_unit(Fraction(flow.distance.value), flow.distance.unit, "km")
            if flow.carried_mass is not None:
                tonnes = in_unit(Fraction(flow.carried_mass.value), flow.carried_mass.unit, "t")
            else:
                tonnes = sum(self.tonnes(i) for i in flow.carries)
            return km * Fraction(flow.distance_adjustment) * tonnes, "t.km"
        if flow.amount is None:
            return None
        value = Fraction(flow.amount.value)
        if kind == "packaging":
            value /= Fraction(flow.units_per_package) * Fraction(flow.trips or 1)
        return value, flow.amount.unit

    def line(self, kind, flow):
        """Every bucket of one row for one piece, or nothing."""
        if flow.exclusion is not None or flow.factor_id is None:
            return None
        found = self.raw(kind, flow)
        if found is None:
            return None
        value, unit = found
        if flow.basis == "per_period" or getattr(flow, "meter_id", None):
            value *= self.period_share(flow)
        factor = self.factor(flow.factor_id)
        if kind == "materials" and unit != factor.unit and flow.mass_per_unit is not None:
            value *= Fraction(flow.mass_per_unit.value)
            unit = flow.mass_per_unit.unit
        value = in_unit(value, unit, factor.unit)
        parts = {name: Fraction(getattr(factor, name)) for name in EMITTED}
        recycled = self.factor(getattr(flow, "recycled_factor_id", None) or "")
        if recycled is not None:
            share = Fraction(flow.recycled_pre_consumer or 0) + Fraction(
                flow.recycled_post_consumer or 0
            )
            parts = {
                name: own * (1 - share) + Fraction(getattr(recycled, name)) * share
                for name, own in parts.items()
            }
        return {name: part * value for name, part in parts.items()}

    def lines(self):
        """Every counted row inside the footprint, by its id."""
        kinds = (
            "materials", "energy_uses", "direct_emissions", "outside_processes", "packaging",
            "wastes", "transports",
        )  # fmt: skip
        found = {}
        for kind in kinds:
            for flow in getattr(self.study, kind):
                if kind == "transports" and flow.purpose == "outbound":
                    continue
                parts = self.line(kind, flow)
                if parts is not None:
                    found[flow.id] = parts
        return found


@pytest.mark.parametrize("sample", all_samples(), ids=lambda s: s.id)
def test_a_sample_is_what_fractions_make_of_it(sample):
    study = sample_study(sample.id)
    done = calculated(study, bundled_library(), date(2026, 3, 1))
    lines = Independent(study, bundled_library()).lines()
    counted = {
        line.id: line
        for line in done.result.flows
        if line.counted and line.stage != "outbound_transport"
    }
    assert set(counted) == set(lines)
    for row, parts in lines.items():
        assert counted[row].kg_co2e == pytest.approx(float(sum(parts.values())), rel=1e-9), row
    total = sum(sum(parts.values()) for parts in lines.values())
    assert done.result.excluding == pytest.approx(float(total), rel=1e-9)
    for name in EMITTED:
        exact = sum(parts[name] for parts in lines.values())
        assert getattr(done.result.buckets, name) == pytest.approx(float(exact), rel=1e-9)


@pytest.mark.parametrize("sample", all_samples(), ids=lambda s: s.id)
def test_shares_and_ratings_of_a_sample_weigh_its_rows_exactly(sample):
    """From the rows' own shares and scores, with weights in fractions; what a row scores is tested elsewhere."""
    study = sample_study(sample.id)
    result = calculated(study, bundled_library(), date(2026, 3, 1)).result
    lines = Independent(study, bundled_library()).lines()
    weights = {row: sum(map(abs, parts.values())) for row, parts in lines.items()}
    whole = sum(weights.values())
    rows = {line.id: line for line in result.flows}

    def mean(name):
        return float(sum(w * Fraction(getattr(rows[i], name)) for i, w in weights.items()) / whole)

    primary = result.primary_data_share_excluding
    assert primary == pytest.approx(100 * mean("primary_share"), rel=1e-9, abs=1e-12)
    for name in ("technology", "time", "geography"):
        assert getattr(result.ratings_excluding, name) == pytest.approx(mean(name), rel=1e-9)


def of_rows(rows, rules=PACT):
    """A study of one kg of each row: kg CO2e, primary share and ratings as declared by its factor."""
    case = Case()
    for i, (pcf, share, scores) in enumerate(rows):
        bucket = {"fossil": pcf} if pcf >= 0 else {"fossil": 0.0, "land_removals": pcf}
        ratings = Ratings(technology=scores[0], geography=scores[1], time=scores[2])
        factor = a_factor(f"f{i}", primary_share=share, ratings=ratings, **bucket)
        flow = Material(id=f"m{i}", amount=kg(1), factor_id=f"f{i}", origin=Origin.MEASURED)
        case = case.with_flow("materials", flow, factor)
    return case.under(rules).result


SAME = (1, 1, 1)


def test_removals_count_with_their_size_in_the_absolute_sum():
    """Catena-X rulebook v4, figure 14: 1.00, 1.50, 2.00, -1.00, -0.75: total 2.75, absolute 6.25."""
    values = (1.0, 1.5, 2.0, -1.0, -0.75)
    result = of_rows([(pcf, 1.0 if pcf == 1.0 else 0.0, SAME) for pcf in values])
    assert result.excluding == pytest.approx(2.75)
    assert result.primary_data_share_excluding == pytest.approx(100 * 1.0 / 6.25)


def test_primary_share_of_four_parts():
    """Catena-X rulebook v4, table 5: printed 54, exact 53.75 %."""
    rows = [(10.0, 0.75, SAME), (25.0, 0.25, SAME), (50.0, 0.5, SAME), (15.0, 1.0, SAME)]
    assert of_rows(rows, CATENA_X).primary_data_share_including == pytest.approx(53.75)


def test_ratings_and_share_with_a_removal():
    """Catena-X rulebook v4, figure 17: printed DQR 2.00 and PDS 0.65, exact 2.036 and 0.652."""
    rows = [(1.0, 0.9, 1.0), (1.5, 0.7, 2.0), (2.0, 0.8, 2.0), (-1.75, 0.3, 2.7)]
    result = of_rows([(pcf, pds, (dqr, dqr, dqr)) for pcf, pds, dqr in rows])
    assert result.ratings_excluding.technology == pytest.approx(2.036)
    assert result.primary_data_share_excluding == pytest.approx(65.2)


def test_primary_and_secondary_of_the_older_rulebook():
    """CX-0029 v2.0, table 11: 2.5 kg primary, 2.9 kg secondary: 5.40 kg, 46 (46.296) %."""
    result = of_rows([(2.5, 1.0, SAME), (2.9, 0.0, SAME)])
    assert result.excluding == pytest.approx(5.4)
    assert result.primary_data_share_excluding == pytest.approx(46.296296, rel=1e-7)


def test_how_to_guide_primary_share():
    """PACT How-to Guide v3.0, page 63: 1000 x 0.8, 2000 x 1.2, 500 x 0.18, 5000 x 0.2: 4290 kg, 30 %."""
    case = Case()
    for i, (amount, unit, value, share) in enumerate(
        [(1000, "kg", 0.8, 0.36), (2000, "kg", 1.2, 0), (500, "kWh", 0.18, 0), (5000, "GJ", 0.2, 1)]
    ):
        factor = a_factor(f"f{i}", value, unit=unit, primary_share=float(share))
        flow = Material(
            id=f"m{i}", amount=Quantity(amount, unit), factor_id=f"f{i}", origin=Origin.MEASURED
        )
        case = case.with_flow("materials", flow, factor)
    result = case.under(PACT).result
    assert result.excluding == pytest.approx(4290)
    assert result.primary_data_share_excluding == pytest.approx(30.02331, rel=1e-6)


def test_how_to_guide_ratings():
    """PACT How-to Guide v3.0, page 64: 25, 30 and 45 %: 1.55, 2.45, 2.65."""
    rows = [(25.0, 0, (2, 2, 1)), (30.0, 0, (2, 2, 5)), (45.0, 0, (1, 3, 2))]
    found = of_rows(rows).ratings_excluding
    assert (found.technology, found.geography, found.time) == pytest.approx((1.55, 2.45, 2.65))


CHOCOLATE = (
    (36.1, 64, 64, (1, 1, 2)),
    (50.2, 0, 72, (2, 4, 4)),
    (2.2, 0, 0, (2, 3, 1)),
    (5.8, 0, 100, (2, 3, 1)),
    (0.1, 100, 100, (1, 1, 1)),
    (1.4, 0, 0, (2, 1, 2)),
    (1.1, 0, 0, (4, 3, 2)),
    (0.6, 100, 100, (2, 3, 2)),
    (0.4, 100, 100, (1, 1, 1)),
    (2.1, 0, 38, (5, 3, 3)),
)
"""PACT How-to Guide v3.0, pages 66 to 69: percent of the footprint, PDS of two years, ratings."""


def test_chocolate_in_two_years():
    """Printed 24.1 (its rows do not all add up; exact 24.204) and 66 (cut off; exact 66.946) %."""
    for year, exact in ((1, 24.204), (2, 66.946)):
        rows = [(row[0], row[year] / 100, row[3]) for row in CHOCOLATE]
        assert of_rows(rows).primary_data_share_excluding == pytest.approx(exact, rel=1e-9)


def test_chocolate_ratings():
    """Printed 1.72, 2.74, 2.94; exact 1.719, 2.742, 2.940."""
    found = of_rows([(row[0], 0.0, row[3]) for row in CHOCOLATE]).ratings_excluding
    means = (found.technology, found.geography, found.time)
    assert means == pytest.approx((1.719, 2.742, 2.940), rel=1e-9)


@pytest.mark.parametrize(("carbon", "uptake"), [(0.44, -1.61), (5.28, -19.36), (0.1, -0.37)])
def test_uptake_of_the_official_examples(carbon, uptake):
    """PACT 3.0.3 examples, printed with two decimals: carbon content times 44/12."""
    part = Material(id="m", amount=kg(1), factor_id="f")
    case = Case().with_flow("materials", part, a_factor("f", 1.0, biogenic_carbon=carbon))
    found = case.result.buckets.uptake_product
    assert found == pytest.approx(-carbon * 44 / 12)
    assert found == pytest.approx(uptake, abs=0.005)


def test_uptake_splits_the_bases_of_share_and_ratings():
    """2 kg of a fossil row, and 1 kg with an uptake of 3: weights 2 and 1 without it, 2 and 4 with it."""
    carbon = 3 * 12 / 44
    wood = a_factor("w", 1.0, uptake=-3.0, biogenic_carbon=carbon, primary_share=1.0)
    case = Case().with_flow(
        "materials", Material(id="s", amount=kg(1), factor_id="s"), a_factor("s", 2.0)
    )
    flow = Material(id="w", amount=kg(1), factor_id="w", origin=Origin.MEASURED)
    result = case.with_flow("materials", flow, wood).under(CATENA_X).result
    assert (result.excluding, result.including) == pytest.approx((3.0, 0.0))
    assert result.primary_data_share_excluding == pytest.approx(100 / 3)
    assert result.primary_data_share_including == pytest.approx(100 * 4 / 6)


def test_a_recycled_part_has_the_share_and_ratings_of_a_line_of_its_own():
    """60 % at 12 kg and 40 % at 1 kg in one line, or in two: 7.6 kg, 0.4 of 7.6 kg primary, the same ratings."""
    virgin = a_factor("v", 12.0, ratings=Ratings(technology=4.0, time=3.0, geography=2.0))
    recycled = a_factor(
        "r", 1.0, primary_share=1.0, ratings=Ratings(technology=1.0, time=1.0, geography=1.0)
    )
    one = Material(
        id="m",
        amount=kg(1),
        factor_id="v",
        recycled_factor_id="r",
        recycled_post_consumer=0.4,
        origin=Origin.MEASURED,
    )
    mixed = Case().with_flow("materials", one, virgin, recycled).under(PACT).result
    two = Case()
    for name, amount, factor in (("v", 0.6, virgin), ("r", 0.4, recycled)):
        part = Material(id=name, amount=kg(amount), factor_id=name, origin=Origin.MEASURED)
        two = two.with_flow("materials", part, factor)
    parted = two.under(PACT).result
    assert mixed.excluding == parted.excluding == pytest.approx(7.6)
    assert mixed.primary_data_share_excluding == pytest.approx(100 * 0.4 / 7.6)
    assert parted.primary_data_share_excluding == pytest.approx(100 * 0.4 / 7.6)
    for name in ("technology", "time", "geography"):
        expected = getattr(parted.ratings_excluding, name)
        assert getattr(mixed.ratings_excluding, name) == pytest.approx(expected)


def test_only_uptakes_and_removals_are_below_zero():
    study = sample_study("stamped-bracket")
    result = calculated(study, bundled_library(), AS_OF).result
    for line in result.flows:
        parts = line.buckets._asdict()
        apart = {parts.pop(n) for n in ("uptake_product", "uptake_packaging", "land_removals")}
        assert min(parts.values()) >= 0 >= max(apart), line.id


def test_an_empty_study_is_nothing_and_raises_nothing():
    result = calculate(a_study(), FactorLibrary.of([]), CATENA_X, AS_OF)
    assert (result.excluding, result.primary_data_share_including) == (0, None)
