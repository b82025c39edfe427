"""A study for every reason why a change of a scenario cannot be made."""

from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.scenario import Lever, Scenario, ScenarioChange
from supplier_pcf.domain.site import ProcessStep
from tests.build import Case, a_factor, kg


def supposing(lever, where, number=None, factor_id=""):
    change = ScenarioChange(lever=lever, where=where, number=number, factor_id=factor_id)
    rows = (Material(id="m", name="Sheet", amount=kg(1), factor_id="steel"), Material(id="empty"))
    return Case(factors=[a_factor("steel", 2.0)]).having(
        materials=rows,
        process_steps=(ProcessStep(id="p", name="Press"),),
        scenarios=(Scenario(id="a", name="A", changes=(change,)),),
    )


FOUND = {
    "scenario.no_target": supposing(Lever.AMOUNT, "materials/gone", 0.5),
    "scenario.wrong_kind": supposing(Lever.POWER, "materials/m", 0.5, "steel"),
    "scenario.no_number": supposing(Lever.AMOUNT, "materials/m"),
    "scenario.bad_number": supposing(Lever.AMOUNT, "materials/m", -1.0),
    "scenario.no_factor": supposing(Lever.FACTOR, "materials/m"),
    "scenario.unknown_factor": supposing(Lever.FACTOR, "materials/m", None, "gone"),
    "scenario.no_amount": supposing(Lever.AMOUNT, "materials/empty", 0.5),
    "scenario.no_loss": supposing(Lever.LOSS, "materials/m", 0.5),
    "scenario.no_rejects": supposing(Lever.REJECTS, "process_steps/p", 0.5),
}
