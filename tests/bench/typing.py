"""How long the search takes while a designation is typed, letter by letter."""

import time

from supplier_pcf.factors.aliases import aliases
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.factors.search import search

SENTENCES = (
    "cold rolled steel sheet 1.5 mm",
    "PA66-GF30 Gehäuse schwarz",
    "EN AC-46000 Aluminiumdruckguss",
    "冷轧钢板SPCC 2.0mm",
    "Verbrennung von Kunststoffabfällen",
    "polypropilene injektion moulded",
)


def keystrokes() -> list[str]:
    """What stands in the search field after each key: sentences, and every fifth designation."""
    words = [*SENTENCES, *(alias.word for alias in aliases()[::5])]
    return list(dict.fromkeys(word[:end] for word in words for end in range(1, len(word) + 1)))


def slowest_keystroke(library: FactorLibrary) -> float:
    """Milliseconds of the slowest search, each timed twice and the faster one kept."""
    return 1000 * max(min(_once(library, typed) for _ in range(2)) for typed in keystrokes())


def first_search(library: FactorLibrary) -> float:
    """Milliseconds of the first search in a library, which reads the words of all factors."""
    return 1000 * _once(library.with_factors(()), "steel")


def _once(library: FactorLibrary, typed: str) -> float:
    begin = time.perf_counter()
    search(library, typed, place="CN-ZJ", year=2025, limit=400)
    return time.perf_counter() - begin
