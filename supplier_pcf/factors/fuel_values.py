"""Heating values and densities of fuels from public tables: resources/fuels, each value with its cell.

A value belongs to the fuel of certain factors of the same publisher: for combustion, converting an
amount and taking the publisher's factor for the other unit give the same. No value is lent to
another fuel: where none is printed, the user states his own.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.fuels import StatedRatio
from supplier_pcf.domain.units import Dimension, dimension_of
from supplier_pcf.paths import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Fuel:
    """One fuel of one publisher, with the values printed for it."""

    id: str
    name_en: str
    name_de: str
    name_zh: str
    is_liquid_of_a_gas: bool
    """Its litres are liquid, but m3 may mean the gas (LPG): then volumes are not converted."""
    values: tuple[StatedRatio, ...]

    def ratios_for(self, unit: str) -> tuple[StatedRatio, ...]:
        """The values that may be used on an amount in this unit."""
        if not (self.is_liquid_of_a_gas and unit == "m3"):
            return self.values
        return tuple(v for v in self.values if dimension_of(v.per) is not Dimension.VOLUME)


Fuels = Mapping[str, Fuel]
"""Fuels by the id of each factor that is of them."""


def read_fuels(folder: Path) -> Fuels:
    """The fuels and values in a folder, by factor id.

    Raises:
        Refusal: a file is missing or damaged, or a value cannot be one.
    """
    try:
        values: dict[str, list[StatedRatio]] = {}
        for row in _rows(folder / "values.csv"):
            values.setdefault(row["fuel"], []).append(_value(row))
        found: dict[str, Fuel] = {}
        for row in _rows(folder / "fuels.csv"):
            fuel = _fuel(row, tuple(values.pop(row["id"])))
            found.update(dict.fromkeys(row["factors"].split("|"), fuel))
        if values:
            raise ValueError(min(values))
    except (OSError, ValueError, KeyError, csv.Error) as error:
        raise Refusal("factor_set.damaged", set=folder.name, detail=str(error)) from error
    return found


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as source:
        yield from csv.DictReader(source)


def _value(row: dict[str, str]) -> StatedRatio:
    source = f"{row['publisher']}: {row['document']} ({row['edition']}), {row['cell']}"
    found = StatedRatio(
        id=row["id"],
        value=float(row["value"]),
        of=row["of"],
        per=row["per"],
        source=source,
    )
    if not found.is_sound:
        raise ValueError(row["id"])
    return found


def _fuel(row: dict[str, str], values: tuple[StatedRatio, ...]) -> Fuel:
    return Fuel(
        id=row["id"],
        name_en=row["name_en"],
        name_de=row["name_de"],
        name_zh=row["name_zh"],
        is_liquid_of_a_gas=row["liquid_of_a_gas"] == "yes",
        values=values,
    )


@cache
def bundled_fuels() -> Fuels:
    """The fuels that come with the program; read once, when first asked for."""
    return read_fuels(resources() / "fuels")
