"""The errors that Narrator shows to people: what went wrong, and what mends it."""


class NarratorError(Exception):
    """Something the user can understand and mend.

    `message` names the thing that failed (a file, a key, a pipeline); `hint` says what to do about it and may be empty.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message

    def __reduce__(self) -> tuple[type["NarratorError"], tuple[str, str]]:
        # Errors cross the border of the language process; pickle would otherwise pass `args` alone.
        return type(self), (self.message, self.hint)


class SourceError(NarratorError):
    """A file, page or feed that could not be read."""


class PipelineError(NarratorError):
    """The language pipeline is missing or does not fit."""


class LibraryError(NarratorError):
    """The library file could not be opened, read or written."""


class ConfigError(NarratorError):
    """A setting that Narrator does not know or cannot use."""


class NotFoundError(NarratorError):
    """A name or id that stands for nothing in the library."""
