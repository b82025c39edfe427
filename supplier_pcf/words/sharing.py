"""Sentences of the share sheet: where values come from, and what stays in the house."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "share.title": "What {file} tells, value by value, and what stays in the house.",
    "share.place": "Place in the file.",
    "share.value": "What it holds.",
    "share.from": "Where it comes from.",
    "origin.input": "Entered.",
    "origin.text": "Written from your rows and texts.",
    "origin.calculation": "Calculated.",
    "origin.rules": "From the rule set.",
    "origin.factors": "From the emission factors.",
    "origin.fixed": "Set by the program or the format.",
    "stays.rows": "Names of rows: {count}, of which the file tells {told}.",
    "stays.suppliers": "Names of suppliers: {count}, of which the file tells {told}.",
    "stays.part_numbers": "Part numbers of what you buy: {count}, of which the file tells {told}.",
    "stays.notes": "Notes on rows: {count}, of which the file tells {told}.",
    "stays.reasons": "Reasons for leaving rows out: {count}, of which the file tells {told}.",
    "stays.people": "Persons, with mail and telephone: {count}, of which the file tells {told}.",
    "stays.evidence": "Titles of documents: {count}, of which the file tells {told}.",
    "stays.amounts": "Amounts of rows: {count}, of which the file tells {told}.",
    "stays.readings": "Readings of meters: {count}, of which the file tells {told}.",
    "stays.outputs": "Products of the plant with their numbers: {count}, of which the file tells {told}.",
    "delivery.no_request": "There is no request {id}. These are known: {known}",
    "delivery.not_deprecated": "Version {version} is the newest and stays active. Only an older one is told as deprecated.",
    "delivery.no_copy": "No copy of version {version} in this format is kept, so it cannot be told again exactly.",
    "delivery.no_status": "The format {format} has no field that says a footprint is out of date.",
}
