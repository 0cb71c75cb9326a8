"""A choice between the drug by itself and the drug beside an oral antidepressant asks for no antidepressant."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.criteria.trees import group
from parsers.language.patterns import compiled
from parsers.models import Leaf, Tree

_IT = r"(?:spravato|esketamine|it|the (?:drug|spray|medication|product)|treatment|therapy)"
_GIVEN = r"(?:given|used|taken|prescribed|administered|requested)"
# "Spravato is given as monotherapy; and", "or used alone", "no oral antidepressant is taken with it (monotherapy)".
_BARE = (
    r"(?:mono-?therapy(?: (?:treatment|use))?|alone|by itself|on its own|without an? (?:oral )?antidepressant"
    r"|(?:an? |the )?(?:single|sole|only) (?:agent|antidepressant|treatment))"
)
_ALONE = compiled(
    rf"^\W*(?:(?:and|or)\W+)?(?:{_IT}(?: \([^()]*\))?(?: nasal spray)? (?:(?:is|will|may|can|to|be|being)\b ?)+|"
    r"(?:the )?request is for |for (?:use )?)?"
    # "Given alone, as monotherapy", "as monotherapy (alone)": what is said twice.
    rf"(?:{_GIVEN} )?(?:as (?:an? )?)?{_BARE}\b(?:(?:,|, that is,)? (?:as (?:an? )?)?{_BARE}| \({_BARE}\))?"
    r"(?: for (?:\w+[- ]){0,2}depress\w+)?\W*(?:\b(?:and|or)\b\W*)?$"
    r"|^\W*(?:(?:and|or)\W+)?(?:(?:there is )?no (?:oral )?antidepressant)\b[^.;]{0,40}\((?:mono-?therapy|alone)\)\W*$"
    r"|^\W*no (?:other |oral )?antidepressant (?:is|will be|is being) (?:also )?(?:taken|used|given|prescribed)\W*$",
    re.IGNORECASE,
)


def alone_or_with(tree: Tree | None) -> Tree | None:
    """The tree, with every such choice as the leaf that says so."""
    if tree is None or isinstance(tree, Leaf):
        return tree
    children = [child for child in map(alone_or_with, tree.children) if child is not None]
    alone = [child for child in children if _is_alone(child)]
    beside = [child for child in children if isinstance(child, Leaf) and _asks_for_one(child)]
    if tree.op != "any" or not alone or not beside:
        return group(tree.op, children, tree.n)
    told = [replace(child, value="not_required") if child is beside[0] else child for child in children]
    return group("any", [child for child in told if child not in alone and child not in beside])


def _is_alone(tree: Tree) -> bool:
    return isinstance(tree, Leaf) and tree.key in ("unparsed", "oral_ad") and bool(_ALONE.match(tree.text))


def _asks_for_one(leaf: Leaf) -> bool:
    return leaf.key == "oral_ad" and leaf.value == "required" and not _ALONE.match(leaf.text)
