"""Why a factor stands where it does, and what the library lacks, in plain sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.places import country_of, kind
from supplier_pcf.factors.aliases import Fit, Gap, gap
from supplier_pcf.words import Translate, same, sentence
from supplier_pcf.words.places import place_name
from supplier_pcf.words.search import SENTENCES

Name = Callable[[str, Translate], str]
"""How a place is called."""

_CODES = {Fit.NEAR: "gap.near", Fit.SCREENING: "gap.screening", Fit.NONE: "gap.none"}
_WITHOUT_SPACES = "。！？"


def why(
    factor: EmissionFactor,
    reasons: Iterable[str],
    site: str,
    translate: Translate = same,
    name: Name = place_name,
) -> str:
    """The reasons of a hit as sentences: "Europe average for a site in China."."""
    params: dict[str, str | int | float] = {
        "place": name(factor.place, translate),
        "site": name(country_of(site) or site, translate),
        "year": factor.year_to or "",
    }
    average = kind(factor.place) == "region"
    codes = [
        "fit.place_region" if average and reason == "place_other" else f"fit.{reason}"
        for reason in reasons
    ]
    said = [sentence(code, params, translate) for code in codes if code in SENTENCES]
    return "".join(s if s.endswith(tuple(_WITHOUT_SPACES)) else f"{s} " for s in said).rstrip()


def gap_sentence(query: str, language: str = "en", translate: Translate = same) -> str:
    """What the library lacks for a material of the query; empty: nothing."""
    found = gap(query)
    return "" if found is None else _said(found, language, translate)


def _said(found: Gap, language: str, translate: Translate) -> str:
    nearest = found.nearest.name(language) if found.nearest else ""
    alone = found.material.fit is Fit.NONE and not nearest
    params = {"word": found.word, "material": found.material.name(language), "nearest": nearest}
    return sentence("gap.alone" if alone else _CODES[found.material.fit], params, translate)
