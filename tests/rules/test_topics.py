"""Topics: every field of a rule set that decides something is compared, explained and read somewhere."""

from dataclasses import fields
from pathlib import Path

import pytest

import supplier_pcf
from supplier_pcf.app.rule_comparison import rule_said
from supplier_pcf.rules import RULE_SETS, TOPICS, Reach, Recycling, RuleSet, rule_set
from supplier_pcf.words.catalogue import SENTENCES

IDENTITY = {
    "id", "title", "version", "cross_sectoral_standards", "operator", "source", "clauses",
}  # fmt: skip


def test_every_field_that_decides_belongs_to_one_topic():
    compared = [name for topic in TOPICS for name in topic.fields]
    assert len(compared) == len(set(compared))
    assert {f.name for f in fields(RuleSet)} - IDENTITY == set(compared)


def test_only_what_reaches_the_numbers_is_read_by_the_engine():
    room = Path(supplier_pcf.__file__).parent / "engine"
    code = "\n".join(path.read_text(encoding="utf-8") for path in room.glob("*.py"))
    read = {name for t in TOPICS for name in t.fields if f"rules.{name}" in code}
    assert read == {name for t in TOPICS if t.reach is Reach.NUMBERS for name in t.fields}


def test_only_what_reaches_the_checks_is_read_by_them():
    room = Path(supplier_pcf.__file__).parent
    paths = [*room.glob("checks/*.py"), room / "rules" / "validity.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    read = {name for t in TOPICS for name in t.fields if f"rules.{name}" in code}
    assert read == {name for t in TOPICS if t.reach is Reach.CHECKS for name in t.fields}


def test_what_reaches_words_only_is_said_in_the_report_a_file_or_the_comparison():
    room = Path(supplier_pcf.__file__).parent
    paths = [*room.glob("report/**/*.py"), *room.glob("formats/**/*.py"), *room.glob("app/*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    words = [name for t in TOPICS if t.reach is Reach.WORDS for name in t.fields]
    assert [name for name in words if f"rules.{name}" not in code] == []


@pytest.mark.parametrize("rules", RULE_SETS, ids=lambda r: r.id)
def test_what_a_rule_set_says_on_every_topic_has_a_sentence(rules):
    assert [t.name for t in TOPICS if rule_said(rules, t)[0] not in SENTENCES] == []


@pytest.mark.parametrize("rules", RULE_SETS, ids=lambda r: r.id)
def test_clauses_belong_to_topics(rules):
    assert rules.clauses
    assert set(rules.clauses) <= {topic.name for topic in TOPICS}


def test_the_old_forms_leave_out_five_percent_together_and_one_alone():
    """PACT alignment checklist v3 against v2."""
    old = rule_set("pact-2.0")
    assert (old.cut_off_percent, old.cut_off_each_percent, old.cut_off_blocks) == (5.0, 1.0, False)


def test_scrap_is_cut_off_by_the_rules_of_the_car_makers_and_of_pact_3():
    """Catena-X rulebook v4, 5.2.5; PACT v3: cut-off; ISO 14067 leaves the order of ISO 14044."""
    cuts = {r.id for r in RULE_SETS if r.recycling is Recycling.CUT_OFF}
    assert cuts == {"catena-x-4.0", "pact-3.0"}
