"""What a factor is called in the language of whoever reads it."""

from __future__ import annotations

from supplier_pcf.domain.factor import EmissionFactor


def name_in(factor: EmissionFactor, language: str) -> str:
    """The factor's name in a language, else as its publisher has it."""
    translated = {"zh_CN": factor.name_zh, "de": factor.name_de}.get(language, "")
    return translated or factor.name or factor.id
