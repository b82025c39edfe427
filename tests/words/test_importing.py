"""The sentences of importing: one for every code, and each can be filled in."""

import re
from pathlib import Path
from string import Formatter

import pytest

from supplier_pcf import importers
from supplier_pcf.app import importing
from supplier_pcf.importers.numbers import Problem
from supplier_pcf.words.importing import SENTENCES

SOURCES = [p.read_text(encoding="utf-8") for p in Path(importers.__file__).parent.glob("*.py")]
SOURCES.append(Path(importing.__file__).read_text(encoding="utf-8"))
USED = {code for source in SOURCES for code in re.findall(r'"(import\.[a-z_]+)"', source)}
USED |= {f"import.{problem}" for problem in Problem}


def test_every_code_has_its_sentence():
    assert USED - SENTENCES.keys() == set()


def test_no_sentence_is_left_over():
    assert SENTENCES.keys() - USED == set()


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_whole_and_plain(code):
    sentence = SENTENCES[code]
    assert sentence.endswith((".", "%}", "}."))
    assert re.match(r"[A-Z{]", sentence)
    assert "  " not in sentence
    assert not re.search(
        r"\b(you (?:forgot|must|failed)|invalid|illegal|error occurred)\b", sentence
    )


@pytest.mark.parametrize("code", SENTENCES)
def test_placeholders_are_plain_names(code):
    names = [name for _, name, _, _ in Formatter().parse(SENTENCES[code]) if name is not None]
    assert all(re.fullmatch(r"[a-z_]+", name) for name in names)
