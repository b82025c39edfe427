"""The sentences of updating a study's factors from a file."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "update.no_set": (
        "{file} is no factor set. Choose the set.toml of a set, with its factors.csv beside it, or a table of factors."
    ),
    "update.damaged": (
        "The factor set of {file} cannot be read ({detail}). Nothing was changed; ask whoever sent it for a whole copy."
    ),
}
