"""Letters of fonts that bring their encoding along."""

from __future__ import annotations

from parsers.pdf import read_pdf

_ENCODING = (
    b"/CIDInit /ProcSet findresource begin begincmap /CMapName /Own-0 def 1 begincodespacerange <0000> <ffff> "
    b"endcodespacerange 2 begincidchar <0041> 65 <0042> 66 endcidchar endcmap end"
)
_LETTERS = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
    b"2 beginbfchar <0041> <0053> <0042> <0070> endbfchar endcmap end"
)
_DRAWN = b"BT /F1 12 Tf 72 700 Td <0041004200410042> Tj ET"


def _stream(head: bytes, content: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (head, len(content), content)


def _file() -> bytes:
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        _stream(b"", _DRAWN),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding 6 0 R /ToUnicode 7 0 R /DescendantFonts [8 0 R] >>",
        _stream(b"/Type /CMap /CMapName /Own-0", _ENCODING),
        _stream(b"", _LETTERS),
        (
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /DW 500 /FontDescriptor 9 0 R "
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        ),
        b"<< /Type /FontDescriptor /FontName /Own /Flags 4 /Ascent 800 /Descent -200 /FontBBox [0 -200 1000 800] >>",
    ]
    body, places = b"%PDF-1.7\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    return (
        body
        + head
        + table
        + b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(body))
    )


def test_letters_in_an_encoding_that_the_file_brings_along_are_read() -> None:
    assert [block.text for block in read_pdf(_file()).blocks] == ["SpSp"]
