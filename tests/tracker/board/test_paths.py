"""Ids as names of files, and links that work from anywhere."""

from __future__ import annotations

from urllib.parse import unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.board.paths import file_name, id_of, payer_path, policy_path, relative

IDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(IDS)
def test_an_id_comes_back_from_its_file_name(part: str) -> None:
    assert id_of(file_name(part)) == part


@given(IDS)
def test_a_file_name_stays_in_its_folder(part: str) -> None:
    name = file_name(part)
    assert "/" not in name
    assert "\\" not in name
    assert not name.startswith(".")


@given(IDS, st.sampled_from(["index.html", "a/b.html", "a/b/c.html"]))
def test_a_link_leads_to_the_path_from_any_page(part: str, page: str) -> None:
    target = payer_path(part)
    resolved = urlsplit(urljoin(f"https://x.example/sub/{page}", relative(target, page)))
    assert unquote(resolved.path) == f"/sub/{target}"


@pytest.mark.parametrize(("source", "path"), [
    ("meadow/spravato", "policies/meadow/spravato.html"),
    ("../etc/passwd", "policies/%2E./etc%2Fpasswd.html"),
])  # fmt: skip
def test_a_source_has_a_file(source: str, path: str) -> None:
    assert policy_path(source) == path
