"""Buckets: what is inside which total."""

from supplier_pcf.domain.buckets import ZERO, Buckets, total

EVERYTHING = Buckets(1.0, 2.0, 4.0, 8.0, -16.0, 32.0, -64.0, -128.0)


def test_uptake_is_outside_one_total_and_inside_the_other():
    assert EVERYTHING.excluding_uptake == 31
    assert EVERYTHING.including_uptake == 31 - 64


def test_uptake_of_packaging_is_in_neither():
    only = Buckets(uptake_packaging=-5.0)
    assert (only.excluding_uptake, only.including_uptake) == (0, 0)


def test_weights_are_absolute():
    assert EVERYTHING.absolute_excluding_uptake == 63
    assert EVERYTHING.absolute_including_uptake == 127


def test_total_adds_bucket_by_bucket():
    assert total((EVERYTHING, EVERYTHING)) == EVERYTHING.times(2)


def test_total_of_nothing_is_zero():
    assert total(()) == ZERO
