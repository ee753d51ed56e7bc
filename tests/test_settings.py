"""Settings: which source wins, and what a wrong value says of its place."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from webapp.settings import SETTINGS, SettingsError, load_settings


def test_flags_win_over_variables_over_the_file_over_defaults(tmp_path: Path) -> None:
    def port(flags: dict[str, object], environ: dict[str, str]) -> int:
        return load_settings(flags, environ, tmp_path).port

    assert port({"port": None}, {}) == 8000
    (tmp_path / "careergraph.toml").write_text('port = 8001\nstore = "elsewhere"\n')
    assert port({}, {}) == 8001
    assert port({}, {"CAREERGRAPH_PORT": "8002"}) == 8002
    assert port({"port": 8003}, {"CAREERGRAPH_PORT": "8002"}) == 8003
    assert load_settings({}, {}, tmp_path).store == Path("elsewhere")


@pytest.mark.parametrize(
    ("environ", "toml", "source"),
    [
        pytest.param({"CAREERGRAPH_PORT": "many"}, "", "CAREERGRAPH_PORT", id="variable"),
        pytest.param({"CAREERGRAPH_LIMIT": "101"}, "", "CAREERGRAPH_LIMIT", id="variable out of range"),
        pytest.param({}, "limit = true", "careergraph.toml: limit", id="file"),
        pytest.param({}, "colour = 1", "careergraph.toml: unknown setting 'colour'", id="unknown key"),
        pytest.param({}, "limit = ", "careergraph.toml", id="not TOML"),
    ],
)
def test_a_bad_setting_names_its_source(environ: dict[str, str], toml: str, source: str, tmp_path: Path) -> None:
    (tmp_path / "careergraph.toml").write_text(toml)

    with pytest.raises(SettingsError, match=source):
        load_settings({}, environ, tmp_path)


def test_every_setting_can_stand_in_the_file(tmp_path: Path) -> None:
    toml = "\n".join(f"{s.name} = {json.dumps(s.default or 'box.example')}" for s in SETTINGS)
    (tmp_path / "careergraph.toml").write_text(toml)

    settings = load_settings({}, {}, tmp_path)

    found = {s.name: getattr(settings, s.name) for s in SETTINGS} | {"names": ",".join(settings.names)}
    assert {name: str(value) for name, value in found.items()} == {
        name: str(value) for name, value in tomllib.loads(toml).items()
    }


def test_further_names_are_parted_by_commas() -> None:
    assert load_settings({}, {"CAREERGRAPH_NAMES": " box.example, cv.example,,"}).names == ("box.example", "cv.example")
