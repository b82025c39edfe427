"""`python -m tests.bench`: prints each figure beside what we want it to stay below."""

import contextlib
import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.samples import find_sample, sample_study
from supplier_pcf.cli.main import main
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Allocation, Basis, Material, Origin
from supplier_pcf.domain.plant import new_study
from supplier_pcf.domain.site import PlantOutput
from supplier_pcf.domain.units import Quantity
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.plant import plant_tables
from supplier_pcf.engine.sharing import PLANT_BASES
from supplier_pcf.factors.library import FactorLibrary, bundled_library
from supplier_pcf.factors.search import search
from supplier_pcf.importers.bom import read_bom
from tests.bench.sureness import analytic, draws, on_one_meter, what_to_measure, whole_sensitivity
from tests.bench.typing import first_search, slowest_keystroke
from tests.build import AS_OF, ISO, a_factor, a_plant, a_study

ROOT = Path(__file__).parents[2]


def best(job: Callable[[], object], times: int = 9) -> float:
    """Seconds of the fastest of several runs."""
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        job()
        found.append(time.perf_counter() - begin)
    return min(found)


def study_of(flows: int) -> tuple:
    """A study with so many measured materials, and its factors."""
    factors = [a_factor(f"f{i}", 1.0 + i) for i in range(50)]
    rows = tuple(
        Material(
            id=f"m{i}",
            name=f"Part {i}",
            amount=Quantity(0.1 + i, "g"),
            factor_id=f"f{i % 50}",
            origin=Origin.MEASURED,
            carbon_kind="steel",
        )
        for i in range(flows)
    )
    return a_study(materials=rows), FactorLibrary.of(factors)


def calculation(flows: int) -> float:
    """Milliseconds for one calculation."""
    study, library = study_of(flows)
    return 1000 * best(lambda: calculate(study, library, ISO, AS_OF))


def plant_of_products(products: int) -> float:
    """Seconds for the table of a plant with 12 uses of energy, and for the studies of all its products."""
    study, library = plant_with(products)

    def all_of_it() -> None:
        plant_tables(study, library, ISO, AS_OF)
        for output in study.sites[0].outputs:
            calculate(new_study(study, output), library, ISO, AS_OF)

    return best(all_of_it, 3)


def plant_with(products: int) -> tuple:
    """A plant of so many products, its amounts shared by mass, pieces, hours and value in turn."""
    outputs = tuple(
        PlantOutput(
            id=f"o{i}",
            name=f"Product {i}",
            is_this_product=i == 0,
            units=1000.0 + i,
            mass_per_unit=Quantity(0.5 + i, "kg"),
            machine_hours=10.0 + i,
            price_per_unit=2.0 + i,
        )
        for i in range(products)
    )
    uses = tuple(
        EnergyUse(
            id=f"u{i}",
            site_id="nb",
            basis=Basis.PER_PERIOD,
            amount=Quantity(1e6, "kWh"),
            allocation=Allocation(basis=PLANT_BASES[i % 4], site_id="nb"),
            factor_id="f",
        )
        for i in range(12)
    )
    study = a_study(sites=a_plant(*outputs), energy_uses=uses)
    return study, FactorLibrary.of([a_factor("f", 0.5, unit="kWh")])


def long_bom(folder: Path, rows: int = 10_000) -> Path:
    """A bill of materials of so many rows."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("BOM")
    sheet.append(["Level", "Part No.", "Description", "Material", "Qty", "Unit", "Net weight (g)"])
    for i in range(rows):
        sheet.append([1, f"P-{i:05}", f"Part {i}", "DC01", 1, "PCS", 10 + i % 90])
    path = folder / "long.xlsx"
    book.save(path)
    return path


def pdf() -> float:
    """Seconds for the sample's PDF in a process that has made one."""
    from supplier_pcf.report.summary import summary_of

    now = datetime.now(UTC)
    done = calculated(sample_study("stamped-bracket"), bundled_library(), now.date())
    return best(lambda: summary_of(done.examined, done.findings, "en", now), 3)


def whole_process(folder: Path) -> float:
    """Seconds from the command line to the answer."""
    study = folder / "s.spcf"
    with contextlib.redirect_stdout(io.StringIO()):
        main(["new", "--sample", "stamped-bracket", "--out", str(study)])
    line = [sys.executable, "-m", "supplier_pcf", "calculate", str(study), "--json"]
    return best(lambda: subprocess.run(line, check=True, capture_output=True, cwd=ROOT), 5)


COLD = """
import sys, time, tracemalloc
from supplier_pcf.factors.library import read_library
from supplier_pcf.paths import resources
root = resources() / "factors"
if sys.argv[1] == "memory":
    tracemalloc.start()
begin = time.perf_counter()
kept = read_library(root)
seconds = time.perf_counter() - begin
assert len(kept) > 1000 and "pandas" not in sys.modules
print(tracemalloc.get_traced_memory()[1] / 2**20 if sys.argv[1] == "memory" else 1000 * seconds)
"""


def cold_library(figure: str) -> float:
    """Milliseconds or most megabytes of the first reading of all sets in a process of its own."""
    line = [sys.executable, "-c", COLD, figure]
    done = [
        subprocess.run(line, check=True, capture_output=True, text=True, cwd=ROOT).stdout
        for _ in range(3)
    ]
    return min(map(float, done))


def show(what: str, figure: float, unit: str, wanted: float) -> None:
    """One line of the table."""
    print(f"{what:44} {figure:9.2f} {unit:3} wanted <= {wanted:g} {unit}")


def bench_sureness() -> None:
    """Spread, draws, sensitivity and what to measure next, of 200 rows."""
    rows, metered = study_of(200), on_one_meter(200)
    show("spread, 200 rows on 50 factors", analytic(*rows), "ms", 2)
    show("spread, the same on one meter", analytic(*metered), "ms", 2)
    show("10,000 draws, 200 rows", draws(*rows), "s", 0.15)
    show("sensitivity, 200 rows", whole_sensitivity(*rows), "s", 0.3)
    show("what to measure next, 200 rows", what_to_measure(*rows), "s", 0.1)


def bench() -> None:
    """Measure everything."""
    show("calculate, 200 flows", calculation(200), "ms", 3)
    show("calculate, 5,000 flows", calculation(5000), "ms", 60)
    bench_sureness()
    show("plant of 500 products and all their studies", plant_of_products(500), "s", 0.8)
    show("factor library, first reading", cold_library("time"), "ms", 100)
    show("factor library, memory", cold_library("memory"), "MB", 25)
    library = bundled_library()
    search(library, "steel")
    show(
        "factor search",
        1000 * best(lambda: search(library, "cold rolled steel", place="CN")),
        "ms",
        20,
    )
    show("factor search, first of all", first_search(library), "ms", 100)
    show("factor search, slowest keystroke", slowest_keystroke(library), "ms", 20)
    with tempfile.TemporaryDirectory() as folder:
        path = long_bom(Path(folder))
        show("bill of materials, 10,000 rows", best(lambda: read_bom(path), 2), "s", 3)
        show("calculate, whole process", whole_process(Path(folder)), "s", 0.6)
    sample = find_sample("stamped-bracket").folder / "bom.xlsx"
    show("bill of materials of the sample", best(lambda: read_bom(sample), 3), "s", 3)
    show("PDF summary", pdf(), "s", 1)


if __name__ == "__main__":
    bench()
