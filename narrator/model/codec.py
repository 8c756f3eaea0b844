"""Model objects to JSON values and back, driven by their annotations: the stored form of analyses and the notebook.

Dataclasses and named tuples become lists of their fields (compact, and tied to `CODEC_VERSION`), enums their values, times ISO
8601. Fields with `init=False` are derived again.
"""

import dataclasses
import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

CODEC_VERSION = 1
T = TypeVar("T")


def encode(value: Any) -> Any:
    """A JSON value for a model object."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [encode(getattr(value, field.name)) for field in dataclasses.fields(value) if field.init]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(encode(item) for item in value)
    return value


def decode(kind: type[T], value: Any) -> T:
    """The object of class `kind` that `encode` turned into `value`; ValueError or TypeError where it does not fit."""
    build: Callable[[Any], T] = _decoder(kind)  # type: ignore[arg-type]  # a class is hashable
    return build(value)


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _union(get_args(kind))
    if origin is tuple:
        return _tuple(get_args(kind))
    if origin is frozenset:
        item = _decoder(get_args(kind)[0])
        return lambda value: frozenset(item(one) for one in value)
    if origin is Literal or kind is Any:
        return lambda value: value
    if isinstance(kind, type):
        return _class(kind)
    raise TypeError(f"no decoder for {kind!r}")


def _class(kind: type) -> Callable[[Any], Any]:
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return _record(kind, [_decoder(hints[field.name]) for field in dataclasses.fields(kind) if field.init])
    if issubclass(kind, tuple):
        hints = get_type_hints(kind)
        return _record(kind, [_decoder(hint) for hint in hints.values()])
    if issubclass(kind, Enum):
        return kind
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return _when
    return lambda value: value


def _record(kind: Callable[..., Any], fields: list[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    return lambda value: kind(*(field(item) for field, item in zip(fields, value, strict=True)))


def _tuple(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        item = _decoder(arguments[0])
        return lambda value: tuple(item(one) for one in value)
    items = [_decoder(argument) for argument in arguments]
    return lambda value: tuple(item(one) for item, one in zip(items, value, strict=True))


def _union(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    """`X | None`, and `datetime | date | None`, which ISO 8601 tells apart by its length."""
    kinds = [argument for argument in arguments if argument is not type(None)]
    if len(kinds) > 1 and set(kinds) != {datetime, date}:
        raise TypeError(f"no decoder for one of several kinds: {kinds!r}")
    inner = _when if len(kinds) > 1 else _decoder(kinds[0])
    return lambda value: None if value is None else inner(value)


def _when(value: str) -> date:
    return datetime.fromisoformat(value) if len(value) > 10 else date.fromisoformat(value)
