"""Columns and rows that answer nothing: codes, contents, products' numbers, handling, what the payer fills in.

Behind the rows of our drug, which may be told by such a column; before tables become lists, whose items they would be.
"""

from __future__ import annotations

from parsers.tables.benefit_tables import without_out_of_network
from parsers.telling.silent_cells.coded_rows import without_codes
from parsers.telling.silent_cells.contents_tables import without_contents
from parsers.telling.silent_cells.handled_columns import without_handled_columns
from parsers.telling.silent_cells.payers_columns import without_payers_columns
from parsers.telling.silent_cells.product_tables import without_product_tables
from parsers.telling.steps import Stage

STAGE: Stage = (
    without_codes,
    without_contents,
    without_product_tables,
    without_handled_columns,
    without_out_of_network,
    without_payers_columns,
)
