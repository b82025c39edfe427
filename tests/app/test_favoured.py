"""Factors that lie near for a row, with the strongest reason of each; what was chosen lately is kept."""

from dataclasses import replace

import pytest

from supplier_pcf.app import choosing
from supplier_pcf.app.choosing import find_factors, flow_of, lying_near, named_same, need_of
from supplier_pcf.app.favoured import (
    BELONGING,
    MOST_LATELY,
    ON_THE_ROW,
    SAME_MATERIAL,
    SAME_SUPPLIER,
    USED_HERE,
    USED_LATELY,
    favoured,
    lately,
    remember,
)
from supplier_pcf.app.samples import sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain.edits import set_flow
from supplier_pcf.domain.factor import Layer
from tests.build import a_factor

BUSH, STRIP = "m-bu-16-20-1", "m-fs-10-ep-1"
COLD_ROLLED = "us-lci-fy21q3:steel-sheet-cold-rolled"
HOT_ROLLED = "us-lci-fy21q3:steel-sheet-hot-rolled"


@pytest.fixture
def session(tmp_path):
    made = Session(tmp_path)
    made.start(sample_study("stamped-bracket"))
    return made


def near(session, flow_id, *chosen):
    flow = flow_of(session.study, flow_id)
    return favoured(session.study, flow, session.choice, chosen)


def sent_by(session, publisher, **facts):
    """The study knows a figure of this supplier, called as no search would find it."""
    told = {"layer": Layer.SUPPLIER, "publisher": publisher, "name": "Part 4711", **facts}
    sent = a_factor("supplier:part", 1.9, **told)
    session.edit(lambda s: replace(s, factors=(*s.factors, sent)), "sent")


def test_each_has_its_strongest_reason(session):
    found = near(session, BUSH, COLD_ROLLED, "other:lately")
    steel = flow_of(session.study, BUSH).factor_id
    assert found[steel] == SAME_MATERIAL
    assert found[COLD_ROLLED] == USED_HERE
    assert found["other:lately"] == USED_LATELY


def test_what_stands_on_the_row_alone_is_said_to_stand_there(session):
    strip = flow_of(session.study, STRIP)
    assert near(session, STRIP)[strip.factor_id] == ON_THE_ROW


def test_what_the_supplier_of_the_row_sent_comes_first_whatever_it_is_called(session):
    strip = replace(flow_of(session.study, STRIP), supplier="Yuyao Rubber")
    session.edit(lambda study: set_flow(study, strip), "supplier")
    sent_by(session, "yuyao rubber ")
    found = near(session, STRIP)
    assert found["supplier:part"] == SAME_SUPPLIER
    need = need_of(session, flow_of(session.study, STRIP))
    rows = lying_near(session, need, found, BELONGING)
    assert rows[0].id == "supplier:part"
    assert rows[0].reasons[0] == SAME_SUPPLIER


def test_a_figure_of_another_supplier_is_not_taken_for_his(session):
    strip = replace(flow_of(session.study, STRIP), supplier="Yuyao Rubber")
    session.edit(lambda study: set_flow(study, strip), "supplier")
    sent_by(session, "Ningbo Rubber")
    assert "supplier:part" not in near(session, STRIP)


def test_a_row_without_a_supplier_has_none_of_his(session):
    sent_by(session, "")
    strip = replace(flow_of(session.study, STRIP), supplier="")
    session.edit(lambda study: set_flow(study, strip), "none")
    assert SAME_SUPPLIER not in near(session, STRIP).values()


def test_what_may_not_be_used_is_not_offered(session):
    strip = replace(flow_of(session.study, STRIP), supplier="Yuyao Rubber")
    session.edit(lambda study: set_flow(study, strip), "supplier")
    sent_by(session, "Yuyao Rubber", unit="kWh")
    need = need_of(session, flow_of(session.study, STRIP))
    rows = lying_near(session, need, near(session, STRIP), (SAME_SUPPLIER,))
    assert rows == ()


def test_of_two_that_say_the_same_the_one_used_before_comes_first(session):
    need = need_of(session, flow_of(session.study, STRIP))
    plain = [r.id for r in find_factors(session, "steel sheet", need) if not r.blocked]
    behind = plain[1]
    rows = find_factors(session, "steel sheet", need, near={behind: USED_LATELY})
    assert rows[0].id == behind
    assert rows[0].reasons[0] == USED_LATELY


def test_a_word_of_the_search_weighs_more_than_that_it_was_used(session):
    need = need_of(session, flow_of(session.study, STRIP))
    rows = find_factors(session, "steel cold rolled", need, near={HOT_ROLLED: USED_HERE})
    assert rows[0].id == COLD_ROLLED


def test_the_last_chosen_stands_first_and_only_some_are_kept(tmp_path):
    path = tmp_path / "kept" / "lately.json"
    assert lately(path) == ()
    for number in range(MOST_LATELY + 5):
        remember(path, f"f:{number}")
    remember(path, "f:20")
    found = lately(path)
    assert (len(found), found[0]) == (MOST_LATELY, "f:20")
    assert found.count("f:20") == 1
    assert "f:0" not in found


@pytest.mark.parametrize("text", ["{", "[" * 100_000, '{"a": 1}', "[1, null]"])
def test_a_damaged_list_counts_as_none(tmp_path, text):
    path = tmp_path / "lately.json"
    path.write_text(text, encoding="utf-8")
    assert lately(path) == ()


def test_the_other_rows_of_a_material_are_named_with_their_numbers(session):
    rows = session.study.materials
    numbers = {m.id: str(n) for n, m in enumerate(rows, start=1)}
    others = [i for i in choosing.same_material(session.study, BUSH) if i != BUSH]
    said = named_same(session.study, BUSH)
    assert sorted(each.split(" ")[0] for each in said) == sorted(numbers[i] for i in others)
    assert len(said) == 2
