"""Weighted means stay where they belong, whatever the last digit does."""

import random

import pytest

from supplier_pcf.engine.weighted import mean


def test_a_mean_is_worked_by_hand():
    assert mean((1.0, 3.0), (5.0, 1.0), 4.0) == pytest.approx(2.0)


def test_lines_of_one_rating_have_exactly_that_rating():
    chance = random.Random(7)
    for _time in range(500):
        weights = [chance.random() for _ in range(5)]
        for rating in (1.0, 2.6, 5.0):
            assert mean(weights, [rating] * 5, sum(weights)) == rating


def test_a_mean_is_never_outside_of_its_values():
    chance = random.Random(8)
    for _time in range(500):
        weights = [chance.random() for _ in range(4)]
        values = [chance.choice((1.0, 1.0, 5.0)) for _ in range(4)]
        assert min(values) <= mean(weights, values, sum(weights)) <= max(values)
