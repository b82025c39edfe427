"""The sentences of the factor library."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "factor_set.damaged": (
        "The factor set “{set}” is damaged ({detail}). Install Supplier PCF again, or take the set from a backup."
    ),
}
