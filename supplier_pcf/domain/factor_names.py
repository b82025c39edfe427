"""What a factor is called in the language of whoever reads it."""

from __future__ import annotations

from supplier_pcf.domain.factor import EmissionFactor


def name_in(factor: EmissionFactor, language: str) -> str:
    """The factor's name in a language, else as its publisher has it."""
    translated = {"zh_CN": factor.name_zh, "de": factor.name_de}.get(language, "")
    return translated or factor.name or factor.id


class Named(str):
    """A name in a finding: as its publisher has it, with those in other languages beside it."""

    others: dict[str, str]

    def __new__(cls, name: str, others: dict[str, str]) -> Named:
        """The name as text, the others by the code of their language."""
        made = super().__new__(cls, name)
        made.others = others
        return made

    def __getnewargs__(self) -> tuple[str, dict[str, str]]:  # type: ignore[override]
        return str(self), self.others

    def in_language(self, language: str) -> str:
        """What a sentence in this language says."""
        return self.others.get(language, str(self))


def named_factor(factor: EmissionFactor) -> Named:
    """What a finding calls a factor; its id where it has no name."""
    others = {"zh_CN": factor.name_zh, "de": factor.name_de}
    return Named(
        factor.name or factor.id, {language: name for language, name in others.items() if name}
    )
