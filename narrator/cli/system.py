"""The commands about the program itself: doctor, config."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from narrator.cli import output
from narrator.cli.diagnostics import ExitCode

if TYPE_CHECKING:
    from narrator.cli.doctor import Finding
    from narrator.config import Config


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def doctor(as_json: bool) -> ExitCode:
    """Check the installation: versions, library, settings, language pipeline and its weights."""
    from narrator.cli.doctor import examine

    findings = examine()
    if as_json:
        output.show_json([asdict(finding) for finding in findings])
    else:
        output.show_lines(line for finding in findings for line in _told(finding))
    return ExitCode.OK if all(finding.ok for finding in findings) else ExitCode.PROBLEM


@click.group()
def config() -> None:
    """The settings file: where it is, what holds, whether it is right."""


@config.command()
def path() -> None:
    """Print where the settings file is, or would be."""
    from narrator.paths import config_path

    click.echo(config_path())


@config.command()
@click.option("--json", "as_json", is_flag=True, help="Print them as JSON.")
def show(as_json: bool) -> None:
    """Print the settings that hold, as TOML."""
    values = _values(_load())
    if as_json:
        output.show_json(values)
    else:
        output.show("\n".join(_toml(values)))


@config.command()
def check() -> None:
    """Check the settings file; fails with the nearest valid name where one is unknown."""
    from narrator.paths import config_path

    check_settings(_load())
    click.echo(f"{config_path()}: {'all right' if config_path().exists() else 'not there, so the defaults hold'}")


def check_settings(config: Config) -> None:
    """Whether what the settings name exists: the commands and keys of the keymap, the pipeline. ConfigError, PipelineError."""
    from narrator.keymap import check
    from narrator.language.pipeline import installed
    from narrator.paths import config_path

    check(config.keymap, config_path())
    if config.pipeline:
        installed(config.pipeline)


def _told(finding: Finding) -> list[str]:
    line = f"{'ok ' if finding.ok else 'BAD'} {finding.what}: {finding.told}"
    return [line, f"    {finding.remedy}"] if finding.remedy else [line]


def _load() -> Config:
    from narrator.config import load
    from narrator.paths import config_path

    return load(config_path())


def _values(config: Config) -> dict[str, Any]:
    return {name: getattr(config, name) for name in config.__struct_fields__}


def _toml(values: dict[str, Any]) -> list[str]:
    """Strings as TOML writes them are the same as in JSON."""
    import json

    simple = {name: value for name, value in values.items() if not isinstance(value, dict)}
    lines = [
        f"# {name} is not set" if value is None else f"{name} = {json.dumps(value)}" for name, value in simple.items()
    ]
    for name, table in values.items():
        if isinstance(table, dict) and table:
            lines += ["", f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in table.items())]
    return lines
