"""Who may know whom: the arrows of the design, held against the package as it is."""
import json
import pathlib
import re
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MAY_KNOW = {
    "TandemCatalog": set(),
    "TandemGuide": {"TandemCatalog"},
    "TandemCare": {"TandemCatalog"},
    "CTandemScan": set(),
    "TandemDirectory": {"CTandemScan", "TandemCatalog"},
    "CPostgres": set(),
    "CMalloc": set(),
    "CZlib": set(),
    "TandemDatabase": {"CPostgres"},
    "TandemStore": {"TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory"},
    "CTandemAssets": set(),
    "TandemAssets": {"CTandemAssets"},
    "TandemWeb": {"CZlib", "TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory", "TandemGuide", "TandemStore"},
    "tandem-bench": {"TandemAssets", "TandemCatalog", "TandemGuide"},
    "tandem-bench-store": {"TandemAssets", "TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory", "TandemStore"},
    "tandem": {
        "CMalloc", "CZlib", "TandemAssets", "TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory", "TandemGuide", "TandemStore", "TandemWeb",
    },
    "TandemTestSupport": {"TandemAssets", "TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory", "TandemStore"},
}
# FoundationEssentials, which knows dates and JSON but no network and no locale, is allowed.
PURE = ("TandemCatalog", "TandemGuide", "TandemCare", "TandemDirectory")
IMPURE = re.compile(
    r"^\s*(?:package |public )?import (Foundation|FoundationNetworking|Dispatch|Hummingbird|NIO\w*|Logging|GRDB)\b"
    r"|\b(Date\(\)|Date\.now|ContinuousClock|UUID\(\)|SystemRandomNumberGenerator|\.random\(|ProcessInfo|FileManager)\b",
    re.M,
)
# SQL is the store's, HTML the templates'.
SQL = re.compile(r'"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM)\s')


def targets():
    described = subprocess.run(["swift", "package", "describe", "--type", "json"], cwd=ROOT, capture_output=True, text=True, check=True)
    return {t["name"]: set(t.get("target_dependencies", [])) for t in json.loads(described.stdout)["targets"] if t["type"] != "test"}


def test_every_target_knows_only_what_it_may():
    found = targets()
    assert set(found) == set(MAY_KNOW), "a new target belongs into this table and into ARCHITECTURE.md"
    for name, known in found.items():
        assert known <= MAY_KNOW[name], name


def test_the_pure_modules_have_no_clock_no_network_no_chance():
    for name in PURE:
        for path in (ROOT / "Sources" / name).rglob("*.swift"):
            found = IMPURE.search(path.read_text())
            assert not found, f"{path.relative_to(ROOT)}: {found.group()}"


def test_only_the_store_and_the_database_talk_sql():
    for name in ("TandemWeb", "TandemCare", "TandemGuide", "tandem"):
        for path in (ROOT / "Sources" / name).rglob("*.swift"):
            assert not SQL.search(path.read_text()), path.relative_to(ROOT)


def test_paths_are_written_in_one_place():
    """Only Address.swift spells an address of the site (the router's parameters apart)."""
    for path in (ROOT / "Sources/TandemWeb").rglob("*.swift"):
        if path.name in ("Address.swift", "Router.swift"):
            continue
        assert not re.search(r'"/(guide|activities|skills|search|articles|privacy)', path.read_text()), path.name


def test_the_list_of_embedded_files_is_up_to_date():
    subprocess.run([ROOT / "Scripts/embed-assets", "--check"], check=True)
