"""What an index page lists, and when a page says nothing of what it leaves out."""

from __future__ import annotations

import pytest

from parsers.discovery.listing import read_listing

HOME = "https://plan.example/policies/"
OWN = ("https://www.plan.example/policies/mp-12.html",)


def page(*names: str, more: str = "") -> bytes:
    items = "".join(f'<li><a href="/policies/{name}.html">{name.upper()}</a></li>' for name in names)
    return f'<html><body><a href="/about.html">About</a><ul>{items}</ul>{more}</body></html>'.encode()


FULL = read_listing(page("mp-10", "mp-11", "mp-12", "mp-13"), HOME)


def test_a_document_is_listed_by_its_address_or_by_its_number() -> None:
    assert FULL.has(OWN, ())
    assert FULL.has(("https://plan.example/elsewhere.html",), ("MP 12",))
    assert not FULL.has(("https://plan.example/policies/mp-14.html",), ("MP-14",))


@pytest.mark.parametrize(
    ("names", "others"),
    [(("mp-10", "mp-11", "mp-13"), 3), (("mp-10", "mp-13", "mp-20", "mp-21"), 2), (("mp-10",), 0), ((), 0)],
    ids=["all others", "most others", "one of three", "none"],
)
def test_the_others_that_are_still_listed_are_counted_and_few_of_them_count_for_nothing(
    names: tuple[str, ...], others: int
) -> None:
    assert FULL.others(read_listing(page(*names), HOME), OWN, ("MP-12",)) == others


def test_an_only_document_has_no_others() -> None:
    alone = read_listing(page("mp-12"), HOME)
    assert alone.others(read_listing(page(), HOME), OWN, ("MP-12",)) == 0


def test_files_in_folders_of_their_own_are_others_of_one_another() -> None:
    files = [f"https://plan.example/dam/{n}/drug-{n}.pdf" for n in (1, 2, 3)]
    before, after = (
        read_listing("".join(f'<p><a href="{url}">Drug</a></p>' for url in shown).encode(), HOME)
        for shown in (files, files[1:])
    )
    assert before.others(after, files[:1], ()) == 2


def test_where_a_document_stands_by_number_alone_the_others_are_numbers() -> None:
    before = read_listing(b"<html><body><p>MP-10</p><p>MP-11</p><p>MP-12</p></body></html>", HOME)
    after = read_listing(b"<html><body><p>MP-10</p><p>MP-11</p></body></html>", HOME)
    assert before.others(after, OWN, ("MP-12",)) == 2


def test_a_sitemap_lists_its_addresses() -> None:
    body = b"<urlset><url><loc>https://plan.example/policies/mp-12.html</loc></url></urlset>"
    assert read_listing(body, "https://plan.example/sitemap.xml").has(OWN, ())
