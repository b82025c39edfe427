"""Studies that the checks of one year against another find."""

from datetime import date

from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.flows import Basis, Material, Origin
from supplier_pcf.domain.record import DeclaredUnit, Forerunner
from supplier_pcf.domain.site import Meter, Reading
from supplier_pcf.domain.units import Quantity
from tests.build import CATENA_X, Case, a_factor, a_study, kg

LAST = Forerunner(
    study_id="s0",
    period_start=date(2024, 1, 1),
    period_end=date(2024, 12, 31),
    rule_set=CATENA_X.id,
    excluding=1.6,
    including=1.6,
)


def begun(**facts):
    """A kilogram of steel at 2 kg CO2e, begun from a study of 2024 that came to 1.6."""
    steel = Material(id="m", name="Sheet", amount=kg(1), factor_id="steel", origin=Origin.MEASURED)
    case = Case().with_flow("materials", steel, a_factor("steel", 2.0)).under(CATENA_X)
    return case.having(**{"forerunner": LAST, **facts})


def read_in(year):
    """A meter whose only reading is of this year; the study is of 2025."""
    reading = Reading(start=date(year, 1, 1), end=date(year, 12, 31), amount=1000.0)
    meter = Meter(id="e", name="Main", readings=(reading,))
    use = EnergyUse(id="u", name="Power", meter_id="e", basis=Basis.PER_PERIOD, factor_id="kwh")
    case = Case(a_study(meters=(meter,)))
    return case.with_flow("energy_uses", use, a_factor("kwh", 0.5, unit="kWh"))


def carried():
    """Volume and one of two yearly amounts are not confirmed."""
    gas = EnergyUse(id="g", name="Gas", amount=Quantity(9, "kWh"), basis=Basis.PER_PERIOD)
    power = EnergyUse(id="p", name="Power", amount=Quantity(9, "kWh"), basis=Basis.PER_PERIOD)
    return begun(energy_uses=(gas, power), stale=("product/volume", "energy_uses/p/amount"))


FOUND = {
    "years.not_confirmed": carried(),
    "years.readings_elsewhere": read_in(2024),
    "years.risen": begun(),
    "years.not_alike": begun(declared_unit=DeclaredUnit(amount=1, unit="kg")),
}
