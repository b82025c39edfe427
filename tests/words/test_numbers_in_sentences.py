"""Numbers inside sentences are written as the reader writes them."""

from supplier_pcf.i18n import translator
from supplier_pcf.words import sentence, statement

FOUND = {"after": 3.556, "before": 2.0}


def test_a_german_sentence_has_a_decimal_comma():
    said = sentence("rules.effect.leading", FOUND, translator("de"))
    assert "3,556" in said
    assert "3.556" not in said
    assert "11,1" in statement("release.fallen", {"percent": 11.1, "day": "x"}, translator("de"))


def test_english_and_chinese_sentences_have_a_point():
    for language in ("en", "zh_CN"):
        assert "3.556" in sentence("rules.effect.leading", FOUND, translator(language))


def test_whole_numbers_and_texts_stay_as_they_are():
    said = sentence("rules.effect.more", {"count": 1234}, translator("de"))
    assert "1234" in said
