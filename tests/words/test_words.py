"""Sentences: every one can be filled in, and no two modules claim the same code."""

import string
from importlib import import_module
from pkgutil import iter_modules

import pytest

from supplier_pcf import words
from supplier_pcf.domain.factor_names import Named
from supplier_pcf.i18n import LANGUAGES, translator
from supplier_pcf.words import findings, sentence, statement
from supplier_pcf.words.catalogue import SENTENCES

MODULES = [
    import_module(f"supplier_pcf.words.{module.name}")
    for module in iter_modules(words.__path__)
    if module.name != "catalogue"
]
PARTS = [module for module in MODULES if hasattr(module, "SENTENCES")]


def test_no_code_is_claimed_twice():
    assert sum(len(part.SENTENCES) for part in PARTS) == len(SENTENCES)


def test_values_are_filled_in():
    said = sentence("flow.no_factor", {"name": "Sheet"})
    assert said == "“Sheet” has no emission factor. Choose one, or leave it out with a reason."


def test_a_translated_sentence_takes_the_same_values():
    said = sentence("flow.no_factor", {"name": "Blech"}, lambda text: "„{name}“ fehlt")
    assert said == "„Blech“ fehlt"


def test_a_name_with_others_beside_it_is_said_in_the_language_of_the_sentence():
    factor = Named("Primary aluminium", {"zh_CN": "原铝", "de": "Primäraluminium"})
    params = {"name": "IH-145", "factor": factor, "year": 2001}
    assert sentence("factor.old", params).startswith("“Primary aluminium” of “IH-145”")
    for language, name in (("zh_CN", "原铝"), ("de", "Primäraluminium")):
        said = sentence("factor.old", params, translator(language))
        assert name in said and "Primary" not in said, said


def test_braces_are_balanced_and_named():
    for code, text in SENTENCES.items():
        for _, name, _, _ in string.Formatter().parse(text):
            assert name is None or name.isidentifier(), code


def test_a_statement_leaves_out_what_to_do():
    params = {"name": "Sheet", "factor": "Steel. Old", "year": 2001}
    assert statement("factor.old", params) == "“Steel. Old” of “Sheet” is data of 2001."


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_statement_of_a_finding_is_a_whole_sentence(language):
    for code, text in findings.SENTENCES.items():
        params = {name: 1 for _, name, _, _ in string.Formatter().parse(text) if name}
        said = statement(code, params, translator(language))
        assert said.endswith((".", "。", "?")), (code, said)
        assert "z. " not in f"{said} ", (code, said)
