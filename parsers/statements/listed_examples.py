"""Uses that are listed after a denial as examples of what it denies, and so denied (contract, conventions)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.answering.answers import DENIED, names_use, stated_status
from parsers.deciding.reach_of_denials import LEAVES_OUT, REACHES
from parsers.language.patterns import compiled
from parsers.language.sentences import sentences
from parsers.models import Status
from parsers.outline import Node, walk
from parsers.uses.scopes import is_label

# "These uses include, but are not limited to:", "Pain conditions meant here are:", "This covers, among others, …".
_LISTS = compiled(
    r"^\W*(?:(?:by way of |for )?(?:example|instance|illustration)s?\b"
    r"|(?:this|that|it|these|they|those|such|all|some|among)\b[^.:;]{0,50}?\b(?:include[sd]?|including|"
    r"compris(?:es?|ing)|covers|"
    r"are|is|takes? in|encompass(?:es)?|embraces?|extends? to|counts?|applies to|reach(?:es)?)\b"
    r"|(?:among (?:them|these|those)|specifically|namely|notably|in particular)\s*:"
    # "The indications are:" may list what is covered; what says that its list is open goes on with the denial.
    r"|(?=[^.:;]*\b(?:(?:not|without) limit\w+|among others|examples?|meant|completeness|exhaustive))"
    r"(?:[\w-]+ ){0,4}?(?:uses?|conditions?|indications?|diagnos[ei]s|disorders?|syndromes?|applications?|"
    r"examples?)\b)",
    re.IGNORECASE,
)
# A lead-in that answers or asks something is no list of examples.
_ANSWERS = compiled(
    r"\b(?:not covered|is covered|are covered|covered (?:when|if|for|as)|necessary|approv\w+|appropriate|criteri\w+|"
    r"requir\w+|must|needs?|exceptions?|except|only (?:if|when|for|where|after|with)|when|if|"
    r"unless|exempt|codes?|alternatives?|instead|eligible)\b",
    re.IGNORECASE,
)


# "Any use not listed here is experimental": what is listed next is none of those.
_SETS_APART = compiled(
    r"\b(?:not|other than|except\w*|but|unless)\b[^.;]{0,40}\b(?:listed|named|below|following|here|these|table)\b",
    re.IGNORECASE,
)


# "Non-covered indications include:", after the sentence that says what they are.
_LISTS_DENIED = compiled(
    r"^\W*(?:(?:the|such|these|those|some|examples? of) )*(?:non-?covered|excluded|unsupported|unapproved|denied) "
    r"(?:indications?|uses?|conditions?|diagnos[ei]s|disorders?) (?:are|include)\b",
    re.IGNORECASE,
)


def denied_before(nodes: Sequence[Node], place: int) -> Status | None:
    """The denial of which `nodes[place]` lists examples, told in the paragraph before; None when it lists none.

    Between the two other lists of examples may stand ("Pain conditions are: …", "Psychiatric disorders are: …").
    """
    if not _lists_examples(nodes[place]):
        return None
    before = place - 1
    while before >= 0 and nodes[before].block.kind == "paragraph" and _lists_examples(nodes[before]):
        before -= 1
    node = nodes[before] if before >= 0 else None
    if node is None or node.children or node.block.kind not in ("paragraph", "item"):
        return None
    return _denial_of(node.block.text)


def denied_by(before: str, node: Node) -> Status | None:
    """The denial told in the sentences before a lead-in whose list gives examples of it, or is one of names of uses
    under a sentence that answers nothing ("The list will grow."); None when it does not.
    """
    denied = _denial_of(before) if _LISTS_DENIED.match(node.block.text) else None
    if denied is not None:
        return denied
    listed = _lists_examples(node) or (_lists_bare_uses(node) and not _SETS_APART.search(before))
    return _denial_of(before) if listed else None


def _denial_of(text: str) -> Status | None:
    """The answer told last in a text, where it is a denial: reasons may follow it."""
    told = [status for status in map(stated_status, sentences(text)) if status is not None]
    return told[-1] if told and told[-1] in DENIED else None


def _lists_bare_uses(node: Node) -> bool:
    lead = node.block.text
    names = all(is_label(child.block.text) and not child.children for child in node.children)
    return bool(node.children) and names and not (_ANSWERS.search(lead) or stated_status(lead))


def _lists_examples(node: Node) -> bool:
    lead = node.block.text
    if not (_LISTS.search(lead) or REACHES.search(lead)) or len(sentences(lead)) > 1:
        return False
    if _ANSWERS.search(lead.partition(":")[0]) or LEAVES_OUT.search(lead):
        return False
    # Items on patients ("with dementia") tell who is barred, as before.
    listed = [part.block.text for part in walk(node.children)] if node.children else [lead]
    return stated_status(lead) not in DENIED and any(map(names_use, listed))
