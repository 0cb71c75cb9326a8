"""What a policy document says, as typed values. The vocabularies equal the published contract of the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Quality = Literal["ok", "empty", "error_page", "blocked", "login", "shell", "truncated", "not_policy"]
Product = Literal["esketamine", "ketamine"]
Route = Literal["intranasal", "iv", "im", "sc", "oral", "sublingual", "topical", "any"]
Indication = Literal[
    "trd", "mdsi", "mdd", "bipolar_depression", "ptsd", "anxiety", "ocd", "psychiatric", "chronic_pain",
    "neuropathic_pain", "crps", "headache", "fibromyalgia", "cancer_pain", "acute_pain", "substance_use",
    "anesthesia", "fda_labeled", "other", "any",
]  # fmt: skip
Phase = Literal["initial", "renewal"]
Status = Literal["excluded", "not_medically_necessary", "investigational", "case_by_case", "covered", "unknown"]
CriterionKey = Literal[
    "age_min", "age_max", "diagnosis_standard", "severity_min", "severity_category", "episode_scope",
    "lookback_months", "failed_ad_count", "failed_ad_classes", "trial_weeks", "trial_dose", "trial_adherence_pct",
    "nonresponse_cutoff_pct", "intolerance_counts", "preferred_step", "augmentation_trials", "psychotherapy",
    "ect_tms", "oral_ad", "mdsi_acuity", "prescriber", "exclusion", "sud_remission_months", "uds", "pdmp_check",
    "rems", "monitoring_hours", "site", "personnel", "dose_max_mg", "frequency_max_per_week", "quantity_limit",
    "course_cap", "initial_auth_days", "renewal_auth_days", "renewal_response", "documentation",
    "off_label_route", "label_dynamic", "unparsed",
]  # fmt: skip
Op = Literal["all", "any", "none", "at_least"]
Scale = Literal["PHQ-9", "MADRS", "HAM-D", "QIDS", "BDI", "CGI-S"]
CodeSystem = Literal["HCPCS", "CPT", "ICD-10", "NDC"]
CodeRole = Literal["covered", "not_covered", "informational", "unknown"]
MediaType = Literal[
    "application/pdf",
    "text/html",
    "text/plain",
    "text/markdown",
    "application/json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "text/csv",
    "application/octet-stream",
]
RevisionKind = Literal["effective", "revised", "reviewed", "published", "unknown"]
ClaimAct = Literal["added", "removed", "changed", "no_change", "editorial"]
ClaimKey = CriterionKey | Literal["status", "position", "code", "prior_authorization"]
BlockKind = Literal["heading", "paragraph", "item", "row", "term", "definition"]


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a document in reading order: a heading, paragraph, list item or table row.

    `page` counts from 1 (an HTML document is one page; a workbook's pages are its sheets). `depth` is the heading's
    rank (1-6), the item's nesting (1 = outermost) or 0. `marker` is a list marker as printed ("1.", "a)", "iv."), ""
    for a bullet glyph or none. `path` holds the headings above, outermost first. A row has its `cells`, and in `header`
    the column titles in force, of equal length or empty; its `text` is the cells joined by " | ".
    """

    kind: BlockKind
    text: str
    page: int = 1
    depth: int = 0
    marker: str = ""
    path: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Severity:
    """The least score admitted on a depression scale."""

    scale: Scale
    score: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """Greatest number of 28 mg devices in so many days; kits are converted (56 mg = 2, 84 mg = 3 devices)."""

    devices: int
    days: int


@dataclass(frozen=True, slots=True)
class CourseCap:
    """Greatest length of a course: sessions or days, one of them None."""

    sessions: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Percent:
    """A least improvement in percent, as a renewal response."""

    pct: int


Value = bool | int | float | str | Severity | Quantity | CourseCap | Percent | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """One criterion: its key and value, with the clause and the page that say so. `unparsed` has value None."""

    key: CriterionKey
    value: Value
    text: str
    page: int = 1


@dataclass(frozen=True, slots=True)
class Group:
    """An operator over criteria; `n` is set for `at_least` only."""

    op: Op
    children: tuple[Tree, ...]
    n: int | None = None


Tree = Leaf | Group


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage that proves a statement, word for word, and the page where it stands."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Position:
    """The payer's answer for one product, route, indication and phase.

    `prior_authorization` is None when the document does not say; `criteria` is None when it states none.
    """

    product: Product
    route: Route
    indication: Indication
    phase: Phase
    status: Status
    prior_authorization: bool | None = None
    criteria: Tree | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A billing or diagnosis code named by the document, with its role and page; `product` None: not tied to one."""

    system: CodeSystem
    code: str
    role: CodeRole = "unknown"
    page: int = 1
    product: Product | None = None


@dataclass(frozen=True, slots=True)
class PolicyFacts:
    """What the document says of itself. The dates stay apart; None: not stated, blank, "TBD" or ambiguous."""

    number: str | None = None
    title: str | None = None
    effective_on: date | None = None
    published_on: date | None = None
    last_reviewed_on: date | None = None
    next_review_on: date | None = None
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What a payer says it did, as far as its words are clear.

    `key` is a criterion, "status", "position", "code" or "prior_authorization"; None: the policy as a whole. `before`
    and `after` are numbers in the unit of the criterion, codes, statuses or indications, None where not said.
    """

    act: ClaimAct
    key: ClaimKey | None = None
    before: int | str | None = None
    after: int | str | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of a policy's own history. `on` is None without a date; no `claims`: what was done is not clear."""

    on: date | None
    kind: RevisionKind
    text: str
    page: int = 1
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The file itself: hash of its bytes, kind by content, number of pages (1 unless a PDF; a workbook's
    sheets), its own title.
    """

    sha256: str
    media_type: MediaType
    pages: int
    title: str | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A file turned into blocks, before anything is concluded from it. `notes` names damage that was read around."""

    media_type: MediaType
    pages: int
    title: str | None
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedPolicy:
    """All that one release of the extractor read out of one document.

    `reason` says in a sentence why `quality` is what it is. `blocks` is the policy's own content, without navigation,
    banners and page furniture; `fingerprint` is its hash, equal exactly when the content is. With a `quality` other
    than "ok" there are no positions and no codes, and `fingerprint` is "".
    """

    quality: Quality
    reason: str
    document: DocumentFacts
    policy: PolicyFacts = PolicyFacts()
    products: tuple[Product, ...] = ()
    positions: tuple[Position, ...] = ()
    codes: tuple[Code, ...] = ()
    blocks: tuple[Block, ...] = ()
    fingerprint: str = ""
    warnings: tuple[str, ...] = ()


def value_to_json(value: Value) -> object:
    """A criterion's value as the contract prints it; members that are None are left out."""
    if isinstance(value, (Severity, Quantity, CourseCap, Percent)):
        members = {name: getattr(value, name) for name in value.__slots__}
        return {name: member for name, member in members.items() if member is not None}
    return value


def tree_to_json(tree: Tree) -> dict[str, object]:
    """A criteria tree as the contract prints it."""
    if isinstance(tree, Leaf):
        return {"key": tree.key, "value": value_to_json(tree.value), "text": tree.text, "page": tree.page}
    count = {"n": tree.n} if tree.op == "at_least" else {}
    return {"op": tree.op, **count, "children": [tree_to_json(child) for child in tree.children]}
