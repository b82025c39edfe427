import json

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.guard import json_text
from supplier_pcf.project import codec

BOTH_WAYS = pytest.mark.parametrize("parse", [codec.parse, json_text.parse])


def refusal(data, parse):
    with pytest.raises(Refusal) as caught:
        parse(data if isinstance(data, bytes) else data.encode(), "study.json")
    return caught.value.code, caught.value.params.get("path")


@BOTH_WAYS
@pytest.mark.parametrize(
    "text",
    [
        '{"a": [1, 2.5, true, null, "x"], "b": {"c": {}}, "d": []}',
        '{"a": "\\u00e4 \\" \\\\ \\/ \\ud83d\\ude00 [[[{{{ ,,"}',
        '{"a": 1E3, "b": -0.0, "c": 123456789012345678}',
        "[]",
        '"text"',
    ],
)
def test_sound_json_is_what_any_reader_makes_of_it(text, parse):
    assert parse(text.encode(), "x") == json.loads(text)
    assert parse(b"\xef\xbb\xbf" + text.encode(), "x") == json.loads(text)


@BOTH_WAYS
@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ('{"a": {"b": 1, "b": 1}}', "file.key_twice", "a/b"),
        ('{"a": {"b": 1, "\\u0062": 2}}', "file.key_twice", "a/b"),
        ('{"m": [{"id": "M1"}, {"id": "M2", "x": NaN}]}', "file.bad_number", "m/M2/x"),
        ('{"a": -Infinity}', "file.bad_number", "a"),
        ('{"a": 1e999}', "file.bad_number", "a"),
        ('{"a": [1, %s]}' % ("9" * 500), "file.bad_number", "a/#2"),
        ('{"a": "\\ud800"}', "file.bad_text", "a"),
        ('{"a": {"\\udc00x": 1}}', "file.bad_text", "a/?x"),
        ("[" * 65 + "]" * 65, "file.too_deep", None),
        ("[" * 100_000, "file.too_deep", None),
        ('{"a":' * 100_000, "file.too_deep", None),
        ("", "file.empty", None),
        ("  \n ", "file.empty", None),
        ("{", "file.cut_off", None),
        ('{"a": "x', "file.cut_off", None),
        ('{"a": tru', "file.cut_off", None),
        ('{"a": 1}}', "file.bad_json", None),
        ('{"a": 1,}', "file.bad_json", None),
        ("{'a': 1}", "file.bad_json", None),
        ('{"a": "line\nbreak"}', "file.bad_json", None),
        (b'{"a": "\xff"}', "file.not_utf8", None),
        (b'{"a": "\xed\xa0\x80"}', "file.not_utf8", None),
        ('{"a": 1}'.encode("utf-16"), "file.not_utf8", None),
    ],
)
def test_what_readers_disagree_about_is_refused(text, code, path, parse):
    assert refusal(text, parse) == (code, path)


@BOTH_WAYS
def test_sixty_four_levels_are_deep_enough(parse):
    assert parse(b"[" * 64 + b"]" * 64, "x") is not None


@BOTH_WAYS
def test_a_long_text_a_long_file_and_many_values_are_refused(parse, monkeypatch):
    monkeypatch.setattr(json_text, "MAX_TEXT", 1000)
    monkeypatch.setattr(json_text, "MAX_VALUES", 500)
    assert parse(json.dumps(["x" * 1000] * 3).encode(), "x") == ["x" * 1000] * 3
    assert refusal(json.dumps(["x" * 1001]), parse) == ("file.text_too_long", None)
    assert refusal(json.dumps([1] * 1100), parse) == ("file.too_many_values", None)
    assert refusal("[" + '"",' * 1100 + "0]", parse) == ("file.too_many_values", None)
    monkeypatch.setattr(json_text, "MAX_BYTES", 3000)
    assert refusal(" " * 3001, parse) == ("file.too_big", None)


@BOTH_WAYS
def test_a_very_long_whole_number_is_a_number_like_any_other(parse):
    assert parse(b'{"a": 10000000000000000000000}', "x") == {"a": 1e22}


def test_a_wrong_place_is_named_by_line_and_column():
    with pytest.raises(Refusal) as caught:
        json_text.parse(b'{\n  "a": 1\n  "b": 2\n}', "x")
    assert caught.value.params == {"file": "x", "line": 3, "column": 3}
