"""Sentences of receiving a supplier's file: what cannot be taken in, and what to look at first."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "receive.unknown": (
        "{file} is in no format that this program reads. Ask its sender for one of: {known}."
    ),
    "receive.version": (
        "{file} says that it is of version {version}, which this program does not read. "
        "Ask its sender for one of: {known}."
    ),
    "receive.field": (
        "The footprint in {file} has no {field} that can be read, so there is no figure to take. "
        "Ask its sender to correct it."
    ),
    "receive.none": "{file} holds no footprint. Ask its sender for another file.",
    "receive.several": "{file} holds {count} footprints. Say which one, by a number from 1 to {count}.",
    "receive.too_many": "{file} holds {count} footprints, more than {limit}. Ask its sender for fewer.",
    "receive.no_such": "{file} holds {count} footprints; there is no number {number}.",
    "receive.no_row": "The study has no row {row} that could take a factor. Choose another row.",
    "receive.unit": (
        "The row {row} is entered in {have}, the footprint is for {unit} and tells no mass. "
        "Ask its sender for the mass of one {unit}, or enter the row in {unit}."
    ),
    "receive.superseded": (
        "The sender has withdrawn this footprint. Ask for the one that took its place."
    ),
    "receive.expired": "This footprint was valid until {until}. Ask its sender for a newer one.",
    "receive.prospective": (
        "This footprint rests on planned data, not on a past period. Ask its sender for one of a past period."
    ),
    "receive.heavy": (
        "{value:.0f} kg CO₂e for one kilogram is more than almost any product has. "
        "Perhaps a year's amount or a whole delivery was entered: ask its sender."
    ),
    "receive.light": (
        "{value:.6f} kg CO₂e for one kilogram is less than almost any product has. "
        "Perhaps grams were entered for kilograms: ask its sender."
    ),
    "receive.rest": (
        "The parts explain {parts:g} of {total:g} kg CO₂e. The rest is taken as fossil; ask its sender for the parts."
    ),
    "receive.above": (
        "The parts sum to {parts:g} kg CO₂e, more than the total of {total:g}. The parts are taken; ask its sender."
    ),
}
