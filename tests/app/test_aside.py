"""Work in a thread: what it makes, what it raises, and that it can be given up."""

import pytest

from supplier_pcf.app.aside import Aside, GivenUp, at_once
from supplier_pcf.domain.finding import Refusal


def test_what_it_makes_is_handed_over():
    aside = Aside(lambda: 3 * 7)
    assert aside.is_done(within=5)
    assert aside.result() == at_once(lambda: 3 * 7) == 21


def test_a_refusal_is_raised_where_the_result_is_asked_for():
    def refuse():
        raise Refusal("file.missing", file="x")

    aside = Aside(refuse)
    assert aside.is_done(within=5)
    with pytest.raises(Refusal):
        aside.result()


def test_given_up_it_stops_and_cleans_up_behind_it():
    cleaned = []

    def forever():
        try:
            while True:
                sum(range(100))
        finally:
            cleaned.append(True)

    aside = Aside(forever)
    assert not aside.is_done(within=0.05)
    aside.give_up()
    assert aside.is_done(within=5)
    assert cleaned == [True]
    with pytest.raises(GivenUp):
        aside.result()
