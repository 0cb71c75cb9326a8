"""The columns of the front page: which question each asks, and where its answer is looked for."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.models import Indication, Product, Route

_INFUSED: frozenset[Route] = frozenset({"iv", "any"})
_SPRAYED: frozenset[Route] = frozenset({"intranasal", "any"})
_OTHER_USES: tuple[Indication, ...] = ("any", "other")


@dataclass(frozen=True, slots=True)
class Column:
    """A drug by a route for a use. `uses` are those that are the question itself, `classes` the broader ones that
    answer where none of them is named; both nearest first. `where` says it in a sentence: "for PTSD".
    """

    key: str
    group: str
    title: str
    where: str
    product: Product
    routes: frozenset[Route]
    uses: tuple[Indication, ...]
    classes: tuple[Indication, ...]

    @property
    def indications(self) -> tuple[Indication, ...]:
        return self.uses + self.classes


def _spravato(
    key: str, title: str, where: str, uses: tuple[Indication, ...], classes: tuple[Indication, ...]
) -> Column:
    return Column(f"spravato-{key}", "Spravato", title, where, "esketamine", _SPRAYED, uses, classes)


def _infusion(
    key: str, title: str, where: str, uses: tuple[Indication, ...], classes: tuple[Indication, ...]
) -> Column:
    return Column(f"ketamine-{key}", "IV ketamine", title, where, "ketamine", _INFUSED, uses, classes)


# "Whatever the label names" is nearer than any class of disorders; pain and psychiatry never answer for each other.
_LABELED: tuple[Indication, ...] = ("fda_labeled", "mdd", "psychiatric", *_OTHER_USES)
_PSYCHIATRIC: tuple[Indication, ...] = ("psychiatric", *_OTHER_USES)
_PAIN: tuple[Indication, ...] = ("chronic_pain", *_OTHER_USES)
COLUMNS: tuple[Column, ...] = (
    _spravato("trd", "TRD", "for treatment-resistant depression", ("trd",), _LABELED),
    _spravato("mdsi", "MDSI", "for depression with acute suicidal thoughts", ("mdsi",), _LABELED),
    _spravato("other", "Other uses", "for all other uses", ("other",), ("any",)),
    _infusion("depression", "Depression", "for depression", ("trd", "mdd"), _PSYCHIATRIC),
    _infusion("ptsd", "PTSD", "for PTSD", ("ptsd",), _PSYCHIATRIC),
    _infusion("anxiety", "Anxiety", "for anxiety disorders", ("anxiety",), _PSYCHIATRIC),
    _infusion("pain", "Chronic pain", "for chronic pain", ("chronic_pain",), _OTHER_USES),
    _infusion("crps", "CRPS", "for complex regional pain syndrome", ("crps",), _PAIN),
    _infusion("other", "Other uses", "for all other uses", ("other",), ("any",)),
)
