"""The names and list values of the submodel Carbon Footprint (IDTA 02023-1-0), and elements of the metamodel 3.0 as JSON.

Specification: IDTA 02023-1-0 and its template 1.0.1 (https://github.com/admin-shell-io/submodel-templates, CC BY
4.0); the Asset Administration Shell's metamodel, IDTA 01001-3-0. Value ids are those of ECLASS in the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Element = dict[str, Any]

_BASE = "https://admin-shell.io/idta/CarbonFootprint"
TEMPLATE = "https://admin-shell.io/IDTA 02023-1-0"

SEMANTICS: Mapping[str, str] = {
    "CarbonFootprint": f"{_BASE}/CarbonFootprint/1/0",
    "ProductCarbonFootprints": f"{_BASE}/ProductCarbonFootprints/1/0",
    "ProductCarbonFootprint": f"{_BASE}/ProductCarbonFootprint/1/0",
    "PcfCalculationMethods": f"{_BASE}/PcfCalculationMethods/1/0",
    "PcfCalculationMethod": "0173-1#02-ABG854#003",
    "PcfCO2eq": "0173-1#02-ABG855#003",
    "ReferenceImpactUnitForCalculation": "0173-1#02-ABG856#003",
    "QuantityOfMeasureForCalculation": "0173-1#02-ABG857#003",
    "LifeCyclePhases": f"{_BASE}/LifeCyclePhases/1/0",
    "LifeCyclePhase": "0173-1#02-ABG858#003",
    "PublicationDate": f"{_BASE}/PublicationDate/1/0",
    "ExpirationDate": f"{_BASE}/ExpirationDate/1/0",
    "ProductOrSectorSpecificCarbonFootprints": f"{_BASE}/ProductOrSectorSpecificCarbonFootprints/1/0",
    "ProductOrSectorSpecificCarbonFootprint": f"{_BASE}/ProductOrSectorSpecificCarbonFootprint/1/0",
    "ProductOrSectorSpecificRule": f"{_BASE}/ProductOrSectorSpecificRule/1/0",
    "PcfRuleOperator": f"{_BASE}/ProductOrSectorSpecificRule/Operator/1/0",
    "PcfRuleName": f"{_BASE}/ProductOrSectorSpecificRule/Name/1/0",
    "PcfRuleVersion": f"{_BASE}/ProductOrSectorSpecificRule/Version/1/0",
    "PcfInformation": f"{_BASE}/PcfInformation/1/0",
    "ArbitraryContent": "https://admin-shell.io/SMT/General/Arbitrary",
}
"""What every element of the submodel is known by."""

METHODS: Mapping[str, tuple[str, str]] = {
    "ISO14067": ("0173-1#07-ABU218#003", "ISO 14067"),
    "GHGP-Product": ("0173-1#07-ABU221#003", "GHG Protocol"),
    "ISO14040-44": ("0173-1#07-ABV505#003", "ISO 14040, ISO 14044"),
    "PACT-1.0": ("0173-1#07-ACC004#001", "PACT v1.0.1"),
    "PACT-2.0": ("0173-1#07-ACC003#001", "PACT v2.0.0"),
    "PACT-3.0": ("0173-1#07-ACC012#001", "PACT v3.0.0"),
    "PAS2050": ("0173-1#07-ACC008#001", "BS PAS 2050"),
    "EN15804": ("0173-1#07-ABU223#003", "EN 15804"),
    "IEC-TS-63058": ("0173-1#07-ABU222#003", "IEC TS 63058"),
    "IEC-63366": ("0173-1#07-ACA792#002", "IEC 63366"),
    "IEC-63372": ("0173-1#07-ACC019#001", "IEC 63372"),
    "PEP": ("0173-1#07-ABU220#003", "PEP Ecopassport"),
    "TFS-2": ("0173-1#07-ACC005#001", "TFS v2"),
    "TFS-3": ("0173-1#07-ACC010#001", "TFS v3"),
    "Catena-X v1": ("0173-1#07-ACC007#001", "Catena-X v1"),
    "Catena-X v2": ("0173-1#07-ACC006#001", "Catena-X v2"),
    "Catena-X v3": ("0173-1#07-ACC011#001", "Catena-X v3"),
}
"""Our names of methods, their value ids and their words; there is no id for a fourth rulebook of Catena-X."""

UNITS: Mapping[str, tuple[str, str]] = {
    "kg": ("0173-1#07-ABZ597#003", "kg"),
    "piece": ("0173-1#07-ABZ603#003", "piece"),
    "l": ("0173-1#07-ABZ600#003", "l"),
    "m3": ("0173-1#07-ABZ601#003", "cbm"),
    "m2": ("0173-1#07-ABZ602#003", "qm"),
    "kWh": ("0173-1#07-ACB997#001", "kWh"),
    "g": ("0173-1#07-ABZ596#003", "g"),
    "t": ("0173-1#07-ABZ598#003", "t"),
    "ml": ("0173-1#07-ABZ599#003", "ml"),
}
"""Our units, their value ids and their words; another unit is brought to the first that measures the same."""

GATE, TO_CUSTOMER = "A1-A3", "A4"
PHASES: Mapping[str, tuple[str, str]] = {
    "A1": ("0173-1#07-ABU208#003", "A1 - raw material supply (and upstream production)"),
    "A2": ("0173-1#07-ABU209#003", "A2 - cradle-to-gate transport to factory"),
    "A3": ("0173-1#07-ABU210#003", "A3 - production"),
    GATE: ("0173-1#07-ABZ789#003", "A1-A3"),
    TO_CUSTOMER: ("0173-1#07-ABU211#003", "A4 - transport to final destination"),
    "A4-A5": ("0173-1#07-ACC013#001", "A4-A5"),
    "A5": ("0173-1#07-ACC016#001", "A5 - Installation"),
    "B1": ("0173-1#07-ABU212#003", "B1 - usage phase"),
    "B1-B7": ("0173-1#07-ACC014#001", "B1-B7"),
    "B2": ("0173-1#07-ABV498#003", "B2 - maintenance"),
    "B3": ("0173-1#07-ABV497#003", "B3 - repair"),
    "B4": ("0173-1#07-ACC017#001", "B4 - Replacement"),
    "B5": ("0173-1#07-ABV499#003", "B5 - update/upgrade, refurbishing"),
    "B6": ("0173-1#07-ABV500#003", "B6 - usage energy consumption"),
    "B7": ("0173-1#07-ABV501#003", "B7 - usage water consumption"),
    "C1": ("0173-1#07-ABV502#003", "C1 - reassembly"),
    "C1-C4": ("0173-1#07-ACC015#001", "C1-C4"),
    "C2": ("0173-1#07-ABU213#003", "C2 - transport to recycler"),
    "C2-C4": ("0173-1#07-ACC018#001", "C2-C4"),
    "C3": ("0173-1#07-ABV503#003", "C3 - recycling, waste treatment"),
    "C4": ("0173-1#07-ABV504#003", "C4 - landfill"),
    "D": ("0173-1#07-ABU214#003", "D - reuse"),
}
"""Life cycle phases by their letters, with value ids and words."""


def name_of(values: Mapping[str, tuple[str, str]], text: str) -> str:
    """Our name of a value given by its id or by its words; empty where the list does not have it."""
    wanted = text.strip()
    return next((name for name, told in values.items() if wanted in (name, *told)), "")


def reference(value: str) -> Element:
    """A reference to something outside of the shell, by its global id."""
    return {"type": "ExternalReference", "keys": [{"type": "GlobalReference", "value": value}]}


def named(name: str, kind: str, **facts: Any) -> Element:
    """An element under its name in the template."""
    return {
        "idShort": name,
        "semanticId": reference(SEMANTICS[name]),
        **facts,
        "modelType": kind,
    }


def single(name: str, value: str, value_type: str = "xs:string", value_id: str = "") -> Element:
    """A property; its value may be one of a list, known by an id."""
    told: Element = {"valueType": value_type, "value": value}
    if value_id:
        told["valueId"] = reference(value_id)
    return named(name, "Property", **told)


def collection(name: str, parts: Iterable[Element]) -> Element:
    """A group of elements."""
    return named(name, "SubmodelElementCollection", value=list(parts))


def choices(name: str, item: str, value_ids: Iterable[str]) -> Element:
    """A list of values, each known by its id; entries of a list have no names."""
    entries = [_unnamed(single(item, value, value_id=value)) for value in value_ids]
    return named(
        name,
        "SubmodelElementList",
        semanticIdListElement=reference(SEMANTICS[item]),
        typeValueListElement="Property",
        valueTypeListElement="xs:string",
        value=entries,
    )


def many(name: str, item: str, groups: Iterable[Iterable[Element]]) -> Element:
    """A list of groups."""
    return named(
        name,
        "SubmodelElementList",
        semanticIdListElement=reference(SEMANTICS[item]),
        typeValueListElement="SubmodelElementCollection",
        value=[_unnamed(collection(item, parts)) for parts in groups],
    )


def free(name: str, value: str) -> Element:
    """A property of our own naming, where the template leaves room for any."""
    told = single("ArbitraryContent", value)
    return {**told, "idShort": name}


def _unnamed(element: Element) -> Element:
    return {key: value for key, value in element.items() if key != "idShort"}
