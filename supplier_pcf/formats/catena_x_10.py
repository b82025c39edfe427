"""Catena-X product carbon footprint: aspect model io.catenax.pcf, data model 10.0.0.

Specification: standard CX-0136 with the aspect model io.catenax.pcf 10.0.0 of the Catena-X association,
https://catenax-ev.github.io, and its PCF Rulebook v4. A file for Catena-X, which says nothing about
conformity with it. `FIELDS` is the mapping; what it shares with data model 9 is `COMMON`.

All amounts are for the whole declared unit, amount times unit, as JSON numbers without exponent. Aircraft
emissions are a summand beside the fossil ones. The uptake is that of product and packaging, and so is the
biogenic carbon. Packaging stands inside production and once more by itself; transport to the customer
apart, where we pay for it. Shares and ratings are weighed with uptake. Verification is told only with its paper.

Not carried: uncertainty, evidence, results of single stages but packaging and distribution, carbon capture,
details of mass balancing, land management fossil emissions (inside the fossil ones), the domain recommended as a
second company id, which is no identifier by itself, legal statements.
"""

from __future__ import annotations

from typing import Any

from supplier_pcf.domain.finding import Finding, errors
from supplier_pcf.formats.shared import catena_x as cx
from supplier_pcf.formats.shared import catena_x_reading as reading
from supplier_pcf.formats.shared.catena_x_nested import COMMON, Field, document
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.json_numbers import json_bytes
from supplier_pcf.formats.shared.received import Received
from supplier_pcf.formats.validation import catena_x as validation
from supplier_pcf.formats.validation.catena_x_9_model import IDENTITY, SCOPE, STANDARDS, TEN
from supplier_pcf.formats.validation.catena_x_lacks import find_lacks
from supplier_pcf.formats.validation.catena_x_model import SPEC

ID, TITLE, SUFFIX = "catena-x-10", "File for Catena-X, data model 10.0.0", ".json"

FIELDS: tuple[Field, ...] = (
    Field(f"{SCOPE}/specVersion", lambda _: SPEC.format("10.0.0"), "of this mapping"),
    Field(f"{IDENTITY}/precedingPfIds", cx.preceding, "ids, the newest first; left out if none"),
    Field(
        f"{STANDARDS}/crossSectoralStandards", lambda i: cx.standards(i)[0], "one name: the base"
    ),
    *COMMON,
)


def footprint(issue: Issue) -> dict[str, Any]:
    """The file as a JSON object."""
    return document(issue, FIELDS)


def render(issue: Issue) -> bytes:
    """The file: one footprint as UTF-8 JSON."""
    return json_bytes(footprint(issue))


def lacks(issue: Issue) -> tuple[Finding, ...]:
    """What the study still owes this format; in the end its own rules are tried on the file."""
    found = tuple(find_lacks(issue, TEN))
    return found if errors(found) else (*found, *errors(check(footprint(issue))))


def knows(document: object) -> bool:
    """Whether a parsed document says that it is of data model 10."""
    return TEN.knows(document)


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with a parsed document of this data model."""
    return validation.check(document, TEN)


def read(document: object) -> Received:
    """What a footprint of this data model says.

    Raises:
        Refusal: it has no amount, no unit of ours, or no total.
    """
    return reading.received(document, TEN, ID)
