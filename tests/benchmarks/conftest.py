"""What `make bench` measures on: a long drug list drawn here, and the real ones beside the checkout when there."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import landscape, letter
from reportlab.platypus import SimpleDocTemplate, Table, TableStyle

from tests.conftest import SHARED

ROWS = 5_200
COLUMNS = ("Code", "Drug", "Status", "Benefit", "Notes")
WIDTHS = (70, 190, 110, 110, 190)
DRUGS = {
    ROWS // 3: (
        "J0013",
        "ESKETAMINE nasal spray, 1 mg (SPRAVATO)",
        "Covered",
        "Medical",
        "Prior authorization required",
    ),
    ROWS // 2: ("J3490", "KETAMINE injection", "Not covered", "Medical", "Not covered for chronic pain"),
}
REAL_LISTS = ("priority_health_mdl_2026.pdf", "meridianrx_pdl_427_pages_2014.pdf")


@pytest.fixture(scope="session")
def drawn_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of more than 200 landscape pages, ruled, its titles on every page; two of its rows name the drugs."""
    rows = [
        DRUGS.get(number, (f"J{number:04d}", f"Sample agent {number}, 10 mg", "Covered", "Medical", "Quantity limit"))
        for number in range(ROWS)
    ]
    table = Table([COLUMNS, *rows], colWidths=WIDTHS, repeatRows=1)
    grid = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
    table.setStyle(TableStyle([grid, ("FONT", (0, 0), (-1, 0), "Helvetica-Bold")]))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=landscape(letter), invariant=1, title="Medical drug list").build([table])
    path = tmp_path_factory.mktemp("lists") / "drawn_list.pdf"
    path.write_bytes(out.getvalue())
    return path


@pytest.fixture(params=["drawn_list.pdf", *REAL_LISTS])
def long_list(request: pytest.FixtureRequest, drawn_list: Path) -> Path:
    if request.param == drawn_list.name:
        return drawn_list
    path: Path = SHARED / "realdata" / "pdf" / request.param
    if not path.is_file():
        pytest.skip("left out: ../shared (real documents) is not beside this checkout")
    return path
