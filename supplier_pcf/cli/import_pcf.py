"""`supplier-pcf import-pcf`: a supplier's footprint into a study, on one of its rows if one is named."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from supplier_pcf.app.documents import open_or_begin, save_project, with_study
from supplier_pcf.app.factor_record import record_of
from supplier_pcf.app.outcome import Refused
from supplier_pcf.app.receiving import factor_from, kept, open_received, with_footprint
from supplier_pcf.cli.command import DONE, Command, now, print_findings
from supplier_pcf.cli.factor_actions import print_record, row_id
from supplier_pcf.domain.finding import errors
from supplier_pcf.project.file import PLAIN_SUFFIX


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a footprint as JSON or CSV")
    parser.add_argument("--into", required=True, type=Path, metavar="STUDY", help="made if missing")
    parser.add_argument("--row", metavar="ID", help="the row it is the factor of")
    parser.add_argument(
        "--number", type=int, metavar="N", help="which, where the file holds several"
    )
    parser.add_argument(
        "--with-faults", action="store_true", help="take it although something is wrong with it"
    )


def _run(call: argparse.Namespace) -> int:
    moment = now()
    file = open_received(call.file, moment.date())
    footprint = file.footprint(call.number)
    if footprint.refusal is None and errors(footprint.findings) and not call.with_faults:
        raise Refused(footprint.findings)
    project = open_or_begin(call.into)
    row = row_id(project.study, call.row) if call.row else ""
    factor = factor_from(footprint, file, project.study, row)
    with TemporaryDirectory() as folder:
        if call.into.suffix.lower() != PLAIN_SUFFIX:
            document = kept(file, Path(folder), project.attachments)
        else:
            document = None
        if document is not None:
            held = {**project.attachments, document.name: document}
            project = replace(project, attachments=held)
        stored = document.name if document else ""
        changed = with_footprint(project.study, file, factor, row, stored=stored)
        save_project(call.into, with_study(project, changed), moment)
    print_record(record_of(factor))
    print_findings(footprint.findings)
    print(f"Wrote {call.into}: {factor.id}{f' on {row}' if row else ''}")
    return DONE


COMMAND = Command("import-pcf", "Take a supplier's footprint into a study.", _arguments, _run)
