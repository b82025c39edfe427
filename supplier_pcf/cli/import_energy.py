"""`supplier-pcf import-energy`: energy bills into a study."""

from __future__ import annotations

import argparse

from supplier_pcf.app.importing import import_energy
from supplier_pcf.cli.command import Command
from supplier_pcf.cli.tables import run_import, table_arguments


def _run(call: argparse.Namespace) -> int:
    return run_import(call, import_energy)


COMMAND = Command(
    "import-energy", "Read the energy bills of a plant into a study.", table_arguments, _run
)
