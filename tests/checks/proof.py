"""Studies whose proof lacks something, by the code of what it lacks."""

from supplier_pcf.domain.assurance import Assurance, AssuranceLevel
from supplier_pcf.domain.flows import Material, Origin
from supplier_pcf.domain.record import Evidence
from supplier_pcf.domain.verification import Comment, DrawnRecord, SamplingDrill
from tests.build import Case, a_factor, a_study, kg


def with_sheet(**facts):
    sheet = Material(
        id="m", name="Sheet", amount=kg(1), factor_id="f", origin=Origin.MEASURED, evidence=("e",)
    )
    return Case(a_study(**facts), [a_factor("f", 2.0)]).with_flow("materials", sheet)


def held(**facts):
    return with_sheet(assurance=Assurance(**facts), evidence=(Evidence(id="e", file="e.pdf"),))


NOT_FOUND = SamplingDrill(
    id="d", drawn=(DrawnRecord(where="materials/m", number=3, of=12, is_found=False),)
)
FOUND = {
    "evidence.nowhere": with_sheet(evidence=(Evidence(id="e", title="Bill"),)),
    "evidence.unknown": with_sheet(),
    "evidence.below_mark": with_sheet(
        assurance=Assurance(level=AssuranceLevel.REGULAR, provider="V", statement="1")
    ),
    "assurance.valid_until_over": held(valid_until="2025-12-31"),
    "assurance.program_until_over": held(program_until="2025-12-31"),
    "assurance.program_too_long": held(program_from="2025-01-01", program_until="2029-01-01"),
    "remark.open": with_sheet(comments=(Comment(id="c", text="Why?"),)),
    "remark.answered": with_sheet(comments=(Comment(id="c", text="Why?", answer="So."),)),
    "remark.round": with_sheet(comments=(Comment(id="c", round=3),)),
    "drill.not_found": with_sheet(drills=(NOT_FOUND,)),
}
