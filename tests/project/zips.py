"""Project files made by hand, as strangers and attackers make them."""

import io
import json
import zipfile

MANIFEST = {"format": "supplier-pcf", "version": 1, "revision": 0, "app": "0.1.0"}
STUDY = {"title": "Bracket"}


def members(**changes):
    """The members of a sound small project; `study` and so on replace, None leaves out."""
    parts = {
        "manifest.json": json.dumps(MANIFEST | changes.pop("manifest", {})),
        "study.json": json.dumps(STUDY | changes.pop("study", {})),
    }
    return parts | {name.replace("__", "/"): data for name, data in changes.items()}


def zipped(parts, *, method=zipfile.ZIP_DEFLATED):
    """The bytes of a zip with these members, in this order; pairs may repeat a name."""
    handle = io.BytesIO()
    with zipfile.ZipFile(handle, "w", method) as archive:
        for name, data in parts.items() if isinstance(parts, dict) else parts:
            member = zipfile.ZipInfo(name) if isinstance(name, str) else name
            if isinstance(name, str):
                member.filename = name  # on Windows a backslash would have been turned round
                member.external_attr = 0o600 << 16
            archive.writestr(member, data, method)
    return handle.getvalue()


def info(name, mode):
    """A member that claims to be of this kind of file."""
    found = zipfile.ZipInfo(name)
    found.create_system = 3
    found.external_attr = mode << 16
    return found
