"""The shape of a document: new editions keep it, a site made anew does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from parsers.policy import parse_policy
from parsers.sections.skeleton import Skeleton, dump_skeleton, layout_drift, load_skeleton, skeleton_of

WEB = Path(__file__).resolve().parents[2] / "tracker" / "demo" / "web"
PAGES = sorted(path.relative_to(WEB / "night-1") for path in (WEB / "night-1").rglob("*.html"))
POLICY = """<html><body><main><h1>Esketamine nasal spray</h1><h2>Policy</h2><p>Esketamine is covered for
    treatment-resistant depression when all of the following are met:</p><ul><li>Age 18 years or older</li>
    <li>Failure of at least {trials} antidepressants of different classes in the current episode</li>
    <li>Prescribed by a psychiatrist who is enrolled in the program and sees the member at least once a month</li>
    <li>Given in a certified office in which somebody watches the member for at least two hours after every dose</li>
    <li>Taken together with an antidepressant by mouth that the member has taken for four weeks</li></ul>{more}
    <h2>Background</h2><p>The spray was approved in 2019 and is given under supervision in a certified office.</p>
    <h2>Coding</h2><table><tr><th>Code</th><th>Use</th></tr><tr><td>J0013</td><td>esketamine, 1 mg</td></tr></table>
    <h2>References</h2><ol><li>Label of the spray</li><li>A trial of the spray</li></ol>
    <h2>History</h2><p>01/2026: annual review.</p></main></body></html>"""


def skeleton(html: str) -> Skeleton:
    return skeleton_of(parse_policy(html.encode()))


def without(html: str, **tags: str) -> str:
    """A page whose tags of one kind are now of another, or of none but a plain division."""
    soup = BeautifulSoup(html, "lxml")
    for old, new in tags.items():
        for tag in soup.find_all(old):
            tag.name = new
    return str(soup)


BEFORE = POLICY.format(trials=3, more="")


@pytest.mark.parametrize(
    "after",
    [
        POLICY.format(trials=2, more=""),
        POLICY.format(trials=3, more="<h2>Renewal</h2><p>Esketamine is renewed for 6 months on a response.</p>"),
        BEFORE.replace("<h2>Policy</h2>", "<h2>Criteria for coverage</h2>"),
        BEFORE.replace("<body>", '<body class="new"><div class="grid"><div>').replace("</body>", "</div></div></body>"),
        BEFORE.replace("<main>", "<nav><a href='/a'>Home</a></nav><main>"),
    ],
    ids=["a number", "a section more", "a heading reworded", "divisions around it", "a menu"],
)  # fmt: skip
def test_a_new_edition_in_the_same_layout_is_no_drift(after: str) -> None:
    assert layout_drift(skeleton(BEFORE), skeleton(after)) == ""


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (without(BEFORE, h1="span", h2="span"), "kinds of sections, before"),
        (without(BEFORE, ul="div", ol="div", li="p"), "stand in another kind of block"),
    ],
)
def test_headings_that_went_and_lists_that_became_paragraphs_are_drift(after: str, said: str) -> None:
    assert said in layout_drift(skeleton(BEFORE), skeleton(after))


def test_a_list_that_was_rewritten_in_a_short_document_is_no_drift() -> None:
    short = "<html><body><h1>Esketamine</h1><p>Not covered unless:</p>{}</body></html>"
    listed = short.format("<ul><li>Age 18 years or older</li><li>Two antidepressants failed</li></ul>")
    prose = short.format("<p>The member is 18 years or older and has failed two antidepressants before.</p>")
    assert layout_drift(skeleton(listed), skeleton(prose)) == ""


def test_another_kind_of_file_is_drift() -> None:
    as_text = BeautifulSoup(BEFORE, "lxml").get_text("\n")
    assert layout_drift(skeleton(BEFORE), skeleton(as_text)) == "plain text, before a web page"


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_the_editions_of_the_demo_keep_their_layout(page: Path) -> None:
    nights = [WEB / f"night-{n}" / page for n in (1, 2, 3)]
    read = [parse_policy(night.read_bytes()) for night in nights if night.exists()]
    shapes = [skeleton_of(policy) for policy in read if policy.quality == "ok"]
    assert {layout_drift(shapes[0], later) for later in shapes} == {""}


def test_a_skeleton_is_stored_and_read_back() -> None:
    assert load_skeleton(dump_skeleton(skeleton(BEFORE))) == skeleton(BEFORE)
