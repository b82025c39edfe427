"""The test of records: sizes from the table, a draw anyone can repeat, its result in words."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from supplier_pcf.app import drill
from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.flows import Exclusion, Material
from supplier_pcf.domain.site import Meter, Reading
from supplier_pcf.words import sentence
from tests.build import a_study, kg

REGULAR, DEEP = AssuranceLevel.REGULAR, AssuranceLevel.IN_DEPTH
SEED_7 = (6, 10)


@pytest.mark.parametrize(
    ("population", "regular", "deep"),
    [
        (0, 0, 0),
        (1, 1, 1),
        (2, 1, 2),
        (12, 1, 2),
        (19, 1, 2),
        (20, 3, 5),
        (49, 3, 5),
        (50, 10, 15),
        (99, 10, 15),
        (100, 20, 30),
        (199, 20, 30),
        (200, 40, 55),
        (201, 40, 55),
        (5000, 40, 55),
    ],
)
def test_the_sizes_are_those_of_the_table(population, regular, deep):
    assert drill.sample_size(population, REGULAR) == regular
    assert drill.sample_size(population, DEEP) == deep


def test_one_error_among_more_than_200_raises_the_number():
    assert drill.sample_size(201, REGULAR, with_error=True) == 70
    assert drill.sample_size(201, DEEP, with_error=True) == 85
    assert drill.sample_size(150, REGULAR, with_error=True) == 20


def test_the_draw_is_the_lowest_hashes_and_nothing_else():
    def by_hand(number):
        return hashlib.sha256(f"7/meters/m/{number}".encode()).hexdigest()

    first, second = sorted(range(1, 13), key=by_hand)[:2]
    assert drill.drawn_numbers(7, "meters/m", 12, 2) == tuple(sorted((first, second)))


def test_the_draw_of_seed_7_never_changes():
    """Worked out with a shell: sha256sum of "7/meters/m/1" to "7/meters/m/12", sorted."""
    assert drill.drawn_numbers(7, "meters/m", 12, 2) == SEED_7


def test_a_larger_draw_holds_the_smaller_one():
    small = drill.drawn_numbers(3, "materials/a", 300, 40)
    large = drill.drawn_numbers(3, "materials/a", 300, 70)
    assert set(small) < set(large)
    assert len(set(large)) == 70
    assert all(1 <= number <= 300 for number in large)


def test_every_record_has_the_same_chance():
    """Of 10 records 1 is drawn with 3,000 seeds: 300 each, give or take five standard deviations (16)."""
    drawn = [drill.drawn_numbers(seed, "x", 10, 1)[0] for seed in range(3000)]
    assert all(abs(drawn.count(n) - 300) < 5 * 16.5 for n in range(1, 11))


def a_year(*, in_one):
    ends = [(1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30)]
    ends += [(7, 31), (8, 31), (9, 30), (10, 31), (11, 30), (12, 31)]
    months = tuple(
        Reading(start=date(2025, m, 1), end=date(2025, m, d), amount=1.0) for m, d in ends
    )
    whole = (Reading(start=date(2025, 1, 1), end=date(2025, 12, 31), amount=12.0),)
    return Meter(id="m", name="Main", readings=whole if in_one else months)


@pytest.mark.parametrize("in_one", [True, False])
def test_twelve_bills_are_proposed_for_a_year_of_a_meter(in_one):
    study = a_study(meters=(a_year(in_one=in_one),))
    assert drill.count_of(study, "meters/m") == 12


def test_what_the_user_counts_wins_and_can_be_forgotten():
    study = drill.with_count(a_study(meters=(a_year(in_one=True),)), "meters/m", 4)
    assert drill.count_of(study, "meters/m") == 4
    assert drill.count_of(drill.with_count(study, "meters/m", None), "meters/m") == 12


def large(count=300):
    sheet = Material(id="a", name="Sheet", amount=kg(1))
    return drill.with_count(a_study(materials=(sheet,)), "materials/a", count)


def test_lines_without_a_number_are_named_and_not_drawn():
    study = replace(large(), materials=(*large().materials, Material(id="b", name="Bolt")))
    assert drill.lines_without_count(study) == ("Bolt",)
    made = drill.draw(study, "d", 1, REGULAR)
    assert {record.where for record in made.drawn} == {"materials/a"}
    assert len(made.drawn) == 40


def test_one_record_not_found_draws_the_larger_number_once():
    study = drill.add_drill(large(), drill.draw(large(), "d", 1, REGULAR))
    study = drill.answer(study, "d", 0, False)
    (made,) = study.drills
    assert len(made.drawn) == 70
    assert made.with_error == ("materials/a",)
    again = drill.answer(study, "d", 1, False).drills[0]
    assert len(again.drawn) == 70


def test_the_result_is_said_in_words():
    study = drill.add_drill(large(12), drill.draw(large(12), "d", 1, DEEP))
    study = drill.answer(study, "d", 0, True)
    words = [sentence(*each) for each in drill.said(study.drills[0])]
    assert words == ["2 records drawn: 1 found, 0 not found, 1 still to be looked for."]
    done = drill.answer(study, "d", 1, True).drills[0]
    assert "ready" in sentence(*drill.said(done)[-1])


def test_a_left_out_row_a_recycled_share_and_a_factor_are_drawn_beside_records():
    rows = (
        Material(id="out", exclusion=Exclusion(reason="minor")),
        Material(id="re", recycled_post_consumer=0.3, factor_id="f"),
    )
    made = drill.draw(a_study(materials=rows), "d", 1, REGULAR)
    assert [record.where for record in made.drawn] == [
        "materials/out/exclusion",
        "materials/re/recycled_post_consumer",
        "materials/re/factor",
    ]


def test_a_document_behind_a_record_means_it_was_found():
    study = drill.add_drill(large(12), drill.draw(large(12), "d", 1, REGULAR))
    record = drill.prove_record(study, "d", 0, "ev").drills[0].drawn[0]
    assert (record.is_found, record.evidence) == (True, ("ev",))


def test_a_document_taken_back_leaves_a_record_found():
    study = drill.add_drill(large(12), drill.draw(large(12), "d", 1, DEEP))
    proven = drill.prove_record(drill.prove_record(study, "d", 0, "ev"), "d", 0, "other")
    record = drill.unprove_record(proven, "d", 0, "ev").drills[0].drawn[0]
    assert (record.is_found, record.evidence) == (True, ("other",))


@pytest.mark.parametrize(("drill_id", "index"), [("d", 9), ("d", -1), ("gone", 0)])
def test_a_record_that_was_not_drawn_is_not_answered(drill_id, index):
    study = drill.add_drill(large(12), drill.draw(large(12), "d", 1, REGULAR))
    assert drill.answer(study, drill_id, index, False) == study
    assert drill.prove_record(study, drill_id, index, "ev") == study


def test_an_assembly_whose_parts_are_counted_has_no_records_of_its_own():
    rows = (Material(id="whole"), Material(id="part", parent_id="whole"))
    assert [w for w, _name in drill.lines_of(a_study(materials=rows))] == ["materials/part"]
