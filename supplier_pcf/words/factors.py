"""The sentences of the factor library."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "factor_set.damaged": (
        "The factor set “{set}” is damaged ({detail}). Install Supplier PCF again, or take the set from a backup."
    ),
    "factor_set.too_large": (
        "The factor set “{set}” is far too large to be one. Install Supplier PCF again, or take the set from a backup."
    ),
    "factor_set.duplicate_id": (
        "The factor set “{set}” holds the id “{id}” twice, so nobody could say which one a study used. "
        "Nothing of it was read; ask its publisher for a corrected set."
    ),
    "factor_set.foreign_id": (
        "The factor set “{set}” holds the id “{id}”, which does not begin with its name. "
        "Nothing of it was read; ask its publisher for a corrected set."
    ),
    "factor_set.unknown_unit": (
        "The factor “{id}” of the set “{set}” is per “{unit}”, a unit that is not known here. "
        "Nothing of the set was read; ask its publisher for a corrected set."
    ),
    "factor_set.bad_number": (
        "The factor “{id}” of the set “{set}” holds a number that no factor can have: below zero, or no number. "
        "Nothing of the set was read; ask its publisher for a corrected set."
    ),
}
