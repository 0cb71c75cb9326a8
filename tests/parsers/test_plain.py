"""Texts and markdown to blocks."""

from __future__ import annotations

from parsers.files.plain import read_plain


def test_lines_join_to_paragraphs_and_markers_start_items() -> None:
    blocks = read_plain(
        b"CRITERIA\nThe drug is covered for\nadults.\n\n1. Diagnosed; and\n2. Two medicines\n   have failed.\n"
    ).blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("heading", "CRITERIA"),
        ("paragraph", "The drug is covered for adults."),
        ("item", "Diagnosed; and"),
        ("item", "Two medicines have failed."),
    ]


def test_lines_of_labels_stay_apart() -> None:
    blocks = read_plain(
        b"Program number: ST-1\nEffective: 07/01/2031\nOrigin: 2029\n\nNote: a text\nthat wraps.\n"
    ).blocks
    assert [block.text for block in blocks] == [
        "Program number: ST-1", "Effective: 07/01/2031", "Origin: 2029", "Note: a text that wraps.",
    ]  # fmt: skip


def test_tabs_make_rows() -> None:
    assert read_plain(b"J0013\tnasal spray\nS0013\tnasal spray\n").blocks[1].cells == ("S0013", "nasal spray")


def test_markdown() -> None:
    text = (
        b"# Nasal policy\n\nCovered for ~~children~~ **adults**.\n\n- One of:\n    - first\n    - second\n\n"
        b"| Code | Use |\n|---|---|\n| J0013 | spray |\n"
    )
    blocks = read_plain(text, "text/markdown").blocks
    assert [(block.kind, block.depth, block.text) for block in blocks] == [
        ("heading", 1, "Nasal policy"),
        ("paragraph", 0, "Covered for adults."),
        ("item", 1, "One of:"),
        ("item", 2, "first"),
        ("item", 2, "second"),
        ("row", 0, "J0013 | spray"),
    ]
    assert blocks[-1].header == ("Code", "Use")


def test_a_page_stored_as_running_text_loses_its_menus() -> None:
    page = (
        "Nasal policy N1 | Plan of Nowhere Skip to main content Shop {menu} Nasal policy N1 Adults are covered. "
        + "Two medicines have failed. " * 40
        + "(new) About us Careers {foot} Privacy Policy Website terms"
    )
    one = read_plain(page.format(menu="Log in", foot="News").encode())
    two = read_plain(page.format(menu="Portal", foot="Winter notices").encode())
    assert [block.text for block in one.blocks] == [block.text for block in two.blocks]


def test_contents_lines_go_and_leaders_become_colons() -> None:
    blocks = read_plain(b"Overview ............ 2\nEffective Date .......... 10/11/2031\n").blocks
    assert [block.text for block in blocks] == ["Effective Date: 10/11/2031"]
