"""Which documents about either drug a page names."""

from __future__ import annotations

import gzip
from datetime import date

import pytest

from parsers.discovery.mentions import find_mentions
from parsers.discovery.models import Mention

PAGE = "https://plan.example/policies/"


def mentions(html: str) -> tuple[Mention, ...]:
    return find_mentions(f"<html><body>{html}</body></html>".encode(), PAGE)


def test_a_row_gives_number_date_and_link_of_a_document() -> None:
    (found,) = mentions(
        """<table><tr><td>MP-13</td><td>Esketamine spray</td><td>06/01/2026</td><td><a href="mp-13.pdf">PDF</a></td>
        </tr><tr><td>MP-14</td><td>Botulinum toxins</td><td><a href="mp-14.pdf">PDF</a></td></tr></table>"""
    )
    assert (found.numbers, found.url, found.dated_on) == (("MP-13",), f"{PAGE}mp-13.pdf", date(2026, 6, 1))


@pytest.mark.parametrize(
    ("title", "products"),
    [
        ("Esketamine (Spravato)", ("esketamine",)),
        ("Ketamine infusion", ("ketamine",)),
        ("Ketamine and esketamine", ("esketamine", "ketamine")),
    ],
)
def test_ketamine_inside_esketamine_is_not_the_other_drug(title: str, products: tuple[str, ...]) -> None:
    (found,) = mentions(f'<ul><li><a href="/a.html">{title}</a></li></ul>')
    assert found.products == products


def test_an_address_may_name_the_drug_where_its_link_does_not() -> None:
    (found,) = mentions('<p><a href="/files/esketamine-spravato.pdf">Read more</a></p>')
    assert found.products == ("esketamine",)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Esketamine, MP-13: new policy", "new"),
        ("Esketamine, MP-13: revised, effective 6/1/2026", "revised"),
        ("Esketamine, MP-13, has moved to the drug policies", "moved"),
        ("Esketamine, MP-13, was renumbered to MP-80", "renumbered"),
        ("Esketamine, MP-13, has been split into MP-80 and MP-81", "split"),
        ("Esketamine, MP-13, is retired", "retired"),
        ("Esketamine, MP-13 (archived)", "archived"),
        ("Esketamine, MP-13", "listed"),
    ],
)
def test_a_bulletin_says_what_became_of_a_document(row: str, said: str) -> None:
    (found,) = mentions(f"<ul><li>{row}</li></ul>")
    assert (found.said, found.numbers) == (said, ("MP-13",))


def test_the_heading_says_it_of_all_below() -> None:
    (found,) = mentions('<h2>Retired policies</h2><ul><li><a href="/9.pdf">Ketamine infusion</a></li></ul>')
    assert found.said == "retired"


def test_the_number_that_takes_the_place_is_not_the_documents_own() -> None:
    (found,) = mentions("<p>Policy 5.01.609, Esketamine, was renumbered to 5.01.700 on June 1, 2026.</p>")
    assert (found.numbers, found.successors) == (("5.01.609",), ("5.01.700",))


def test_a_code_is_no_number_of_a_policy() -> None:
    (found,) = mentions("<p>Esketamine: J0013 replaces S0013 and G2082 on claims for F33.2 with PHQ-9.</p>")
    assert found.numbers == ()


def test_a_row_of_many_links_is_each_link_alone() -> None:
    (found,) = mentions(
        '<p><a href="/a">Abatacept</a> <a href="/b">Botulinum</a> <a href="/k">Ketamine</a> <a href="/x">Xolair</a></p>'
    )
    assert found.url == "https://plan.example/k"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_sitemap_plain_or_packed(pack: type[bytes]) -> None:
    body = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://plan.example/mp-13-esketamine.html</loc><lastmod>2026-05-02</lastmod></url>
        <url><loc>https://plan.example/botulinum.html</loc></url></urlset>"""
    (found,) = find_mentions(pack(body), "https://plan.example/sitemap.xml")
    assert (found.products, found.numbers, found.dated_on) == (("esketamine",), ("MP-13",), date(2026, 5, 2))


@pytest.mark.parametrize("body", [b"", b"\x1f\x8bbroken", b"<urlset", b"%PDF-1.7 broken", b"\x00\x01"])
def test_what_cannot_be_read_names_nothing(body: bytes) -> None:
    assert find_mentions(body, PAGE) == ()
