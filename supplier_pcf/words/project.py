"""Sentences of the project file: what is wrong, where, and what to do."""

from __future__ import annotations

_OPENING = {
    "file.missing": "{file} was not found. Check the name and the folder.",
    "file.is_folder": "{file} is a folder, not a file. Choose a file in it.",
    "file.not_a_file": "{file} is a device, not an ordinary file. Choose a file.",
    "file.no_permission": "{file} may not be read with your rights. Ask its owner for access.",
    "file.in_use": "{file} is held by another program. Close it there and try again.",
    "file.cannot_read": "{file} could not be read: {reason}. Check the drive or the network.",
    "file.empty": "{file} is empty. Fetch it again or open an earlier copy.",
    "file.cut_off": (
        "{file} is cut off in the middle, as after a broken download or copy. "
        "Fetch it again or open an earlier copy."
    ),
    "file.damaged": "{file} is damaged. Fetch it again or open an earlier copy.",
    "file.not_ours": "{file} is not a Supplier PCF file. Choose a .spcf file or a study.json.",
    "file.is_office": (
        "{file} is an Office document, not a Supplier PCF file. Bring a workbook in with Import."
    ),
    "file.not_a_study": "{file} is JSON, but not a study. Choose a .spcf file or a study.json.",
    "file.no_manifest": (
        "manifest.json is missing from {file}. Open an earlier copy, or take study.json out of it "
        "and open that."
    ),
    "file.no_study": "study.json is missing from {file}. Open an earlier copy of it.",
    "file.bad_manifest": "manifest.json in {file} is damaged. Open an earlier copy of it.",
    "file.newer": (
        "{file} was saved by Supplier PCF {app}, which is newer than this program. "
        "Open it with that version or a later one."
    ),
    "file.newer_by": (
        "{file} was saved by a newer Supplier PCF than this one. Open it with a newer version."
    ),
    "file.not_of_its_version": (
        "{file} says it is of format version {version}, but its content is not. "
        "Open an earlier copy of it."
    ),
}

_HOSTILE = {
    "file.encrypted": "{file} is encrypted. Open a copy that is not protected by a password.",
    "file.unsafe_member": (
        "{file} holds a part with an unsafe name or kind ({name}). It was not made by this "
        "program; do not use it."
    ),
    "file.duplicate_member": (
        "{file} holds {name} twice. It was not made by this program; do not use it."
    ),
    "file.unknown_member": (
        "{file} holds {name}, which is no part of a study. Remove it, or open an earlier copy."
    ),
    "file.too_many_members": (
        "{file} holds more than {limit} parts. It was not made by this program; do not use it."
    ),
    "file.expands_too_much": (
        "{file} would expand far beyond its size. It was not made by this program; do not use it."
    ),
    "file.too_big": "{file} is bigger than {limit} MB, which no study and no footprint is. Choose another file.",
    "file.too_deep": "{file} is nested more than {limit} levels deep, which no study and no footprint is.",
    "file.too_many_values": "{file} holds more than {limit} values, which no study and no footprint does.",
    "file.text_too_long": (
        "{file} holds a text of more than {limit} bytes. Shorten it, or attach it as a document."
    ),
}

_CONTENT = {
    "file.not_utf8": "{file} is not UTF-8 text. Save it as UTF-8 and open it again.",
    "file.bad_json": "{file} is not valid JSON at line {line}, column {column}. Correct it there.",
    "file.bad_table": (
        "{file} is no sound table at line {line}: quotes stay open, or cells stand beside its columns. "
        "Correct it there."
    ),
    "file.not_exchanged": (
        "{file} is neither JSON, CSV nor AASX. Ask its sender for the footprint as a JSON, CSV or AASX file."
    ),
    "file.bad_text": "In {file}, {path} holds half a character. Type this text again.",
    "file.bad_number": "In {file}, {path} is {value}, which is no usable number. Correct it.",
    "file.key_twice": "In {file}, {path} stands twice. Remove one of the two.",
    "file.unknown_key": "In {file}, {path} is not a field of a study. Remove it.",
    "file.unknown_key_similar": (
        "In {file}, {path} is not a field of a study. Did you mean {similar}?"
    ),
    "file.missing_key": "In {file}, {path} is missing. Add it.",
    "file.expected_text": "In {file}, {path} must be a text in quotes.",
    "file.expected_number": "In {file}, {path} must be a number, such as 2.5 without quotes.",
    "file.expected_whole_number": "In {file}, {path} must be a whole number, such as 2.",
    "file.expected_yes_no": "In {file}, {path} must be true or false.",
    "file.expected_date": "In {file}, {path} must be a date, such as 2026-01-31.",
    "file.expected_choice": "In {file}, {path} must be one of: {choices}.",
    "file.expected_list": "In {file}, {path} must be a list in square brackets.",
    "file.expected_object": "In {file}, {path} must be a group of fields in curly brackets.",
    "file.no_id": "In {file}, {path} has an empty id. Give it one of its own.",
    "file.same_id": "In {file}, {path} and {other} have the same id. Give one of them another.",
}

_SAVING = {
    "file.opened_read_only": (
        "{file} cannot be saved here: a newer Supplier PCF made this study, and saving would lose "
        "what this program does not know. Save it with the newer version."
    ),
    "file.write_protected": "{file} is write-protected. Save under another name.",
    "file.not_writable": (
        "{file} cannot be written here: the folder is protected. Save in another folder."
    ),
    "file.no_folder": "{file} was not saved: the folder does not exist. Choose another folder.",
    "file.bad_name": (
        '{file} is a name Windows does not allow: it holds one of < > : " / \\ | ? *, ends in a dot, or is '
        "the name of a device. Choose another name."
    ),
    "file.name_too_long": "{file} is too long a name for this drive. Choose a shorter one.",
    "file.disk_full": (
        "{file} was not saved: the drive is full. Free some space; the old file is untouched."
    ),
    "file.cannot_write": (
        "{file} was not saved: {reason}. The old file is untouched; save in another folder."
    ),
    "file.plain_holds_no_attachments": (
        "{file} was not saved: a .json file cannot hold attachments. Save it as .spcf."
    ),
    "study.bad_number": "{path} is {value}, which no file can hold. Correct the number.",
    "study.bad_text": "{path} holds half a character, which no file can hold. Type it again.",
    "study.no_id": "{path} has an empty id, so the study cannot be saved. Give it an id of its own.",
    "study.same_id": (
        "{path} and {other} have the same id, so the study cannot be saved. "
        "Give one of them another."
    ),
}

_ATTACHMENTS = {
    "attachment.type": "{name} is not of a type that is kept as evidence. Use one of: {types}.",
    "attachment.too_big": "{name} is bigger than {limit} MB. Attach a smaller file.",
    "attachment.too_much_in_all": (
        "{file} was not saved: its attachments come to more than {limit} MB. Remove some."
    ),
    "attachment.changed": (
        "{name} is no longer in {file} as it was attached. Remove it and attach it again."
    ),
}

SENTENCES: dict[str, str] = {**_OPENING, **_HOSTILE, **_CONTENT, **_SAVING, **_ATTACHMENTS}
