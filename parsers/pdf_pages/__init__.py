"""Pages of a PDF: words, lines, columns, tables and marks, down to blocks."""
