"""What goes into the Android package, as far as it can be told without Flutter."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from unittest import mock

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from mobile import bootstrap
from tests.house.rooms import ROOT, kept_files, pyproject, tree

PACKAGED = {"main.py", "mobile", "shared", "assets", "LICENSE"}
PURE_OR_IN_FLETS_INDEX = {"PIL", "msgpack", "cryptography", "_cffi_backend"}

DRY_IMPORT = """
import importlib, pkgutil, sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
for stranger in sys.argv[2:]:
    sys.modules[stranger] = None
for room in ("shared", "mobile"):
    package = importlib.import_module(room)
    assert package.__path__[0].startswith(sys.argv[1]), package.__path__
    for module in pkgutil.walk_packages(package.__path__, room + "."):
        importlib.import_module(module.name)
for name, module in sorted(sys.modules.items()):
    file = getattr(module, "__file__", None) or ""
    if "site-packages" in file and file.endswith((".so", ".pyd")):
        print(name.split(".")[0])
"""


def test_the_packages_settings_are_those_of_an_android_app() -> None:
    flet = pyproject()["tool"]["flet"]
    android = flet["android"]

    assert flet["product"] == "SINAR LINMAS"
    assert flet["bundle_id"].startswith(flet["org"])
    assert flet["build_number"] >= 1
    assert android["min_sdk_version"] == 24
    assert android["split_per_abi"] is True
    assert android["target_arch"] == ["arm64-v8a", "armeabi-v7a"]
    assert flet["splash"]["color"] and flet["splash"]["dark_color"]


def test_a_small_or_a_new_phone_can_install_it_and_find_its_libraries() -> None:
    android = pyproject()["tool"]["flet"]["android"]

    assert android["legacy_packaging"] is True, "a 32-bit package on a 64-bit phone is dead"
    assert android["extract_packages"] == ["certifi"]
    assert set(android["dependencies"]) == {
        "pillow==12.2.0", "cryptography==48.0.0", "msgpack==1.1.2",
    }  # fmt: skip
    assert not any(android["feature"].values()), "nothing is demanded of a phone"
    assert "android.hardware.camera.any" in android["feature"]
    assert "-Xmx3G" in android["gradle_properties"]["org.gradle.jvmargs"]


def test_no_backup_brings_reports_to_a_phone_without_their_token() -> None:
    application = pyproject()["tool"]["flet"]["android"]["manifest_application"]

    assert application == {"android:allowBackup": "false", "android:fullBackupContent": "false"}


def test_what_a_desk_keeps_beside_the_program_stays_out_of_the_package() -> None:
    exclude = pyproject()["tool"]["flet"]["app"]["exclude"]
    os_env = {name: value for name, value in os.environ.items() if name != bootstrap.DATA_ENV}

    with mock.patch.dict(os.environ, os_env, clear=True):
        assert str(bootstrap.data_folder()) in exclude
    assert {"assets/manual", "README.md", "shared/README.md", "demo-data"} <= set(exclude)
    assert f"/{bootstrap.data_folder()}/" in (ROOT / ".gitignore").read_text().splitlines()


def test_nothing_of_the_phone_asks_flet_for_a_thread() -> None:
    for path in (ROOT / "mobile").rglob("*.py"):
        assert "run_thread" not in path.read_text("utf-8"), path


def test_permissions_are_asked_one_by_one_and_never_in_the_background() -> None:
    flet = pyproject()["tool"]["flet"]
    asked = {name.removeprefix("android.permission."): yes
             for name, yes in flet["android"]["permission"].items()}  # fmt: skip

    assert "permissions" not in flet, "Flet's bundles ask for more than is needed"
    assert {name for name, yes in asked.items() if yes} == {
        "INTERNET", "ACCESS_NETWORK_STATE", "CAMERA", "ACCESS_FINE_LOCATION",
        "ACCESS_COARSE_LOCATION",
    }  # fmt: skip
    assert {name for name, yes in asked.items() if not yes} == {
        "READ_EXTERNAL_STORAGE", "WRITE_EXTERNAL_STORAGE", "RECORD_AUDIO", "POST_NOTIFICATIONS",
    }  # fmt: skip


def test_the_pictures_that_the_package_needs_are_there() -> None:
    for name in ("icon.png", "icon_android.png", "splash.png", "logo.png", "favicon.png"):
        assert (ROOT / "assets" / name).stat().st_size > 1000


def test_everything_at_the_root_is_packaged_on_purpose_or_left_out() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in kept_files()}
    visible = {name for name in tops if not name.startswith(".")}
    excluded = set(pyproject()["tool"]["flet"]["app"]["exclude"])

    assert visible - excluded == PACKAGED


def test_the_entry_point_only_calls_the_phone() -> None:
    first, last = tree(ROOT / "main.py").body

    assert isinstance(first, ast.ImportFrom) and first.module == "mobile.main"
    assert isinstance(last, ast.If) and ast.unparse(last.test) == "__name__ == '__main__'"
    assert [ast.unparse(line) for line in last.body] == ["main()"]


def test_the_phone_runs_on_what_is_packaged_and_on_nothing_compiled(tmp_path: Path) -> None:
    for room in ("mobile", "shared"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name in pyproject()["tool"]["flet"]["app"]["exclude"]:
        shutil.rmtree(tmp_path / name, ignore_errors=True)

    strangers = sorted({"server", "tests"} | modules_that_stay_at_home())
    done = subprocess.run(
        [sys.executable, "-P", "-c", DRY_IMPORT, str(tmp_path), *strangers],
        cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) <= PURE_OR_IN_FLETS_INDEX


def modules_that_stay_at_home() -> set[str]:
    """Whatever is installed here and does not come with the phone's own dependencies."""
    coming: set[str] = set()
    waiting = list(pyproject()["project"]["dependencies"])
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and name not in coming:
            coming.add(name)
            waiting += metadata.requires(name) or []
    return {
        module
        for module, owners in metadata.packages_distributions().items()
        if not coming & {canonicalize_name(owner) for owner in owners}
    } - {"mobile", "shared"}


def test_the_phones_dependencies_are_its_own() -> None:
    project = pyproject()["project"]
    names = {line.split("=")[0].split(">")[0] for line in project["dependencies"]}

    assert names == {
        "flet", "flet-camera", "flet-geolocator", "flet-permission-handler",
        "flet-secure-storage", "httpx", "tinydb", "pillow", "fpdf2", "cryptography",
    }  # fmt: skip
    assert "pillow>=12" in project["dependencies"]
