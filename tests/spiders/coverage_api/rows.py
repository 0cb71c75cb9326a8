"""Rows as the API sends them, in our own words: an article on esketamine, and lists with other documents around it."""

from __future__ import annotations

import html
from typing import Any

Row = dict[str, Any]


def escaped(markup: str, times: int = 1) -> str:
    """HTML as the API writes it: escaped, the slash too."""
    for _ in range(times):
        markup = html.escape(markup).replace("/", "&sol;")
    return markup


GUIDANCE = """<p>Esketamine (Spravato) is considered medically necessary for treatment-resistant depression in adults
when all of the following criteria are met:</p><ul><li>Age 18 years or older</li>
<li>Failure of at least 2 antidepressants in the current episode</li></ul>"""
VERSION: Row = {"article_id": 59250, "article_version": 7}
ARTICLE: dict[str, list[Row]] = {
    "data/article/": [
        VERSION
        | {
            "title": "Billing &amp; Coding: Esketamine",
            "display_id": 59250,
            "article_pub_date": "09/12/2024",
            "article_eff_date": "09/19/2024",
            "article_end_date": "N/A",
            "date_retired": "N/A",
            "description": escaped(GUIDANCE, 2),
            "other_comments": "N/A",
            "status": "A",
        }
    ],
    "data/article/hcpc-code-group": [
        VERSION | {"hcpc_code_group": 1, "paragraph": escaped("<p>Report the visit with the drug supplied.</p>")}
    ],
    "data/article/hcpc-code": [
        VERSION | {"hcpc_code_id": code, "hcpc_code_group": 1, "long_description": "licensed words"}
        for code in ("G2082", "G2083")
    ],
    "data/article/icd10-covered": [
        VERSION | {"icd10_code_id": code, "icd10_covered_group": 1, "description": "licensed words"}
        for code in ("F32.2", "F33.2")
    ],
    "data/article/revision-history": [
        VERSION
        | {"rev_hist_num": 1, "rev_hist_date": "01/01/2023", "rev_hist_exp": escaped("S0013 added.<br/>")},
        VERSION
        | {"rev_hist_num": 2, "rev_hist_date": "09/19/2024", "rev_hist_exp": escaped("No change in coverage.<br/>", 2)},
    ],
}  # fmt: skip


def listed(
    number: int, title: str, *, version: int = 1, updated: str = "20250806", kind: str = "Article", **more: str
) -> Row:
    """A row of a list of local documents."""
    return {
        "document_id": number,
        "document_version": version,
        "document_display_id": f"{kind[0]}{number}",
        "document_type": kind,
        "note": "",
        "title": title,
        "contractor_name_type": "Example Contractor, LLC\r\n(MAC - Part A, MAC - Part B)",
        "updated_on": f"{updated[4:6]}/{updated[6:]}/{updated[:4]}",
        "updated_on_sort": f"{updated}120000",
        "effective_date": "08/14/2025",
        "retirement_date": "N/A",
        "url": f"https://www.cms.gov/medicare-coverage-database/view/article.aspx?articleid={number}&ver={version}",
    } | more
