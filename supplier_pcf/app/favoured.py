"""Factors that lie near for a row: of its supplier or material, used in the study, chosen lately; each with why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Flow, Material
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import FactorLibrary
from supplier_pcf.paths import user_data

ON_THE_ROW, SAME_SUPPLIER, SAME_MATERIAL = "on_the_row", "same_supplier", "same_material"
USED_HERE, USED_LATELY = "used_here", "used_lately"
BELONGING = (SAME_SUPPLIER, SAME_MATERIAL, ON_THE_ROW)
"""Reasons for which a factor belongs to a row whatever is searched for."""
MOST_LATELY = 30
_LARGEST = 64 * 1024


def lately_file() -> Path:
    """Where it lies which factors were chosen lately."""
    return user_data() / "factors-lately.json"


def lately(path: Path) -> tuple[str, ...]:
    """Ids of the factors chosen lately, the last one first; a damaged file counts as none."""
    with suppress(OSError, ValueError, RecursionError):
        if path.stat().st_size <= _LARGEST:
            told = json.loads(path.read_text(encoding="utf-8"))
            if isinstance(told, list):
                return tuple(each for each in told if isinstance(each, str))[:MOST_LATELY]
    return ()


def remember(path: Path, factor_id: str) -> None:
    """Keep that this factor was chosen; not being able to is no reason to stop anybody."""
    from supplier_pcf.project.whole import write_whole

    ids = list(dict.fromkeys((factor_id, *lately(path))))[:MOST_LATELY]
    with suppress(OSError, Refusal):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(ids, indent=1).encode())


def favoured(
    study: Study, flow: Flow, library: FactorLibrary, chosen: tuple[str, ...] = ()
) -> Mapping[str, str]:
    """For each factor that lies near, the strongest reason; `chosen` were chosen lately."""
    others = [each for each in study.flows() if each.id != flow.id and each.factor_id]
    used = {each.factor_id for each in others if type(each) is type(flow)}
    return {
        **dict.fromkeys(chosen, USED_LATELY),
        **{factor_id: USED_HERE for factor_id in used if factor_id},
        **({flow.factor_id: ON_THE_ROW} if flow.factor_id else {}),
        **dict.fromkeys(_of_material(flow, others), SAME_MATERIAL),
        **dict.fromkeys(_of_supplier(flow, others, library), SAME_SUPPLIER),
    }


def _of_material(flow: Flow, others: list[Flow]) -> list[str]:
    """What other rows of the same designation have."""
    wanted = flow.designation.strip().casefold() if isinstance(flow, Material) else ""
    rows = (each for each in others if isinstance(each, Material) and wanted)
    return [
        each.factor_id
        for each in rows
        if each.factor_id and each.designation.strip().casefold() == wanted
    ]


def _of_supplier(flow: Flow, others: list[Flow], library: FactorLibrary) -> list[str]:
    """What this row's supplier sent: by the publisher's name, or on his other rows."""
    name = flow.supplier.strip().casefold()
    if not name:
        return []
    on_his_rows = {each.factor_id for each in others if each.supplier.strip().casefold() == name}
    return [
        factor.id
        for factor in library
        if factor.layer is not Layer.BUNDLED
        and (_is_from(factor, name) or factor.id in on_his_rows)
    ]


def _is_from(factor: EmissionFactor, name: str) -> bool:
    return factor.layer is Layer.SUPPLIER and factor.publisher.strip().casefold() == name
