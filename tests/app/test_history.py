"""Undo and redo over values."""

from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.app.history import History


def test_undo_goes_back_and_redo_forward():
    history = History("a")
    history.push("b", "one")
    history.push("c", "two")
    assert (history.present, history.undo_label, history.redo_label) == ("c", "two", None)
    history.undo()
    assert (history.present, history.undo_label, history.redo_label) == ("b", "one", "two")
    history.redo()
    assert history.present == "c"


def test_an_edit_that_changes_nothing_leaves_no_trace():
    history = History("a")
    assert not history.push("a", "nothing")
    assert history.undo_label is None


def test_keystrokes_with_one_key_merge():
    history = History("")
    for text in ("B", "Br", "Bra"):
        history.push(text, "type", "name")
    history.undo()
    assert history.present == ""


def test_merging_ends_when_told_and_with_another_key():
    history = History("")
    history.push("B", "type", "name")
    history.stop_merging()
    history.push("Br", "type", "name")
    history.push("Br!", "type", "other")
    history.undo()
    history.undo()
    assert history.present == "B"


def test_merging_ends_at_undo():
    history = History("")
    history.push("B", "type", "name")
    history.push("Br", "type", "name")
    history.undo()
    history.push("C", "type", "name")
    history.undo()
    assert history.present == ""


def test_a_new_edit_forgets_what_could_be_done_again():
    history = History("a")
    history.push("b", "one")
    history.undo()
    history.push("c", "two")
    assert history.redo_label is None
    history.redo()
    assert history.present == "c"


def test_undo_at_the_beginning_does_nothing():
    history = History("a")
    history.undo()
    assert history.present == "a"


@given(st.lists(st.integers(), min_size=1, max_size=30))
def test_as_many_undos_as_edits_lead_back_to_the_start(values):
    history = History(-1)
    edits = sum(history.push(value, "edit") for value in values)
    end = history.present
    for _ in range(edits):
        history.undo()
    assert history.present == -1
    for _ in range(edits):
        history.redo()
    assert history.present == end
