"""Blocks to a tree: what stands under what."""

from __future__ import annotations

from parsers.models import Block, BlockKind
from parsers.outline import Node, walk
from parsers.outline_building import build


def block(text: str, kind: BlockKind = "paragraph", depth: int = 0, marker: str = "") -> Block:
    return Block(kind, text, depth=depth, marker=marker)


def item(text: str, depth: int = 1, marker: str = "") -> Block:
    return block(text, "item", depth, marker)


def shape(nodes: tuple[Node, ...]) -> list[object]:
    return [[node.block.text, shape(node.children)] if node.children else node.block.text for node in nodes]


def test_sections_nest_by_the_depth_of_their_headings() -> None:
    tree = build([block("A", "heading", 1), block("B", "heading", 2), block("text"), block("C", "heading", 2)])

    assert shape(tree) == [["A", [["B", ["text"]], "C"]]]


def test_items_stand_under_the_paragraph_that_leads_them_in() -> None:
    tree = build([block("Covered when all of the following:"), item("one"), item("two"), block("After.")])

    assert shape(tree) == [["Covered when all of the following:", ["one", "two"]], "After."]


def test_items_do_not_stand_under_a_paragraph_that_ends_its_own_thought() -> None:
    assert shape(build([block("Plans differ."), item("one")])) == ["Plans differ.", "one"]


def test_sub_items_stand_under_their_item() -> None:
    tree = build([item("a", 1, "1."), item("b", 2, "a."), item("c", 2, "b."), item("d", 1, "2.")])

    assert shape(tree) == [["a", ["b", "c"]], "d"]


def test_bullets_at_the_depth_of_a_numbered_lead_in_stand_under_it() -> None:
    tree = build(
        [item("Depression (must meet all):", 1, "1."), item("x"), item("y"), item("Other:", 1, "2."), item("z")]
    )

    assert shape(tree) == [["Depression (must meet all):", ["x", "y"]], ["Other:", ["z"]]]


def test_a_paragraph_between_numbered_items_belongs_to_the_item_before_it() -> None:
    tree = build([item("a", 1, "1)"), item("x", 2, "a)"), block("Approval: 3 months."), item("b", 1, "2)")])

    assert shape(tree) == [["a", ["x", "Approval: 3 months."]], "b"]


def test_a_closing_paragraph_like_those_of_earlier_items_belongs_to_the_last_item() -> None:
    blocks = [item("a", 1, "1)"), block("Approval length: 1"), item("b", 1, "2)"), block("Approval length: 2")]

    assert shape(build(blocks)) == [["a", ["Approval length: 1"]], ["b", ["Approval length: 2"]]]


def test_a_connective_on_its_own_line_does_not_break_the_list() -> None:
    tree = build([block("All of the following:"), item("a"), block("-AND-"), item("b")])

    assert shape(tree) == [["All of the following:", ["a", "-AND-", "b"]]]


def test_a_connective_joins_items_whose_markers_have_another_form() -> None:
    tree = build(
        [item("One of:", 1, "(3)"), item("a", 2, "i."), block("-OR-"), item("b", 1, "(ii)"), item("c", 1, "(4)")]
    )

    assert shape(tree) == [["One of:", ["a", "-OR-", "b"]], "c"]


def test_definitions_stand_under_their_term() -> None:
    assert shape(build([block("Age", "term"), block("18 years", "definition")])) == [["Age", ["18 years"]]]


def test_rows_stand_under_their_heading_not_under_the_list_before_them() -> None:
    tree = build([block("H", "heading", 2), block("Any of:"), item("a"), block("r", "row")])

    assert shape(tree) == [["H", [["Any of:", ["a"]], "r"]]]


def test_every_block_is_kept_in_reading_order() -> None:
    blocks = [block("H", "heading", 2), item("a", 1, "1."), block("p"), item("b", 2), block("or"), item("c", 1, "2.")]

    assert [node.block for node in walk(build(blocks))] == blocks


def test_a_paragraph_behind_bullets_of_the_same_depth_stands_under_the_numbered_item_that_goes_on() -> None:
    tree = build(
        [
            item("a", 1, "a."),
            item("b", 1, "b."),
            block("Shown must be:"),
            item("x"),
            item("y"),
            block("Five days."),
            item("c", 1, "c."),
        ]
    )

    assert shape(tree) == ["a", ["b", [["Shown must be:", ["x", "y"]], "Five days."]], "c"]
