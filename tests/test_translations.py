"""The catalogues: complete, and with the same values to fill in."""

import re
import string

import pytest

from tools.translations import LOCALE, TRANSLATED, missing, read, template


def fields(text):
    return sorted(
        (name, spec) for _, name, spec, _ in string.Formatter().parse(text) if name is not None
    )


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_text_is_translated(language):
    assert missing(read(language), template()) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_ask_for_the_same_values(language):
    for message in read(language):
        if isinstance(message.id, str) and message.id:
            assert fields(message.string) == fields(message.id), message.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_stands_without_its_text(language):
    texts = {m.id for m in template()}
    assert [m.id for m in read(language) if m.id and m.id not in texts] == []


def test_no_language_speaks_another():
    """Chinese characters in the German catalogue, or none at all in the Chinese one, are a slip."""
    chinese = re.compile(r"[\u4e00-\u9fff]")
    german = (LOCALE / "de" / "LC_MESSAGES" / "supplier_pcf.po").read_text(encoding="utf-8")
    assert [line for line in german.splitlines() if chinese.search(line)] == []
    own = (LOCALE / "zh_CN" / "LC_MESSAGES" / "supplier_pcf.po").read_text(encoding="utf-8")
    assert not re.search(r'msgstr ".*[äöüß]', own)
