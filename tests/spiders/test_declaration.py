"""A wrong declaration fails when the class is defined, and says what to write."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from db.sources import Payer, Source
from spiders.base import PayerSpider
from spiders.declaration import DeclarationError
from spiders.platforms.document_list import DocumentList
from spiders.platforms.index_page import IndexPage, LinkPattern
from spiders.platforms.print_variant import PrintVariant

NAME = __name__.rpartition(".")[2]
PAYER = Payer("test-declaration", "Test Health", "commercial", ("MI",))
URL = "https://t.example/mp-1"
SOURCE = Source("test-declaration/mp-1", "test-declaration", "Policy", URL, line_of_business="commercial")


def declare(base: type[PayerSpider] = DocumentList, **changes: Any) -> type[PayerSpider]:
    declaration = {"name": NAME, "payer": PAYER, "sources": (SOURCE,)} | changes
    return type("Declared", (base,), {"__module__": __name__} | declaration)


def test_a_good_declaration_is_accepted() -> None:
    assert declare().sources == (SOURCE,)


@pytest.mark.parametrize(
    ("changes", "fix"),
    [
        ({"name": "other"}, "write name = 'test_declaration'"),
        ({"payer": None}, "declare payer = Payer"),
        ({"payer": replace(PAYER, payer="test_declaration")}, "its name with hyphens"),
        ({"payer": replace(PAYER, name=" ")}, "give the payer a name"),
        ({"payer": replace(PAYER, states=("Michigan",))}, "postal codes"),
        ({"sources": ()}, "a tuple of at least one"),
        ({"sources": [SOURCE]}, "a tuple of at least one"),
        ({"sources": ("https://t.example",)}, "sources must hold Source"),
        ({"sources": (SOURCE, SOURCE)}, "give every source its own id"),
        ({"sources": (replace(SOURCE, source="test-declaration/MP 1"),)}, "lower case with hyphens"),
        ({"sources": (replace(SOURCE, source="other/mp-1"),)}, "lower case with hyphens"),
        ({"sources": (replace(SOURCE, payer="other"),)}, "write payer='test-declaration'"),
        ({"sources": (replace(SOURCE, title=""),)}, "the title of its document"),
        ({"sources": (replace(SOURCE, line_of_business=""),)}, "a line_of_business"),
        ({"sources": (replace(SOURCE, url="t.example/mp-1"),)}, "a whole address"),
        ({"custom_settings": {"DOWNLOAD_DELAY": 0}}, "remove DOWNLOAD_DELAY from custom_settings"),
        ({"custom_settings": {"ROBOTSTXT_OBEY": False}}, "remove ROBOTSTXT_OBEY from custom_settings"),
        ({"start_urls": ["https://t.example"]}, "remove start_urls"),
    ],
)
def test_a_mistake_names_its_fix(changes: dict[str, Any], fix: str) -> None:
    with pytest.raises(DeclarationError, match=fix):
        declare(**changes)


@pytest.mark.parametrize(
    ("changes", "fix"),
    [
        ({"links": (LinkPattern(SOURCE.source, "list"),)}, "declare index_url"),
        ({"index_url": "https://t.example"}, "one for every source"),
        ({"index_url": "https://t.example", "links": (LinkPattern("other", "list"),)}, "one for every source"),
        ({"index_url": "https://t.example", "links": (LinkPattern(SOURCE.source),)}, "a text or an address"),
    ],
)
def test_an_index_page_needs_its_address_and_a_pattern_for_every_source(changes: dict[str, Any], fix: str) -> None:
    with pytest.raises(DeclarationError, match=fix):
        declare(IndexPage, **changes)


@pytest.mark.parametrize(
    ("changes", "fix"),
    [
        ({}, "declare print_pattern"),
        ({"print_pattern": "no match", "print_replacement": "x"}, "let print_pattern match"),
    ],
)
def test_a_print_rule_must_change_every_address(changes: dict[str, Any], fix: str) -> None:
    with pytest.raises(DeclarationError, match=fix):
        declare(PrintVariant, **changes)
