"""Writes `study.json` of every sample that is made here: `python -m tools.samples`."""

from __future__ import annotations

import sys
from pathlib import Path

from supplier_pcf.domain.study import Study
from supplier_pcf.project.codec import encode_study
from tools.samples import (
    battery_module,
    die_casting,
    diesel_rail,
    injection_moulded,
    pcb_assembly,
    rubber_seal,
    turned_part,
    wire_harness,
)

FOLDER = Path(__file__).parents[2] / "resources" / "samples"
MAKERS = (
    diesel_rail,
    injection_moulded,
    die_casting,
    turned_part,
    wire_harness,
    rubber_seal,
    pcb_assembly,
    battery_module,
)


def studies() -> tuple[Study, ...]:
    """The studies as they should lie in the folder."""
    return tuple(maker.study() for maker in MAKERS)


def main() -> int:
    """Write them."""
    for study in studies():
        target = FOLDER / study.id / "study.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(encode_study(study))
    return 0


if __name__ == "__main__":
    sys.exit(main())
