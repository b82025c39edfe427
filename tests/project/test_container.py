"""Hostile files: each is refused with one sentence, and nothing on disk changes."""

import json
import os
import random
import stat
import struct
import warnings
import zipfile

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.project import codec, container, migrations
from supplier_pcf.project.file import Project, read
from supplier_pcf.words.project import SENTENCES
from tests.project.zips import info, members, zipped
from tests.project_files.make_v1 import HERE

SOUND = zipped(members())


def refusal(data, folder, name="study.spcf"):
    path = folder / name
    path.write_bytes(data)
    before = sorted(os.listdir(folder))
    with pytest.raises(Refusal) as caught:
        read(path)
    assert path.read_bytes() == data
    assert sorted(os.listdir(folder)) == before
    sentence = SENTENCES[caught.value.code].format(**caught.value.params)
    assert name in sentence
    return caught.value.code


def changed(data, at, value):
    return data[:at] + value + data[at + len(value) :]


def test_a_zip_made_by_hand_opens(tmp_path):
    path = tmp_path / "study.spcf"
    path.write_bytes(SOUND)
    assert read(path).study == Study(title="Bracket")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b"\n", "file.empty"),
        (b"PK", "file.cut_off"),
        (b"PK\x03\x04", "file.cut_off"),
        (b"PK\x05\x06" + bytes(18), "file.not_ours"),
        (b"%PDF-1.7 ...", "file.not_ours"),
        (b"[1, 2]", "file.not_ours"),
        (b"title;amount\n", "file.not_ours"),
        (b"\x89PNG\r\n\x1a\n", "file.not_ours"),
        (b'{"title": "x"', "file.cut_off"),
        (b'{"title": }', "file.bad_json"),
        ('{"title": "x"}'.encode("utf-16"), "file.not_utf8"),
        (b'{"format_version": 2, "title": "x"}', "file.newer_by"),
        (b'{"format_version": "1", "title": "x"}', "file.expected_whole_number"),
        (b'{"format_version": 0, "title": "x"}', "file.expected_whole_number"),
        (zipped({"a.txt": "a"}), "file.not_ours"),
        (zipped({"[Content_Types].xml": "", "word/document.xml": ""}), "file.is_office"),
        (zipped({"study.json": "{}"}), "file.no_manifest"),
        (zipped({"MANIFEST.json": "{}", "study.json": "{}"}), "file.no_manifest"),
        (zipped({"manifest.json": members()["manifest.json"]}), "file.no_study"),
        (zipped(members(manifest={"format": "other"})), "file.not_ours"),
        (zipped(members() | {"manifest.json": "[]"}), "file.not_ours"),
        (zipped(members() | {"manifest.json": "{"}), "file.cut_off"),
        (zipped(members() | {"study.json": "[]"}), "file.not_a_study"),
        (zipped(members() | {"factors.json": "{}"}), "file.expected_list"),
        (zipped(members(manifest={"version": True})), "file.expected_whole_number"),
        (zipped(members(manifest={"version": -1})), "file.expected_whole_number"),
        (zipped(members(manifest={"version": 2, "app": ""})), "file.newer_by"),
        (zipped(members(manifest={"app": 5})), "file.bad_manifest"),
        (zipped(members(manifest={"attachments": {"a": 1}})), "file.bad_manifest"),
        (zipped(members() | {"virus.exe": "x"}), "file.unknown_member"),
        (zipped(members() | {"attachments/a/b.pdf": "x"}), "file.unknown_member"),
        (zipped(members() | {"../evil.txt": "x"}), "file.unsafe_member"),
        (zipped(members() | {"attachments/../../evil.txt": "x"}), "file.unsafe_member"),
        (zipped(members() | {"/etc/passwd": "x"}), "file.unsafe_member"),
        (zipped(members() | {"C:/evil.txt": "x"}), "file.unsafe_member"),
        (zipped(members() | {"attachments\\evil.txt": "x"}), "file.unsafe_member"),
        (zipped(members() | {"attachments//evil.txt": "x"}), "file.unsafe_member"),
        (zipped(members() | {"attachments/a\nb.txt": "x"}), "file.unsafe_member"),
        (zipped(members() | {"attachments/\u202etxt.pdf": "x"}), "file.unsafe_member"),
        (zipped(members(), method=zipfile.ZIP_BZIP2), "file.damaged"),
        (SOUND + b"comment", "file.cut_off"),
        (b"PK" + SOUND, "file.damaged"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_ours_is_refused(data, code, tmp_path):
    assert refusal(data, tmp_path) == code


def test_a_newer_version_says_which_program_wrote_it(tmp_path):
    path = tmp_path / "study.spcf"
    path.write_bytes(zipped(members(manifest={"version": 2, "app": "3.1"}) | {"new.json": "?"}))
    with pytest.raises(Refusal) as caught:
        read(path)
    assert caught.value.code == "file.newer"
    assert caught.value.params == {"file": "study.spcf", "app": "3.1"}


def test_a_newer_revision_opens_for_reading_only(tmp_path):
    path = tmp_path / "study.spcf"
    revision = {"revision": migrations.REVISION + 1}
    parts = members(manifest=revision, study={"colour": "red"}) | {"scenarios.json": "[]"}
    path.write_bytes(zipped(parts))
    project = read(path)
    assert project.read_only
    assert project.study == Study(title="Bracket")


def test_a_newer_revision_we_cannot_make_sense_of_needs_the_newer_program(tmp_path):
    revision = {"revision": migrations.REVISION + 1}
    data = zipped(members(manifest=revision, study={"co_product_method": "by_magic"}))
    assert refusal(data, tmp_path) == "file.newer"


@pytest.mark.parametrize("name", ["study.json", "STUDY.json", "factors.json"])
def test_a_member_may_stand_only_once(name, tmp_path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        data = zipped([*members().items(), ("factors.json", "[]"), (name, "{}")])
    assert refusal(data, tmp_path) == "file.duplicate_member"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_a_member_is_an_ordinary_file(kind, tmp_path):
    parts = [*members().items(), (info("attachments/a.pdf", kind | 0o777), "/etc/passwd")]
    assert refusal(zipped(parts), tmp_path) == "file.unsafe_member"


def test_an_encrypted_member_is_refused(tmp_path):
    entry = SOUND.index(b"PK\x01\x02")
    data = changed(SOUND, entry + 8, struct.pack("<H", 1))
    assert refusal(data, tmp_path) == "file.encrypted"


def test_a_bomb_is_refused_by_what_it_declares(tmp_path):
    data = zipped(members() | {"study.json": b" " * (2 * 1024 * 1024)})
    assert refusal(data, tmp_path) == "file.expands_too_much"


def test_a_member_or_a_whole_beyond_its_limit_is_refused(tmp_path, monkeypatch):
    noise = random.Random(1).randbytes(3000)
    data = zipped(members() | {"attachments/a.pdf": noise, "attachments/b.pdf": noise})
    monkeypatch.setattr(container, "MAX_ATTACHMENT", 2999)
    assert refusal(data, tmp_path) == "file.expands_too_much"
    monkeypatch.setattr(container, "MAX_ATTACHMENT", 3000)
    monkeypatch.setattr(container, "MAX_TOTAL", 5000)
    assert refusal(data, tmp_path) == "file.expands_too_much"
    monkeypatch.setattr(container, "MAX_FILE", 5000)
    assert refusal(data, tmp_path) == "file.too_big"


def test_too_many_members_are_refused_before_they_are_listed(tmp_path, monkeypatch):
    data = zipped(members() | {f"attachments/{number}.txt": "" for number in range(4)})
    monkeypatch.setattr(container, "MAX_MEMBERS", 3)
    monkeypatch.setattr(container.zipfile, "ZipFile", None)
    assert refusal(data, tmp_path) == "file.too_many_members"


@pytest.mark.parametrize("declared", [0, 5, 1000])
def test_a_member_that_lies_about_its_size_is_refused(declared, tmp_path):
    entry = SOUND.rindex(b"PK\x01\x02")
    data = changed(SOUND, entry + 24, struct.pack("<L", declared))
    assert refusal(data, tmp_path) == "file.damaged"


def test_a_member_never_expands_beyond_what_it_declares(tmp_path):
    body = b'{"title": "' + b"x" * 3_000_000 + b'"}'
    data = zipped(members() | {"study.json": body})
    entry = data.rindex(b"PK\x01\x02")
    data = changed(data, entry + 24, struct.pack("<L", 100))
    path = tmp_path / "study.spcf"
    path.write_bytes(data)
    assert refusal(data, tmp_path) == "file.damaged"


def test_a_wrong_checksum_is_refused(tmp_path):
    entry = SOUND.rindex(b"PK\x01\x02")
    assert refusal(changed(SOUND, entry + 16, b"\0\0\0\0"), tmp_path) == "file.damaged"


def test_members_that_share_bytes_are_refused(tmp_path):
    data = zipped(members() | {"factors.json": "[]"})
    first, last = data.index(b"PK\x01\x02"), data.rindex(b"PK\x01\x02")
    offset = struct.unpack_from("<L", data, first + 42)[0]
    data = changed(data, last + 42, struct.pack("<L", offset))
    assert refusal(data, tmp_path) == "file.damaged"


def test_zip64_is_refused(tmp_path):
    start = SOUND.rindex(b"PK\x05\x06")
    locator = b"PK\x06\x07" + struct.pack("<LQL", 0, 2**60, 1)
    assert refusal(SOUND[:start] + locator + SOUND[start:], tmp_path) == "file.damaged"


@pytest.mark.parametrize("at", [4, 6, 8, 10, 12, 16])
def test_a_nonsense_end_record_is_refused(at, tmp_path):
    start = SOUND.rindex(b"PK\x05\x06")
    code = refusal(changed(SOUND, start + at, b"\xff\xff"), tmp_path)
    assert code in ("file.damaged", "file.too_many_members")


def test_a_zip_cut_anywhere_is_refused(tmp_path):
    whole = (HERE / "v1.spcf").read_bytes()
    for length in range(2, len(whole), 97):
        assert refusal(whole[:length], tmp_path) == "file.cut_off"


def test_a_study_cut_anywhere_is_refused(tmp_path):
    whole = kept_study().rstrip()
    for length in range(1, len(whole), 97):
        with pytest.raises(Refusal) as caught:
            codec.decode_study(whole[:length], "study.json")
        assert caught.value.code == "file.cut_off"
        assert refusal(whole[:length], tmp_path, "study.json") == "file.cut_off"


def test_a_zip_with_flipped_bytes_is_read_or_refused(tmp_path):
    whole = (HERE / "v1.spcf").read_bytes()
    for seed in range(500):
        read_or_refuse(flipped(whole, random.Random(seed)), tmp_path)


def test_a_study_with_flipped_bytes_is_read_or_refused(tmp_path):
    whole = kept_study()
    for seed in range(500):
        read_or_refuse(flipped(whole, random.Random(seed)), tmp_path)


def test_a_study_with_any_value_anywhere_is_read_or_refused(tmp_path):
    for seed in range(1000):
        tree = json.loads(kept_study())
        swap(tree, random.Random(seed))
        read_or_refuse(json.dumps(tree).encode(), tmp_path)


def kept_study():
    with zipfile.ZipFile(HERE / "v1.spcf") as archive:
        return archive.read("study.json")


def flipped(data, chance):
    found = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 8])):
        found[chance.randrange(len(found))] = chance.randrange(256)
    return bytes(found)


def swap(node, chance):
    """Puts something else in the place of one value, at any depth."""
    while True:
        key = chance.choice(list(node) if isinstance(node, dict) else range(len(node)))
        if not isinstance(node[key], dict | list) or not node[key] or chance.random() < 0.3:
            break
        node = node[key]
    others = [None, True, 0, -1, 1.5, 10**17, "", "x", [], [[]], {}, {"id": {}}, [{"id": "x"}]]
    node[key] = chance.choice(others)


def read_or_refuse(data, folder):
    path = folder / "study.spcf"
    path.write_bytes(data)
    try:
        project = read(path)
        for attachment in project.attachments.values():
            attachment.read()
    except Refusal as error:
        SENTENCES[error.code].format(**error.params)
    else:
        assert isinstance(project, Project)
