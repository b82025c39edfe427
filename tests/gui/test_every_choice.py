"""Every value a list offers has its words, none is forgotten, in every language."""

import inspect
import re
from enum import StrEnum
from importlib import import_module
from pkgutil import walk_packages

import pytest

from supplier_pcf import gui
from supplier_pcf.gui.base.context import Context
from supplier_pcf.i18n import LANGUAGES

NOT_ENTERED = {}
"""Values that the program gives itself and no list offers."""


def lists():
    """The functions of the words' modules that give (value, words) of a choice."""
    for module in walk_packages(gui.__path__, "supplier_pcf.gui."):
        if not module.name.endswith("_words"):
            continue
        inside = import_module(module.name)
        for name, made in vars(inside).items():
            is_own = inspect.isfunction(made) and made.__module__ == inside.__name__
            if is_own and list(inspect.signature(made).parameters) == ["context"]:
                yield pytest.param(made, id=f"{module.name.rpartition('.')[2]}.{name}")


def choices_of(make, context):
    told = make(context)
    if not isinstance(told, list) or not all(isinstance(t, tuple) and len(t) == 2 for t in told):
        return []
    return told


@pytest.mark.parametrize("make", list(lists()))
def test_a_list_offers_every_value_of_its_kind(make, context):
    values = [value for value, _words in choices_of(make, context)]
    assert len(values) == len(set(values))
    for kind in {type(value) for value in values if isinstance(value, StrEnum)}:
        told = {value for value in values if type(value) is kind}
        assert set(kind) - told == NOT_ENTERED.get(kind.__name__, set())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", list(lists()))
def test_every_value_of_a_list_has_words_of_its_own(make, language, context):
    spoken = Context(**(context._asdict() | {"language": language}))
    told = choices_of(make, spoken)
    words = [words for _value, words in told]
    assert all(words) and len(words) == len(set(words))
    if language == "zh_CN":
        foreign = [w for w in words if w.isascii() and re.search(r"[a-z]{3}", w)]
        assert foreign == []
