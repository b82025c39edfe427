"""The program tries its main job on itself: workbook, result, PDF, exchange file, save, reopen.

For whoever has just installed it, and for the build, which ships nothing that does not pass.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from supplier_pcf.app.bundle import refuse_damaged
from supplier_pcf.app.calculation import Calculated
from supplier_pcf.app.delivering import export, find_format, report
from supplier_pcf.app.documents import calculate_project, open_project, save_project, with_study
from supplier_pcf.app.log import surroundings
from supplier_pcf.app.outcome import Refused
from supplier_pcf.app.samples import Sample, base_study, find_sample, with_choices
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.paths import bundle
from supplier_pcf.project.whole import replacing
from supplier_pcf.words import sentence

SAMPLE = "stamped-bracket"
LOG = "selftest.log"
STUDY = "Prüfung 自检.spcf"
"""The name has letters of two scripts, because users' names do."""
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
_PRECISION = 1e-9
_SMALLEST_PDF = 20_000
_PATIENCE = 60
"""Seconds for a process to start and read a small table; a slow computer takes two."""

Say = Callable[[str], None]
Step = tuple[str, Callable[[Path], str]]


class Failed(Exception):
    """A step did not give what it must give."""


def selftest(folder: Path, say: Say, more: tuple[Step, ...] = ()) -> bool:
    """Whether every step passes; says a line for each, which also stand in `selftest.log` in the folder.

    `more` are steps of whoever calls, done last: the window, where there is one.

    Raises:
        Refusal: the folder cannot be made or written.
    """
    lines = [surroundings()]
    say(lines[0])
    _make(folder)
    passed = True
    for title, act in (*STEPS, *more):
        outcome = _outcome(act, folder)
        passed = passed and outcome.startswith("ok")
        lines.append(f"{title}: {outcome}")
        say(lines[-1])
    lines.append("passed" if passed else "FAILED")
    say(lines[-1])
    with replacing(folder / LOG) as log:
        log.write("".join(f"{line}\n" for line in lines).encode())
    return passed


def _make(folder: Path) -> None:
    from supplier_pcf.project.whole import write_refusal

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_refusal(error, folder.name) from error


def _outcome(act: Callable[[Path], str], folder: Path) -> str:
    try:
        return f"ok, {act(folder)}"
    except Failed as error:
        return f"failed, {error}"
    except Refusal as refusal:
        return f"failed, {sentence(refusal.code, refusal.params)}"
    except Refused as refused:
        return f"failed, {', '.join(finding.code for finding in refused.findings)}"
    except Exception as error:  # noqa: BLE001  a self-test reports what breaks, whatever it is
        from supplier_pcf.app.log import note_fault

        note_fault(error)
        return f"failed, {type(error).__name__}: {error}"


def _whole(_folder: Path) -> str:
    refuse_damaged(thorough=True)
    return "from source" if bundle() is None else "all parts are as built"


def _read_tables(folder: Path) -> str:
    """From the ERP's workbook and the bills in a Chinese code page to a saved study."""
    from supplier_pcf.app.importing import import_bom, import_energy
    from supplier_pcf.factors.library import bundled_library

    sample, library = find_sample(SAMPLE), bundled_library()
    study = import_bom(base_study(sample), library, _table(sample, "bom")).study
    study = import_energy(study, library, _table(sample, "energy")).study
    study = with_choices(sample, study)
    save_project(folder / STUDY, with_study(None, study), NOW)
    return f"{len(study.materials)} materials and {len(study.meters)} meters"


def _read_apart(_folder: Path) -> str:
    """The window reads tables in a process of its own, which an installed program starts in its own way."""
    import time

    from supplier_pcf.app.table_reading import BOM, Job, TableReader

    reader = TableReader()
    reader.ask(Job(kind=BOM, path=_table(find_sample(SAMPLE), "bom")))
    until = time.monotonic() + _PATIENCE
    while (answer := reader.answer()) is None and time.monotonic() < until:
        time.sleep(0.02)
    reader.stop()
    if answer is None:
        raise Failed(f"no answer within {_PATIENCE} s")
    if isinstance(answer, Refusal):
        raise answer
    return f"{len(answer.rows)} rows"


def _table(sample: Sample, name: str) -> Path:
    path = sample.table(name)
    if path is None:
        raise Failed(f"the sample has no table {name}")
    return path


def _calculate(folder: Path) -> str:
    sample, done = find_sample(SAMPLE), _calculated(folder)
    known, got = float(sample.about["known_answer"]), done.result.excluding
    if not math.isclose(known, got, rel_tol=_PRECISION):
        raise Failed(f"{got!r} kg CO2e instead of {known!r}")
    return f"{got:.6f} kg CO2e per piece, as worked out independently"


def _calculated(folder: Path) -> Calculated:
    return calculate_project(open_project(folder / STUDY), NOW.date())


def _report(folder: Path) -> str:
    done, sizes = _calculated(folder), []
    for language in LANGUAGES:
        target = folder / f"report-{language}.pdf"
        report(done, target, language, NOW)
        data = target.read_bytes()
        if not data.startswith(b"%PDF-") or b"%%EOF" not in data or len(data) < _SMALLEST_PDF:
            raise Failed(f"{target.name} is not a whole PDF")
        sizes.append(f"{language} {len(data) // 1024} kB")
    return ", ".join(sizes)


def _export(folder: Path) -> str:
    target = folder / "footprint.pact.json"
    release = export(_calculated(folder), find_format("pact-3"), target, NOW).release
    told = json.loads(target.read_text(encoding="utf-8"))
    if told["id"] != release.id:
        raise Failed("the exchange file has another id than its release")
    return f"pact-3, {target.stat().st_size} bytes"


def _ask_a_supplier(folder: Path) -> str:
    """A workbook of our own, written and read again."""
    from supplier_pcf.app.requesting import write_request
    from supplier_pcf.importers.reading import read_tables

    study = open_project(folder / STUDY).study
    bought = next(m.id for m in study.materials if m.factor_id)
    page, sheet = write_request(study, bought, folder, language="de", now=NOW)
    rows = sum(len(table.rows) for table in read_tables(sheet))
    if not page.read_bytes().startswith(b"%PDF-") or not rows:
        raise Failed("the request to a supplier is not whole")
    return f"{rows} rows to fill in"


def _save_and_reopen(folder: Path) -> str:
    """What is edited and saved again is there again when it is opened."""
    path = folder / STUDY
    project = open_project(path)
    edited = _retitled(project.study)
    save_project(path, with_study(project, edited), NOW)
    if open_project(path).study != edited:
        raise Failed("the study is another one after it was saved and opened")
    return path.name


def _retitled(study: Study) -> Study:
    from dataclasses import replace

    return replace(study, title="自检 Prüfung – self-test")


STEPS: tuple[Step, ...] = (
    ("program", _whole),
    ("tables", _read_tables),
    ("reading process", _read_apart),
    ("result", _calculate),
    ("report", _report),
    ("export", _export),
    ("request", _ask_a_supplier),
    ("project", _save_and_reopen),
)
