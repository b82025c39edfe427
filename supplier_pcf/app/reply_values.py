"""What a colleague wrote into a cell, read as the kind of value that was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from supplier_pcf.app.asked_fields import Ask, Kind, fits
from supplier_pcf.app.places_list import entered_place
from supplier_pcf.domain.units import Quantity
from supplier_pcf.i18n import LANGUAGES, translator
from supplier_pcf.importers.collection_sheet import Reply
from supplier_pcf.importers.numbers import Ambiguous, Number, narrow, read_number
from supplier_pcf.importers.table import text_of
from supplier_pcf.importers.unit_words import unit_of
from supplier_pcf.words import Translate, sentence
from supplier_pcf.words.collection_sheet import title

_LONGEST = 60


class Trouble(NamedTuple):
    """Why an answer cannot be taken: the code of its sentence, and the values in it."""

    code: str
    params: Mapping[str, str]


def value_of(ask: Ask, reply: Reply, decimal: str) -> Any:
    """The answer as text, number, share from 0 to 1 or quantity; None for none, `Trouble` where it is unclear.

    `decimal` is the user's own decimal mark, for texts with two readings.
    """
    text = text_of(reply.answer)
    if not text:
        return None
    match ask.field.kind:
        case Kind.TEXT:
            return text
        case Kind.PLACE:
            return _place(text)
        case Kind.CHOICE:
            return _choice(ask, text)
        case _:
            return _amount(ask, reply, text[:_LONGEST], decimal)


def _amount(ask: Ask, reply: Reply, text: str, decimal: str) -> Any:
    number = _number(reply.answer, decimal)
    if number is None:
        return Trouble("collect.not_a_number", {"text": text})
    if number.value < 0:
        return Trouble("collect.negative", {"text": text})
    if ask.field.kind is Kind.SHARE:
        share = _share(reply, number)
        return share if 0 <= share <= 1 else Trouble("collect.not_a_share", {"text": text})
    unit = unit_of(number.unit or reply.unit or ask.unit)
    if ask.field.kind is Kind.NUMBER:
        is_plain = narrow(number.unit).casefold() in ("", ask.unit.casefold()) or unit == ask.unit
        return number.value if is_plain else Trouble("collect.not_a_number", {"text": text})
    if unit is None or not fits(ask, Quantity(number.value, unit)):
        said = f"{text} {reply.unit}".strip()
        return Trouble("collect.unit", {"text": said[:_LONGEST], "unit": ask.unit})
    return Quantity(number.value, unit)


def _share(reply: Reply, number: Number) -> float:
    """20, 20 % and a cell that Excel shows as 20 % alike; below one, a bare number is of such a cell."""
    is_cell = isinstance(reply.answer, float) and 0 < number.value < 1
    return number.value if is_cell else number.value / 100


def _number(cell: object, decimal: str) -> Number | None:
    if isinstance(cell, str):
        cell = cell.replace("%", "").replace("％", "")
    read = read_number(cell)
    if isinstance(read, Ambiguous):
        read = read.settled(decimal)
    return read if isinstance(read, Number) else None


def _place(text: str) -> str | Trouble:
    place = entered_place(text)
    return Trouble("collect.place", {"text": text[:_LONGEST]}) if place is None else place


def _choice(ask: Ask, text: str) -> str | Trouble:
    """A choice by its code or its words in any language."""
    for choice in ask.field.choices:
        words = {
            title(f"collect.choice.{choice}", {}, translator(name)).casefold() for name in LANGUAGES
        }
        if text.casefold() in (choice, *words):
            return choice
    return Trouble(
        "collect.choice", {"text": text[:_LONGEST], "choices": ", ".join(ask.field.choices)}
    )


def trouble_told(ask: Ask | None, trouble: Trouble, _: Translate) -> str:
    """The sentence about an answer, with the choices as the sheet named them."""
    params = dict(trouble.params)
    if ask is not None and "choices" in params:
        words = (title(f"collect.choice.{choice}", {}, _) for choice in ask.field.choices)
        params["choices"] = ", ".join(words)
    return sentence(trouble.code, params, _)
