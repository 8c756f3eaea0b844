"""What `narrator doctor` finds out, without loading spaCy."""

import hashlib
import platform
import re
import sqlite3
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec
from pathlib import Path

from narrator import __version__
from narrator.errors import NarratorError

DISTRIBUTION = "narrator-reader"

WEIGHTS = {
    "attribute_ruler/patterns": "-Ll_fr75uFNrul8Pwec69hg1Y-luIyW8uwIbjG28ZoM",
    "lemmatizer/lookups/lookups.bin": "62T0DA-DltF2JzDA3fTa0qUtE49aOJ9xoaHQiBc7dzc",
    "ner/model": "zZPpypEmxp8dEKEDnvZ8PZ7BIjtE0HmFZwWXDw8Z_04",
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "senter/model": "tp5xdKC2MHc5rew8gFOsRf261xccTT2L_NlxPsvAH4w",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
    "tokenizer": "sBTou6SVixIK8tDBxj6rt8ADefK6yvEN98UyXv0upGc",
    "vocab/strings.json": "sZZtHwegW2hXbfB_Q_QCA7ThESStgsyDnoMSrY1_2uc",
}
"""SHA-256 of the files of the official en_core_web_sm 3.8.0, URL-safe base64 without padding, as its wheel records them."""

OFFICIAL = "en_core_web_sm 3.8.0"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what it is, whether it is right, what was found, and what mends it."""

    what: str
    ok: bool
    told: str
    remedy: str = ""


def examine() -> list[Finding]:
    """Everything, in the order in which it is shown."""
    return [
        Finding("narrator", True, __version__),
        Finding("python", True, f"{platform.python_version()} on {platform.system()}, SQLite {sqlite3.sqlite_version}"),
        *_dependencies(),
        _settings(),
        _library(),
        *_pipeline(),
    ]


def _dependencies() -> Iterator[Finding]:
    try:
        wanted = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        yield Finding(DISTRIBUTION, False, "not installed as a package", f"run: pip install {DISTRIBUTION}")
        return
    for requirement in wanted:
        if "extra ==" in requirement:
            continue
        name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
        try:
            yield Finding(name, True, version(name))
        except PackageNotFoundError:
            yield Finding(name, False, "missing", f'run: pip install "{requirement}"')


def _settings() -> Finding:
    from narrator.cli.system import check_settings
    from narrator.config import load
    from narrator.paths import config_path

    try:
        check_settings(load(config_path()))
    except NarratorError as failure:
        return Finding("settings", False, failure.message, failure.hint)
    return Finding(
        "settings", True, str(config_path()) + ("" if config_path().exists() else ", not there: the defaults hold")
    )


def _library() -> Finding:
    from narrator.cli.scope import library
    from narrator.paths import library_path

    if not library_path().exists():
        return Finding("library", True, f"{library_path()}, not there yet: the first article makes it")
    try:
        with library() as session:
            events = session.events()
    except NarratorError as failure:
        return Finding("library", False, failure.message, failure.hint)
    articles = sum(event.size for event in events)
    return Finding("library", True, f"{library_path()}, opens: {articles} articles in {len(events)} events")


def _pipeline() -> Iterator[Finding]:
    from narrator.config import load
    from narrator.language.pipeline import REMEDY, identity, installed
    from narrator.paths import config_path

    try:
        name = load(config_path()).pipeline
        package, found = installed(name), identity(name)
    except NarratorError as failure:
        yield Finding("language pipeline", False, failure.message, failure.hint)
        return
    yield Finding("language pipeline", True, found)
    if name:
        yield Finding("weights", True, f"not compared: {name} was chosen in the settings")
        return
    differing = differing_weights(package)
    if not differing:
        yield Finding("weights", True, f"identical to the official weights of {OFFICIAL}")
    else:
        told = f"not those of {OFFICIAL}: {', '.join(differing)}"
        yield Finding("weights", False, told, f"{REMEDY} --force-reinstall --no-deps")


def differing_weights(package: str) -> list[str]:
    """Files of an installed pipeline that are missing or not the official ones, sorted."""
    spec = find_spec(package)
    homes = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    data = next((folder for home in homes for folder in sorted(home.glob(f"{package}-*")) if folder.is_dir()), None)
    return [name for name, digest in sorted(WEIGHTS.items()) if data is None or _digest(data / name) != digest]


def _digest(file: Path) -> str | None:
    try:
        content = file.read_bytes()
    except OSError:
        return None
    return urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
