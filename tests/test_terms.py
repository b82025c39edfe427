"""The standard's terms: one English term has one German and one Chinese word, in every sentence that has it."""

import re
from functools import cache

import pytest

from tools import translations

TERMS = {
    "declared unit": ("deklariert", "声明单位"),
    "reference period": ("bezugszeitr", "数据时间范围"),
    "system boundary": ("systemgrenze", "系统边界"),
    "cut-off": ("cut-off|abschneide", "取舍|截断"),
    "allocation": ("allokation", "分配"),
    "co-product": ("koppelprodukt|nebenprodukt", "共生产品"),
    "emission factor": ("emissionsfaktor", "排放因子"),
    "residual mix": ("residualmix|reststrommix|restmix", "剩余电力组合"),
    "recycled content": ("rezyklat", "再生材料含量|再生原料"),
    "primary data share": (
        "primärdatenanteil|anteil der primärdaten",
        "初级数据占比|初级数据.*(份额|比例|占比)",
    ),
    "biogenic carbon": ("biogen", "生物源碳"),
    "data quality rating": (
        "datenqualitätsbewertung|bewertung(en)? der datenqualität",
        "数据质量评级",
    ),
    "uncertainty": ("unsicher", "不确定"),
}
"""English term to the words that say it, as patterns; German in lower case, without its endings."""


@cache
def read(language):
    """The catalogue, read once."""
    return [m for m in translations.read(language) if isinstance(m.id, str) and m.id]


def sentences_with(term, language):
    """Texts with the term and their translations, but for the names of products and programs."""
    pattern = re.compile(rf"\b{re.escape(term)}s?\b")
    for message in read(language):
        if pattern.search(message.id.lower()):
            yield message.id, message.string


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("language", ["de", "zh_CN"])
def test_a_term_of_the_standard_has_one_word_in_every_sentence(term, language):
    wanted = re.compile(TERMS[term][0 if language == "de" else 1])
    other = [said for said in sentences_with(term, language) if not wanted.search(said[1].lower())]
    assert other == []


def test_every_term_is_in_use():
    for term in TERMS:
        assert any(True for _said in sentences_with(term, "de")), term
