"""The main job on the sample: a bill of materials and bills become a footprint, a PDF and a PACT file."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from supplier_pcf.app.documents import open_project, save_project, with_study
from supplier_pcf.app.samples import base_study, find_sample, with_choices
from supplier_pcf.cli.main import main

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "demo"
STUDY = OUT / "stamped-bracket.spcf"


def run(*arguments: str | Path) -> None:
    """One command, shown as a user would type it; ends the demo where it fails."""
    shown = [str(a.relative_to(ROOT)) if isinstance(a, Path) else a for a in arguments]
    print(f"\n$ supplier-pcf {' '.join(shown)}", flush=True)
    code = main([str(a) for a in arguments])
    if code:
        sys.exit(code)


def demo() -> None:
    """Start from what the plant knows of its product, read its tables, answer its customer."""
    OUT.mkdir(parents=True, exist_ok=True)
    sample = find_sample("stamped-bracket")
    save_project(STUDY, with_study(None, base_study(sample)), datetime.now(UTC))
    run("import-bom", sample.folder / "bom.xlsx", "--into", STUDY)
    run("import-energy", sample.folder / "energy-2025.csv", "--into", STUDY)

    print(
        "\nThe rows to choose get what their user chose: factors, origins, the share of the plant."
    )
    project = open_project(STUDY)
    chosen = with_study(project, with_choices(sample, project.study))
    save_project(STUDY, chosen, datetime.now(UTC))

    run("calculate", STUDY)
    run("check", STUDY)
    run("report", STUDY, "--out", OUT / "stamped-bracket.pdf")
    run("export", STUDY, "--format", "pact-3", "--out", OUT / "stamped-bracket.pact.json")
    run("export", STUDY, "--format", "inventory-csv", "--out", OUT / "stamped-bracket.csv")
    print(f"\nThe project, the PDF, the PACT file and the inventory are in {OUT}")


if __name__ == "__main__":
    demo()
