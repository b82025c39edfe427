"""Sentences: every one can be filled in, and no two modules claim the same code."""

import string

from supplier_pcf.words import app, factors, findings, formats, importing, project, sentence
from supplier_pcf.words.catalogue import SENTENCES

PARTS = (app, factors, findings, formats, importing, project)


def test_no_code_is_claimed_twice():
    assert sum(len(part.SENTENCES) for part in PARTS) == len(SENTENCES)


def test_values_are_filled_in():
    words = sentence("flow.no_factor", {"name": "Sheet"})
    assert words == "“Sheet” has no emission factor. Choose one, or leave it out with a reason."


def test_a_translated_sentence_takes_the_same_values():
    words = sentence("flow.no_factor", {"name": "Blech"}, lambda text: "„{name}“ fehlt")
    assert words == "„Blech“ fehlt"


def test_braces_are_balanced_and_named():
    for code, text in SENTENCES.items():
        for _, name, _, _ in string.Formatter().parse(text):
            assert name is None or name.isidentifier(), code
