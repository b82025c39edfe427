"""An asset administration shell environment in XML as the values its JSON would have.

Metamodel 3.0 (IDTA 01001-3-0); both writings have the same names. In JSON a class is told by `modelType`, in XML by
the element's own name.
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

_SPACE = "{https://admin-shell.io/aas/3/"
_LISTS = frozenset(
    [
        "assetAdministrationShells",
        "submodels",
        "conceptDescriptions",
        "submodelElements",
        "keys",
        "description",
        "displayName",
        "embeddedDataSpecifications",
        "qualifiers",
        "extensions",
        "supplementalSemanticIds",
        "specificAssetIds",
        "statements",
        "annotations",
        "inputVariables",
        "outputVariables",
        "inoutputVariables",
        "isCaseOf",
        "refersTo",
    ]
)
_GROUPS = frozenset({"submodelElementCollection", "submodelElementList", "multiLanguageProperty"})
"""Elements whose `value` is a list."""
_CLASSES = _GROUPS | frozenset(
    [
        "assetAdministrationShell",
        "submodel",
        "conceptDescription",
        "property",
        "range",
        "blob",
        "file",
        "referenceElement",
        "entity",
        "operation",
        "relationshipElement",
        "annotatedRelationshipElement",
        "capability",
        "basicEventElement",
    ]
)


def is_environment(root: ElementTree.Element) -> bool:
    """Whether it is such an environment, or a submodel alone."""
    return root.tag.startswith(_SPACE) and _name(root) in ("environment", "submodel")


def values_of(root: ElementTree.Element) -> Any:
    """The values as JSON would have them."""
    return _object(root)


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _object(element: ElementTree.Element) -> dict[str, Any]:
    name = _name(element)
    found: dict[str, Any] = {
        _name(child): _value(child, is_list=_name(child) == "value" and name in _GROUPS)
        for child in element
    }
    return found | ({"modelType": name[0].upper() + name[1:]} if name in _CLASSES else {})


def _value(element: ElementTree.Element, *, is_list: bool) -> Any:
    if is_list or _name(element) in _LISTS:
        return [_object(child) for child in element]
    if len(element):
        return _object(element)
    text = (element.text or "").strip()
    return text == "true" if _name(element) == "orderRelevant" else text
