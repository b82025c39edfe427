"""What is inside the built program: the licence texts of all of it, and its bill of materials (CycloneDX).

Runs in the Python that built the program, for that one knows where every module came from:

    python installer/contents.py PROGRAM WORK LICENSES SBOM
"""

from __future__ import annotations

import ast
import csv
import shutil
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cyclonedx.builder.this import this_component  # noqa: E402
from cyclonedx.model import XsUri  # noqa: E402
from cyclonedx.model.bom import Bom  # noqa: E402
from cyclonedx.model.component import Component, ComponentType  # noqa: E402
from cyclonedx.model.license import DisjunctiveLicense, LicenseExpression  # noqa: E402
from cyclonedx.output.json import JsonV1Dot6  # noqa: E402
from packageurl import PackageURL  # noqa: E402

from installer.version_info import project_version  # noqa: E402

OURS = "supplier-pcf"
KEPT_HERE = {"pyside6-essentials", "shiboken6"}
"""Their wheels hold no open licence's text; ours are in installer/licenses."""
BOOTLOADER = "pyinstaller"
_TEXTS = ("licen", "copying", "notice", "authors")
_LONGEST_EXPRESSION = 80


def main(arguments: list[str]) -> int:
    """Write the folder of licences and the bill of materials."""
    program, work, licenses, sbom = (Path(argument) for argument in arguments)
    shipped = distributions(program, work)
    copy_licenses(shipped, licenses)
    sbom.write_text(bill(shipped, program), encoding="utf-8")
    print(f"{len(shipped)} packages of Python inside, licences of all of them kept")
    return 0


def distributions(program: Path, work: Path) -> list[metadata.Distribution]:
    """The installed packages of which something is in the program.

    Raises:
        LookupError: a part belongs to no package, so that nobody could name its licence.
    """
    owners = metadata.packages_distributions()
    names = {BOOTLOADER}
    for module in sorted({*_pure_modules(work), *_folders(program)}):
        if module in owners:
            names |= {name.lower() for name in owners[module]}
        elif module not in sys.stdlib_module_names and not module.startswith(
            ("_pyi", "supplier_pcf")
        ):
            raise LookupError(f"nobody knows which package {module} belongs to")
    return [metadata.distribution(name) for name in sorted(names - {OURS})]


def _pure_modules(work: Path) -> Iterator[str]:
    """The first names of all modules that went into the programs."""
    for name, *_ in ast.literal_eval((work / "PYZ-00.toc").read_text(encoding="utf-8"))[1]:
        yield name.split(".")[0]


def _folders(program: Path) -> Iterator[str]:
    """The packages that have a folder of their own."""
    for path in (program / "_internal").iterdir():
        if path.is_dir() and path.name != "resources" and not path.suffix:
            yield path.name


def copy_licenses(shipped: list[metadata.Distribution], target: Path) -> None:
    """Every licence text of every package, and those kept here.

    Raises:
        LookupError: a package came without one.
    """
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "installer" / "licenses", target)
    python = Path(sys.base_prefix) / "LICENSE.txt"
    shutil.copyfile(python, target / "Python-LICENSE.txt")
    for package in shipped:
        name = _name(package)
        texts = list(_license_texts(package))
        if not texts and name not in KEPT_HERE:
            raise LookupError(f"{name} came without the text of its licence")
        for inner, path in texts:
            where = target / name / inner
            where.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, where)


def _name(package: metadata.Distribution) -> str:
    """As the package index writes it."""
    return package.name.lower().replace("_", "-")


def _license_texts(package: metadata.Distribution) -> Iterator[tuple[Path, Path]]:
    """Every licence text of a package: its place in our folder, its file."""
    for file in package.files or ():
        *folders, name = file.parts
        at = next((n for n, folder in enumerate(folders) if folder.endswith(".dist-info")), None)
        if at is None or "commercial" in name.lower():
            continue
        inner = Path(*file.parts[at + 1 :])
        is_text = any(word in name.lower() for word in _TEXTS)
        if inner.parts[0] == "licenses" or (len(inner.parts) == 1 and is_text):
            path = Path(str(package.locate_file(file)))
            yield Path(*inner.parts[1:]) if inner.parts[0] == "licenses" else inner, path


def bill(shipped: list[metadata.Distribution], program: Path) -> str:
    """The bill of materials as CycloneDX 1.6."""
    found = Bom()
    found.metadata.tools.components.add(this_component())
    found.metadata.component = Component(
        name="Supplier PCF",
        version=project_version(),
        type=ComponentType.APPLICATION,
        licenses=[DisjunctiveLicense(id="Apache-2.0")],
    )
    for component in (*_packages(shipped), *_runtimes(shipped), *_data(program)):
        found.components.add(component)
        found.register_dependency(found.metadata.component, [component])
    return JsonV1Dot6(found).output_as_string(indent=2)


def _packages(shipped: list[metadata.Distribution]) -> Iterator[Component]:
    for package in shipped:
        name = _name(package)
        yield Component(
            name=name,
            version=package.version,
            purl=PackageURL("pypi", name=name, version=package.version),
            type=ComponentType.LIBRARY,
            licenses=[_license(package)],
        )


def _license(package: metadata.Distribution) -> DisjunctiveLicense | LicenseExpression:
    told = package.metadata
    expression = told.get("License-Expression")
    if expression:
        return LicenseExpression(expression)
    named = told.get("License") or ""
    if named and "\n" not in named and len(named) < _LONGEST_EXPRESSION:
        return DisjunctiveLicense(name=named)
    classified = [c for c in told.get_all("Classifier") or () if c.startswith("License ::")]
    return DisjunctiveLicense(
        name=classified[0].split(" :: ")[-1] if classified else "see licenses"
    )


def _runtimes(shipped: list[metadata.Distribution]) -> Iterator[Component]:
    """What came inside packages and is no package itself."""
    version = ".".join(str(part) for part in sys.version_info[:3])
    yield Component(
        name="CPython", version=version, type=ComponentType.PLATFORM,
        licenses=[DisjunctiveLicense(id="PSF-2.0")],
    )  # fmt: skip
    for package in shipped:
        if _name(package) == "pyside6-essentials":
            yield Component(
                name="Qt", version=package.version, type=ComponentType.FRAMEWORK,
                licenses=[DisjunctiveLicense(id="LGPL-3.0-only")],
            )  # fmt: skip
    import ssl

    yield Component(
        name="OpenSSL", version=ssl.OPENSSL_VERSION.split()[1], type=ComponentType.LIBRARY,
        licenses=[DisjunctiveLicense(id="Apache-2.0")],
    )  # fmt: skip


def _data(program: Path) -> Iterator[Component]:
    """Fonts and factor sets."""
    resources = program / "_internal" / "resources"
    for path in sorted((resources / "fonts").glob("*.ttf")):
        yield Component(
            name=path.stem, type=ComponentType.FILE, licenses=[DisjunctiveLicense(id="OFL-1.1")]
        )
    for path in sorted((resources / "factors").glob("*/set.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        with (path.parent / "factors.csv").open(encoding="utf-8", newline="") as table:
            rows = sum(1 for _ in csv.DictReader(table))
        yield Component(
            name=path.parent.name,
            version=str(told.get("edition", "")) or None,
            description=f"{told['title']}, {rows} rows",
            type=ComponentType.DATA,
            licenses=[
                DisjunctiveLicense(
                    name=told["licence"], url=XsUri(told["url"]) if told.get("url") else None
                )
            ],
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
