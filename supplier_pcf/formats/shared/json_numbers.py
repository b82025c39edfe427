"""JSON with numbers written out: every digit, no exponent, as customers' programs expect them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal

from supplier_pcf.domain.numbers import decimal_string

_INDENT = "  "


def json_bytes(document: object) -> bytes:
    """A document of objects, lists, texts, numbers and flags as indented UTF-8 JSON.

    Raises:
        ValueError: a number is not finite.
    """
    return (_text(document, "\n") + "\n").encode()


def _text(value: object, line: str) -> str:
    inner = line + _INDENT
    if isinstance(value, dict):
        pairs = (
            f"{json.dumps(k, ensure_ascii=False)}: {_text(v, inner)}" for k, v in value.items()
        )
        return _block("{", pairs, "}", line)
    if isinstance(value, list | tuple):
        return _block("[", (_text(item, inner) for item in value), "]", line)
    if isinstance(value, Decimal | float):
        return _number(value)
    return json.dumps(value, ensure_ascii=False)


def _block(opening: str, parts: Iterable[str], closing: str, line: str) -> str:
    inside = f",{line}{_INDENT}".join(parts)
    return f"{opening}{line}{_INDENT}{inside}{line}{closing}" if inside else opening + closing


def _number(value: Decimal | float) -> str:
    if isinstance(value, float):
        return decimal_string(value)
    if not value.is_finite():
        raise ValueError(f"not a finite number: {value}")
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
