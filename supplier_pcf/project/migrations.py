"""Steps from one version of the file format to the next, as pure functions from dict to dict.

Only what breaks old files raises the version; a new optional field raises the revision, which lets
an older program open the file for reading.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from supplier_pcf.domain.finding import Refusal

Data = dict[str, Any]
Step = Callable[[Data], Data]

STEPS: dict[int, Step] = {}
"""By the version they lead to; each takes the plain values of the study one version before."""

_log = logging.getLogger(__name__)


def step(to: int) -> Callable[[Step], Step]:
    """Registers a function as the step to this version; its docstring tells the reason."""

    def register(function: Step) -> Step:
        if to != max(STEPS, default=1) + 1 or not function.__doc__:
            raise ValueError(f"step to {to}: out of order, or without its reason")
        STEPS[to] = function
        return function

    return register


def migrate(data: Data, version: int, file: str) -> Data:
    """The plain values of a study, brought from their version to ours.

    Raises:
        Refusal: the file says it is of a version that its content is not.
    """
    for number in range(version + 1, VERSION + 1):
        change = STEPS[number]
        _log.info("%s: to version %d: %s", file, number, change.__doc__)
        try:
            data = change(data)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            raise Refusal("file.not_of_its_version", file=file, version=version) from error
    return data


VERSION = max(STEPS, default=1)
"""The version this program writes."""

REVISION = 4
"""Counts the optional fields added since the version began; back to zero with each version."""
