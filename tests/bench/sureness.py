"""How fast spread, draws and sensitivity are: 200 rows on 50 factors, and the same on one meter."""

import time

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Allocation, AllocationBasis, Basis
from supplier_pcf.domain.site import Meter, PlantOutput, Reading
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.calculate import calculate
from supplier_pcf.engine.draws import draw
from supplier_pcf.engine.measure_next import measure_next
from supplier_pcf.engine.sensitivity import sensitivity
from supplier_pcf.engine.spread import spread_of
from supplier_pcf.engine.uncertainty import uncertainties
from supplier_pcf.factors.library import FactorLibrary
from tests.build import AS_OF, ISO, a_factor, a_plant, a_study


def on_one_meter(rows: int) -> tuple[Study, FactorLibrary]:
    """So many uses of energy that all read one meter, on 50 factors."""
    day = AS_OF.replace(year=2025)
    meter = Meter(id="main", site_id="nb", readings=(Reading(start=day, end=day, amount=1e6),))
    uses = tuple(
        EnergyUse(
            id=f"u{i}",
            meter_id="main",
            basis=Basis.PER_PERIOD,
            allocation=Allocation(basis=AllocationBasis.PIECES, site_id="nb"),
            factor_id=f"f{i % 50}",
        )
        for i in range(rows)
    )
    plant = a_plant(PlantOutput(id="o", is_this_product=True, units=1000.0))
    factors = [a_factor(f"f{i}", 0.1 + i, unit="kWh") for i in range(50)]
    return a_study(meters=(meter,), energy_uses=uses, sites=plant), FactorLibrary.of(factors)


def analytic(study: Study, library: FactorLibrary) -> float:
    """Milliseconds from a result to its spread with all shares."""
    result = calculate(study, library, ISO, AS_OF)
    return 1000 * _best(lambda: spread_of(uncertainties(study, result, library).parts))


def draws(study: Study, library: FactorLibrary) -> float:
    """Seconds for 10,000 draws, numpy being there."""
    import numpy  # noqa: F401

    result = calculate(study, library, ISO, AS_OF)
    parts = uncertainties(study, result, library).parts
    return _best(lambda: draw(parts), 3)


def whole_sensitivity(study: Study, library: FactorLibrary) -> float:
    """Seconds for every alternative."""
    return _best(lambda: sensitivity(study, library, ISO, AS_OF), 2)


def what_to_measure(study: Study, library: FactorLibrary) -> float:
    """Seconds for every candidate as if it were known well."""
    return _best(lambda: measure_next(study, library, ISO, AS_OF), 2)


def _best(job, times: int = 9) -> float:
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        job()
        found.append(time.perf_counter() - begin)
    return min(found)
