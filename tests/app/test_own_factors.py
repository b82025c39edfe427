"""The personal library in use: kept, found, copied into the study, carried in tables."""

import csv
import io
from dataclasses import replace

import pytest
from openpyxl import Workbook, load_workbook

from supplier_pcf.app import choosing, own_factors
from supplier_pcf.app.library_view import uses
from supplier_pcf.app.own_factors import (
    add_own,
    draft_of,
    edit_own,
    export_own,
    import_own,
    personal_library,
    remove_own,
    take_newer,
)
from supplier_pcf.app.samples import all_samples, sample_study
from supplier_pcf.app.session import Session
from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.edits import choose_factor, set_flow
from supplier_pcf.domain.factor import Boundary, GwpSet, Layer
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.factors.own import FactorDraft
from supplier_pcf.factors.table_layout import COLUMNS

BODY = "m-br-2041-11-1"
GLUE = FactorDraft(
    name="Structural glue 4711",
    unit="kg",
    kg_co2e=3.25,
    boundary=Boundary.CRADLE_TO_GATE,
    gwp_set=GwpSet.AR6,
    place="DE",
    year_to=2024,
    publisher="Glue works",
    document="Letter of 3 March 2025",
    licence="for our own use",
    category="material",
)


@pytest.fixture
def session(tmp_path):
    made = Session(tmp_path / "data")
    made.start(sample_study("stamped-bracket"))
    return made


@pytest.fixture
def path(session):
    return session.personal_file


def add(path, draft=GLUE, **changes):
    made = add_own(path, replace(draft, **changes), bundled_library(), Layer.OWN)
    assert made.factor is not None, made.findings
    return made.factor


def test_an_own_factor_is_found_by_the_next_search(session, path):
    assert session.personal == ()
    glue = add(path)
    need = choosing.need_of(session, choosing.flow_of(session.study, BODY))
    assert choosing.find_factors(session, "structural glue", need)[0].id == glue.id


def test_a_factor_that_lacks_something_is_not_kept(path):
    made = add_own(path, replace(GLUE, document=""), bundled_library())
    assert made.factor is None
    assert [f.code for f in made.findings] == ["own.missing_document"]
    assert not path.exists()


def test_a_strange_figure_is_kept_with_a_warning(path):
    made = add_own(path, replace(GLUE, kg_co2e=1e7), bundled_library())
    assert made.factor is not None
    assert [f.code for f in made.findings] == ["own.far_from_category"]


def test_using_an_own_factor_copies_it_so_that_the_study_stands_alone(session, path, tmp_path):
    glue = add(path)
    session.edit(lambda study: choose_factor(study, BODY, glue.id), "Choose")
    file = tmp_path / "part.spcf"
    session.save(file)
    before = session.calculated.result.excluding
    path.unlink()
    other = Session(tmp_path / "elsewhere")
    other.open(file)
    assert other.study.factors == (glue,)
    assert other.calculated.result.excluding == before
    assert other.calculated.result.complete


def test_what_a_scrap_stands_in_for_is_copied_and_told_as_a_use(session, path):
    steel = add(path, name="Virgin coil")
    scrap = replace(session.study.wastes[0], replaces_factor_id=steel.id)
    session.edit(lambda study: set_flow(study, scrap), "Choose")
    assert session.study.factors == (steel,)
    assert [use.name for use in uses(session.study, steel.id)] == [scrap.name]


def test_an_edit_is_a_new_version_and_no_study_changes_silently(session, path):
    glue = add(path)
    session.edit(lambda study: choose_factor(study, BODY, glue.id), "Choose")
    made = edit_own(path, glue.id, replace(draft_of(glue), kg_co2e=4.0), bundled_library())
    assert (made.factor.version, made.factor.kg_co2e) == (2, 4.0)
    assert session.study.factors == (glue,)
    (new,) = session.personal
    assert new == made.factor
    session.edit(lambda study: take_newer(study, new), "Take the newer figure")
    assert session.study.factors == (new,)


def test_an_edit_of_the_words_keeps_what_no_form_asks_for(path):
    glue = add(path)
    own_factors.keep(path, replace(glue, name_zh="结构胶"))
    made = edit_own(path, glue.id, replace(draft_of(glue), note="checked"), bundled_library())
    assert (made.factor.name_zh, made.factor.note) == ("结构胶", "checked")
    dearer = edit_own(path, glue.id, replace(draft_of(glue), kg_co2e=4.0), bundled_library())
    assert dearer.factor.name_zh == ""


def test_a_form_without_the_split_keeps_it_while_the_figure_stays(path):
    board = add(path, kg_co2e=None, buckets=Buckets(fossil=1.0, land_use_change=0.5))
    form = replace(draft_of(board), buckets=None, note="checked")
    same = edit_own(path, board.id, form, bundled_library()).factor
    assert (same.note, same.land_use_change) == ("checked", 0.5)
    dearer = edit_own(path, board.id, replace(form, kg_co2e=2.0), bundled_library()).factor
    assert (dearer.fossil, dearer.land_use_change) == (2.0, 0.0)


def test_a_removed_factor_stays_in_the_studies_that_use_it(session, path):
    glue = add(path)
    session.edit(lambda study: choose_factor(study, BODY, glue.id), "Choose")
    remove_own(path, glue.id)
    assert session.personal == ()
    assert session.choice.get(glue.id) == glue
    assert add(path).id == f"{glue.id}-2"


def test_a_damaged_library_is_told_and_left_alone(session, path):
    add(path)
    path.write_text("{", encoding="utf-8")
    assert session.personal == ()
    assert session.personal_problem.code == "file.cut_off"
    with pytest.raises(Refusal):
        add_own(path, GLUE, bundled_library())
    assert path.read_text(encoding="utf-8") == "{"


# --- tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_table_written_is_read_again_as_the_same_factors(path, tmp_path, suffix):
    buckets = Buckets(
        fossil=1.1, biogenic_non_co2=0.2, land_use_change=0.3, land_removals=-0.4,
        aircraft=0.05, uptake_product=-1.5,
    )  # fmt: skip
    add(
        path,
        sigma_ln=0.25,
        grid_kwh=0.4,
        grid_id="t:grid",
        primary_share=0.3,
        recycled_content=0.25,
    )
    add(path, name="-20 °C 胶 @home", kg_co2e=1 / 3, note="=1+1", includes_forming=True)
    add(path, name="Board", kg_co2e=None, buckets=buckets, includes_packaging=True)
    add(path, name="Lorry", unit="t.km", includes_empty_running=False)
    add(path, name="Van", unit="t.km", includes_empty_running=True)
    table, fresh = tmp_path / f"own{suffix}", tmp_path / "fresh" / "own.json"
    assert export_own(path, table).written == 5
    done = import_own(fresh, table)
    assert (len(done.added), done.left_out, done.findings) == (5, 0, ())
    first = {f.id: f for f in personal_library(path).current}
    for factor in personal_library(fresh).current:
        assert factor.buckets == pytest.approx(first[factor.id].buckets, rel=1e-12, abs=1e-15)
        assert factor.note == first[factor.id].note
        assert factor.name == first[factor.id].name
        assert factor.grid_id == first[factor.id].grid_id
        assert factor.includes_packaging == first[factor.id].includes_packaging
        assert factor.includes_empty_running is first[factor.id].includes_empty_running
    again = import_own(path, table)
    assert (again.added, again.changed, again.unchanged) == ((), (), 5)


def rows_of(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_what_a_spreadsheet_would_run_is_written_as_text(path, tmp_path):
    add(path, note="=HYPERLINK(1)", document="+49 123")
    table = tmp_path / "own.csv"
    export_own(path, table)
    (row,) = rows_of(table.read_bytes())
    assert (row["note"], row["document"]) == ("'=HYPERLINK(1)", "'+49 123")
    book = tmp_path / "own.xlsx"
    export_own(path, book)
    cells = [cell for row in load_workbook(book).active.iter_rows() for cell in row]
    assert "f" not in {cell.data_type for cell in cells}


def test_a_changed_row_becomes_a_new_version(path, tmp_path):
    glue = add(path)
    table = tmp_path / "own.csv"
    export_own(path, table)
    table.write_bytes(table.read_bytes().replace(b"3.25", b"3.75"))
    done = import_own(path, table)
    assert [(f.id, f.version, f.kg_co2e) for f in done.changed] == [(glue.id, 2, 3.75)]


def test_a_removed_id_does_not_come_back_with_a_table(path, tmp_path):
    glue = add(path)
    table = tmp_path / "own.csv"
    export_own(path, table)
    remove_own(path, glue.id)
    done = import_own(path, table)
    assert (done.added, done.left_out) == ((), 1)
    assert [f.code for f in done.findings] == ["own.left_out_removed"]


def test_a_table_with_bad_rows_gives_the_good_ones_and_names_the_others(path, tmp_path):
    add(path)
    table = tmp_path / "own.csv"
    export_own(path, table)
    head, row, *_ = table.read_text(encoding="utf-8-sig").splitlines()
    bad = row.replace("own:structural-glue-4711", "own:other").replace("3.25", "NaN")
    table.write_text(f"{head}\n{row}\n{bad}\n", encoding="utf-8")
    done = import_own(tmp_path / "fresh.json", table)
    assert (len(done.added), done.left_out) == (1, 1)
    assert [(f.code, f.params["row"]) for f in done.findings] == [("import.factor_number", 3)]


def test_parts_that_make_more_than_the_whole_are_left_out(path, tmp_path):
    book = Workbook()
    told = dict.fromkeys(COLUMNS, "") | {
        "id": "own:board", "name": "Board", "unit": "kg", "kg_co2e": 1.0, "land_use_change": 1.5,
        "boundary": "cradle_to_gate", "gwp_set": "AR6", "place": "CN", "year_to": 2024,
        "document": "Letter", "licence": "ours",
    }  # fmt: skip
    book.active.append(list(told))
    book.active.append(list(told.values()))
    table = tmp_path / "own.xlsx"
    book.save(table)
    assert [f.code for f in import_own(path, table).findings] == ["import.factor_parts"]


def test_a_table_that_is_refused_leaves_the_library_as_it_was(path, tmp_path):
    add(path)
    before = path.read_bytes()
    table = tmp_path / "own.csv"
    table.write_bytes(b"%PDF-1.7")
    with pytest.raises(Refusal):
        import_own(path, table)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "code"), [("own.pdf", "own.table_kind"), ("own", "own.table_kind")]
)
def test_a_table_is_csv_or_a_workbook(path, tmp_path, name, code):
    add(path)
    with pytest.raises(Refusal) as refused:
        export_own(path, tmp_path / name)
    assert refused.value.code == code


# --- licensed values stay at home ----------------------------------------------------------------


def licensed(path):
    made = add_own(
        path,
        replace(GLUE, name="Licensed paste", kg_co2e=7.654321, note="secret 7.654321"),
        bundled_library(),
        Layer.LICENSED,
    )
    return made.factor


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_licensed_factors_are_left_out_of_an_export_and_counted(path, tmp_path, suffix):
    add(path)
    paste = licensed(path)
    table = tmp_path / f"own{suffix}"
    done = export_own(path, table)
    assert done.written == 1
    assert [(f.code, f.params["count"]) for f in done.findings] == [("own.licensed_stay", 1)]
    read = import_own(tmp_path / "fresh.json", table)
    assert paste.id not in {f.id for f in read.added}


def test_licensed_factors_alone_are_not_exported_at_all(path, tmp_path):
    paste = licensed(path)
    table = tmp_path / "own.csv"
    with pytest.raises(Refusal) as refused:
        export_own(path, table, [paste.id])
    assert refused.value.code == "own.nothing_to_export"
    assert not table.exists()


def test_no_sample_holds_licensed_values():
    for sample in all_samples():
        study = sample_study(sample.id)
        assert all(f.layer is not Layer.LICENSED for f in study.factors)
