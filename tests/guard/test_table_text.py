"""Tables from outside: rows by name, or one sentence."""

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.guard import table_text


@pytest.mark.parametrize(
    "text",
    [
        "a;b\r\n1;2\r\n;\r\n3;\r\n",
        "a,b\n1,2\n3,\n",
        "\ufeffa\tb\n1\t2\n3\t\n",
        'a;b\n1;2\n"3"\n',
    ],
)
def test_rows_are_read_by_the_names_of_their_columns(text):
    assert table_text.parse(text.encode(), "t.csv") == [
        {"a": "1", "b": "2"},
        {"a": "3", "b": ""},
    ]


def test_a_quoted_cell_may_hold_separators_and_breaks_and_is_never_carried_out():
    rows = table_text.parse(b'a;b\n"x;y\nz";"=1+1"\n', "t.csv")
    assert rows == [{"a": "x;y\nz", "b": "=1+1"}]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b" \n;;\n", "file.empty"),
        (b"a;a\n1;2\n", "file.key_twice"),
        (b"a;b\n1;2;3\n", "file.bad_table"),
        (b'a;b\n1;"2\n', "file.bad_table"),
        (b'a;b\n1;"2"x\n', "file.bad_table"),
        (b"a;b\n1;" + b"x" * 200_000, "file.bad_table"),
        (b"a;b\n\xe4;1\n", "file.not_utf8"),
        ("a;b\n1;2".encode("utf-16"), "file.not_utf8"),
        (b"a;b\n\x00;1\n", "file.not_utf8"),
        (b"a\n" * 10_003, "file.too_many_values"),
        (b";".join(b"%d" % n for n in range(1001)), "file.too_many_values"),
        (b"a" * (20 * 1024 * 1024 + 1), "file.too_big"),
    ],
)
def test_what_is_no_sound_table_is_one_sentence(data, code):
    with pytest.raises(Refusal) as caught:
        table_text.parse(data, "t.csv")
    assert caught.value.code == code
