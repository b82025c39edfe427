"""`supplier-pcf import-bom`: a bill of materials into a study."""

from __future__ import annotations

import argparse

from supplier_pcf.app.importing import import_bom
from supplier_pcf.app.proposals import candidates
from supplier_pcf.cli.command import Command
from supplier_pcf.cli.tables import run_import, table_arguments
from supplier_pcf.domain.flows import ChosenBy
from supplier_pcf.domain.study import Study
from supplier_pcf.factors.library import FactorLibrary


def _run(call: argparse.Namespace) -> int:
    return run_import(call, import_bom, _print_factors)


def _print_factors(study: Study, library: FactorLibrary) -> None:
    """For every row that wants a factor: the proposed one, or those that come near."""
    parents = {m.parent_id for m in study.materials}
    place = study.sites[0].place if study.sites else ""
    for material in study.materials:
        if material.id in parents:
            continue
        name = material.name or material.part_number or material.id
        if material.factor_id is None:
            near = [hit.factor.id for hit in candidates(material, library, place)]
            print(f"factor to choose for {name}: {', '.join(near) or 'none comes near'}")
        elif material.factor_chosen_by is ChosenBy.IMPORT:
            print(f"factor proposed for {name}: {material.factor_id}")


COMMAND = Command("import-bom", "Read a bill of materials into a study.", table_arguments, _run)
