"""Reading a TOML table strictly: every value has the type asked for, and a key nobody asked for is an error."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args


class ConfigError(Exception):
    """The configuration cannot be used; the message names the key and says what to write."""


class TomlTable:
    """One table of a configuration file. `place` names it in messages ("[email]"); `finish` reports leftover keys."""

    def __init__(self, values: dict[str, Any], place: str) -> None:
        self._values = values
        self._place = place
        self._known: list[str] = []

    def text(self, key: str, default: str | None = None) -> str | None:
        """A string, `default` when the key is absent or holds an empty string."""
        return self._get(key, str, "a text in quotes") or default

    def required_text(self, key: str) -> str:
        found = self.text(key)
        if found is None:
            raise self.error(key, "is missing: it needs a text in quotes")
        return found

    def number(self, key: str, default: int, *, least: int, most: int) -> int:
        found = self._get(key, int, "a whole number")
        value = default if found is None else found
        if not least <= value <= most:
            raise self.error(key, f"is {value}; it must lie between {least} and {most}")
        return value

    def choice(self, key: str, vocabulary: Any, default: str) -> Any:
        """One word of a Literal."""
        return self._chosen(key, [self.text(key, default)], vocabulary)[0]

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings, empty when the key is absent."""
        found = self._get(key, list, 'a list of texts such as ["a", "b"]') or []
        if not all(isinstance(item, str) for item in found):
            raise self.error(key, 'must be a list of texts such as ["a", "b"]')
        return tuple(found)

    def choices(self, key: str, vocabulary: Any) -> tuple[Any, ...]:
        """Words of a Literal, empty when the key is absent."""
        return tuple(self._chosen(key, self.texts(key), vocabulary))

    def table(self, key: str) -> TomlTable | None:
        found = self._get(key, dict, f"a table [{key}]")
        return None if found is None else TomlTable(found, f"[{key}]")

    def tables(self, key: str) -> list[TomlTable]:
        """The tables written as [[key]]."""
        found = self._get(key, list, f"tables written as [[{key}]]") or []
        if not all(isinstance(item, dict) for item in found):
            raise self.error(key, f"must be tables written as [[{key}]]")
        return [TomlTable(item, f"[[{key}]] number {n}") for n, item in enumerate(found, 1)]

    def finish(self) -> None:
        """Raise ConfigError when the table holds a key that was never asked for."""
        unknown = sorted(set(self._values) - set(self._known))
        if unknown:
            raise self.error(unknown[0], f"is not known here; known are {', '.join(self._known)}")

    def error(self, key: str, problem: str) -> ConfigError:
        where = f"{self._place} " if self._place else ""
        return ConfigError(f"{where}{key} {problem}")

    def _get(self, key: str, kind: type, expected: str) -> Any:
        self._known.append(key)
        value = self._values.get(key)
        # TOML's true and false are whole numbers to Python.
        if value is not None and (not isinstance(value, kind) or isinstance(value, bool)):
            raise self.error(key, f"must be {expected}, not {value!r}")
        return value

    def _chosen(self, key: str, words: Iterable[object], vocabulary: Any) -> list[object]:
        known = get_args(vocabulary)
        chosen = list(words)
        for word in chosen:
            if word not in known:
                raise self.error(key, f"has {word!r}; known are {', '.join(known)}")
        return chosen
