"""The folders that travel with the program: in a checkout they stand at its top level, in an installed package inside it."""

from pathlib import Path

from narrator.errors import NarratorError

PACKAGE = Path(__file__).parent


def styles_dir() -> Path:
    """The folder of the Textual style sheets."""
    return find("styles")


def samples_dir() -> Path:
    """The folder of the sample articles, one folder a story."""
    return find("sample_articles")


def find(name: str, package: Path = PACKAGE) -> Path:
    """The folder `name` of the checkout that holds `package`, else of `package` itself; NarratorError where neither has it.

    A checkout is known by its project file: beside an installed package stand the folders of others.
    """
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    if (package / name).is_dir():
        return package / name
    raise NarratorError(f"Narrator's folder “{name}” is missing from {package}", "install narrator-reader again")
