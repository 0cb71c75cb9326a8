"""Print the words of every expression of the readers, as parsers.known_words reads them: `make words` keeps them."""

from __future__ import annotations

import gc
import importlib
import pkgutil
from collections.abc import Mapping

import parsers
from parsers.known_words import as_file, fingerprint_of
from parsers.language.patterns import Pattern
from parsers.language.required_words import required_words


def words_now() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Words by fingerprint, read from the expressions themselves."""
    return {fingerprint_of(*each): required_words(*each) for each in _expressions()}


def _expressions() -> set[tuple[str, int]]:
    """Expressions of all our modules, those of which a choice is made among them."""
    for module in pkgutil.walk_packages(parsers.__path__, "parsers."):
        importlib.import_module(module.name)
    return {(each.pattern, int(each.flags)) for each in gc.get_objects() if isinstance(each, Pattern)}


if __name__ == "__main__":
    print(as_file(words_now()), end="")
