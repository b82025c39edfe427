"""What was worked out is remembered of one thing, by identity, and never taken for another's."""

import threading

import pytest

from supplier_pcf.app.aside import Aside
from supplier_pcf.app.once import Once


def test_a_value_is_made_once_for_a_thing_and_its_keys():
    made, once, thing = [], Once(), object()
    for key in ("a", "a", "b"):
        once.value(lambda key=key: made.append(key) or key, thing, key)
    assert made == ["a", "b"]
    assert once.known(thing, "a") == "a"


def test_equal_is_not_the_same():
    once = Once()
    once.value(lambda: 1, [1])
    assert once.known([1]) is None


def test_nothing_may_be_a_value():
    made, once, thing = [], Once(), object()
    for _ in range(2):
        assert once.value(lambda: made.append(1), thing) is None
    assert made == [1]


def test_a_value_that_comes_late_is_not_taken_for_that_of_another():
    """While the first is being worked out, another thing is asked for; each keeps its own."""
    once, one, other, go = Once(), object(), object(), threading.Event()
    aside = Aside(lambda: once.value(lambda: go.wait(5) and "one", one))
    assert once.value(lambda: "other", other) == "other"
    assert not aside.is_done()
    go.set()
    while not aside.is_done():
        pass
    assert once.known(other) in (None, "other")
    assert once.known(one) in (None, "one")
    assert once.value(lambda: "other", other) == "other"


def test_what_goes_wrong_beside_is_raised_where_it_can_be_shown():
    aside = Aside(lambda: 1 / 0)
    while not aside.is_done():
        pass
    with pytest.raises(ZeroDivisionError):
        aside.result()
