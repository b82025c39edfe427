"""Received bytes: plain values, or one sentence and nothing taken in."""

import tracemalloc

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.formats.shared.reading import parsed
from supplier_pcf.words import sentence


def test_json_is_read_with_and_without_a_byte_order_mark():
    assert parsed(b'\xef\xbb\xbf {"a": [1, 2.5, null]}', "f.json") == {"a": [1, 2.5, None]}
    assert parsed(b"[]", "whatever.csv") == []


def test_a_table_is_rows_by_the_names_of_its_columns():
    assert parsed(b"\xef\xbb\xbfid;unit\r\n1;piece\r\n", "f.CSV") == [{"id": "1", "unit": "piece"}]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b"{" * 100_000, "file.too_deep"),
        (b'{"a": 1, "a": 2}', "file.key_twice"),
        (b'{"a": NaN}', "file.bad_number"),
        (b'{"a": Infinity}', "file.bad_number"),
        (b'{"a": %s}' % (b"9" * 5000), "file.bad_number"),
        (b'{"a": "\xe4"}', "file.not_utf8"),
        ('{"a": 1}'.encode("utf-16"), "file.not_utf8"),
        (b'{"a": "x', "file.cut_off"),
        (b"hello", "file.bad_json"),
        (b"PK\x03\x04rest", "file.not_exchanged"),
        (b"<?xml version='1.0'?><a/>", "file.not_exchanged"),
    ],
)
def test_bad_input_is_one_sentence(data, code):
    with pytest.raises(Refusal) as caught:
        parsed(data, "footprint.json")
    assert caught.value.code == code
    assert "footprint.json" in sentence(code, caught.value.params)


def test_two_hundred_megabytes_are_refused_unread():
    big = bytes(200 * 1024 * 1024)
    tracemalloc.start()
    with pytest.raises(Refusal) as caught:
        parsed(big, "f.json")
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
    assert (caught.value.code, caught.value.params["limit"]) == ("file.too_big", 20)
