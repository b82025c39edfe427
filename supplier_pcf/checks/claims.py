"""What a study must not say or count: offsets, neutrality, comparison, a life longer than its boundary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from supplier_pcf.checks.examined import Examined, named, place
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import named_factor
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import Waste
from supplier_pcf.domain.study import Study

_OFFSETS = "ISO 14067:2018, 6.3.4.1"
_TEXTS = (
    *("application", "reason", "audience", "boundary_text", "allocation_text", "limitations"),
    "comment",
)
"""Fields of the scope in which the author writes freely."""

_OFFSET = re.compile(
    r"(carbon|co2|co₂|climate|emission|ghg)[ -]?(offset|credit|compensation)|offset certificate"
    r"|(co2|co₂|klima|emissions)[ -]?(kompensation|ausgleich|gutschrift|zertifikat)"
    r"|碳抵消|碳信用|碳中和|抵消量|减排量(核证|抵扣)|ccer",
    re.IGNORECASE,
)
"""What an offset is called; a bare “offset” or “compensation” may be a part of a machine."""

_CLAIMS = {
    "claim.neutral": re.compile(
        r"(climate|carbon|co2|co₂|emission)[ -]?(neutral|positive|free)|net[ -]?zero"
        r"|(klima|co2|co₂|treibhausgas)[ -]?(neutral|positiv|frei)|emissionsfrei|碳中和|零碳|净零|气候中性",
        re.IGNORECASE,
    ),
    "claim.comparison": re.compile(
        r"(lower|less|better|smaller|cleaner|greener) than (\w+ ){0,3}(compet|other (supplier|maker|product)|rival|market)"
        r"|than (the |our )?competit|(niedriger|besser|weniger|kleiner|geringer|sauberer|grüner) als (\w+ ){0,3}"
        r"(wettbew|konkurren|mitbewerb|andere|der markt|marktdurchschnitt)"
        r"|(低于|优于|好于|少于|比)[^。，,]{0,8}(竞争对手|竞品|同行|其他(厂家|供应商|产品)|市场平均)",
        re.IGNORECASE,
    ),
    "claim.whole_life": re.compile(
        r"cradle[ -]to[ -]grave|(full|whole|entire|complete) life[ -]?(cycle|time)"
        r"|von der wiege bis zur bahre|(ganze|gesamte|vollständige)[rn]? (lebens(weg|zyklus)|produktlebenszyklus)"
        r"|从摇篮到坟墓|摇篮到坟墓|全生命周期",
        re.IGNORECASE,
    ),
    "claim.environment": re.compile(
        r"environment(ally)?[ -]friendly|eco[ -]?friendly|green product|umweltfreundlich|umweltverträglich|ökologisch"
        r"|环境友好|环保产品|绿色产品",
        re.IGNORECASE,
    ),
}
_CLAUSES = {
    "claim.neutral": _OFFSETS,
    "claim.comparison": "ISO 14067:2018, 6.3.3; Annex B",
    "claim.whole_life": "ISO 14067:2018, 6.3.3",
    "claim.environment": "ISO 14067:2018, Annex A",
}
_DENIED = re.compile(
    r"(\b(not?|never|without|nor|nicht|kein\w*|ohne|weder|statt)\b[^.;。；]{0,40}|[不非未无][^.;。；]{0,8}|(?<!\w)n[o']t )$",
    re.IGNORECASE,
)
"""A denial just before the words, within the same sentence."""


def _texts_of(study: Study) -> Iterator[tuple[str, str]]:
    """Every text of the author that speaks of the figure, with its place."""
    yield "product/name", study.product.name
    yield "product/description", study.product.description
    for field in _TEXTS:
        yield f"scope/{field}", getattr(study.scope, field)


def nothing_is_offset(examined: Examined) -> Iterator[Finding]:
    """No row takes emissions off by a certificate or a credit; only removals and uptake may be negative."""
    known: dict[str, str] = {}
    for flow, line, factor in examined.factored():
        code = known.get(factor.id)
        if code is None:
            code = known[factor.id] = _of_factor(factor)
        if flow.name and _is_offset(flow.name):
            code = "offset.named"
        if code == "" or (code == "offset.negative" and isinstance(flow, Waste)):
            continue
        told = {"name": named(flow), "factor": named_factor(factor)}
        yield _found(code, Severity.ERROR, place(line.kind, flow, "factor"), _OFFSETS, **told)


def _of_factor(factor: EmissionFactor) -> str:
    """What a factor is by itself: an offset by its name, or a credit by its sign."""
    if _is_offset(factor.name):
        return "offset.named"
    return "offset.negative" if factor.kg_co2e - factor.land_removals < 0 else ""


@lru_cache(maxsize=20_000)
def _is_offset(name: str) -> bool:
    """Asked again for the same names at every edit, so the answers are kept."""
    return bool(name) and _OFFSET.search(name) is not None


def texts_claim_nothing_more(examined: Examined) -> Iterator[Finding]:
    """The texts claim no neutrality, no comparison, no whole life and no friendliness to the environment."""
    for where, text in _texts_of(examined.study):
        for code, pattern in _CLAIMS.items() if text else ():
            words = _claimed(pattern, text)
            if words:
                yield _found(code, Severity.WARNING, where, _CLAUSES[code], words=words)


def _claimed(pattern: re.Pattern[str], text: str) -> str:
    """The words of the claim; empty where there is none, or where it is denied."""
    for found in pattern.finditer(text):
        if not _DENIED.search(text[: found.start()]):
            return found.group()
    return ""


def _found(code: str, severity: Severity, where: str, clause: str, **params: str) -> Finding:
    return Finding(code=code, severity=severity, where=where, clause=clause, params=params)
