"""The recorded site of Clearwater Health, night by night."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.tracker.discovery.spiders.clearwater import SITE

Page = tuple[str, bytes]
Web = dict[str, Page]
GONE: Page = ("404 Not Found", b"<html><body><h1>Page not found</h1></body></html>")

_ESKETAMINE = """<p>Esketamine (Spravato) is considered medically necessary for treatment-resistant depression in adults
    when all of the following criteria are met:</p><ul><li>Age 18 years or older</li>
    <li>Failure of at least 3 antidepressants in the current episode</li></ul>"""
_KETAMINE = """<p>Intravenous ketamine is considered medically necessary for treatment-resistant depression in adults
    when all of the following criteria are met:</p><ul><li>Age 18 years or older</li>
    <li>Failure of at least 4 antidepressants in the current episode</li></ul>"""
_CRPS = """<p>Intravenous ketamine is considered medically necessary for complex regional pain syndrome in adults when
    all of the following criteria are met:</p><ul><li>Age 18 years or older</li>
    <li>Prescribed by a pain specialist</li></ul>"""
_DENIED = """<p>Intravenous ketamine is considered investigational for treatment-resistant depression. The evidence does
    not show a lasting benefit, and it will be looked at again when new trials are published.</p>"""
_STATED = {
    "esketamine": _ESKETAMINE, "ketamine": _KETAMINE, "ketamine for pain": _CRPS, "ketamine denied": _DENIED,
    "esketamine after two": _ESKETAMINE.replace("at least 3", "at least 2"),
}  # fmt: skip


def policy(number: str, title: str, *stated: str) -> Page:
    body = f"<html><head><title>{title}</title></head><body><main><h1>{title}</h1><p>Policy Number: {number}</p>"
    text = "".join(_STATED[one] for one in stated)
    return ("200 OK", f"{body}<p>Effective Date: 01/01/2026</p><h2>Policy</h2>{text}</main></body></html>".encode())


def both(number: str) -> Page:
    return policy(number, "Ketamine and esketamine", "ketamine", "esketamine")


def index(*rows: tuple[str, str, str]) -> Page:
    """The index page: number, title and address of each policy, among those of other drugs."""
    listed = (*rows, ("2026D0001A", "Botulinum toxins", "/policies/2026D0001A.html"))
    table = "".join(f'<tr><td>{number}</td><td><a href="{url}">{title}</a></td></tr>' for number, title, url in listed)
    return ("200 OK", f"<html><body><h1>Policies</h1><table>{table}</table></body></html>".encode())


SPLIT: Page = (
    "200 OK",
    b"""<html><body><main><h1>Ketamine and esketamine</h1><p>This policy has been split into two policies:</p>
    <ul><li><a href="/clinical/MP-30.html">Ketamine, MP-30</a></li>
    <li><a href="/clinical/MP-31.html">Esketamine, MP-31</a></li></ul></main></body></html>""",
)
RETIRED: Page = (
    "200 OK",
    b"""<html><body><main><h1>Ketamine</h1><p>This policy was retired on April 1, 2026 and is no longer in effect.</p>
    </main></body></html>""",
)
_PARTS = (("MP-30", "Ketamine", "/clinical/MP-30.html"), ("MP-31", "Esketamine", "/clinical/MP-31.html"))

AS_DECLARED: Web = {
    "/policies/": index(("2026D0069P", "Ketamine and esketamine", "/policies/2026D0069P.html")),
    "/policies/2026D0069P.html": both("2026D0069P"),
}
RENUMBERED: Web = {
    "/policies/": index(("2027D0069Q", "Ketamine and esketamine", "/policies/2027D0069Q.html")),
    "/policies/2026D0069P.html": GONE,
    "/policies/2027D0069Q.html": both("2027D0069Q"),
}
MOVED: Web = {
    "/policies/": index(("2027D0069Q", "Ketamine and esketamine", "/clinical/2027D0069Q.html")),
    "/policies/2027D0069Q.html": GONE,
    "/clinical/2027D0069Q.html": both("2027D0069Q"),
}
SPLIT_IN_TWO: Web = {
    "/policies/": index(*_PARTS),
    "/clinical/2027D0069Q.html": SPLIT,
    "/clinical/MP-30.html": policy("MP-30", "Ketamine", "ketamine"),
    "/clinical/MP-31.html": policy("MP-31", "Esketamine", "esketamine"),
}
WITH_PAIN: Web = AS_DECLARED | {
    "/policies/2026D0069P.html": policy(
        "2026D0069P", "Ketamine and esketamine", "ketamine", "ketamine for pain", "esketamine"
    )
}
SPLIT_AND_CHANGED: Web = {
    "/policies/": index(*_PARTS),
    "/policies/2026D0069P.html": SPLIT,
    "/clinical/MP-30.html": policy("MP-30", "Ketamine", "ketamine denied"),
    "/clinical/MP-31.html": policy("MP-31", "Esketamine", "esketamine after two"),
}
ONE_RETIRED: Web = SPLIT_IN_TWO | {"/policies/": index(_PARTS[1]), "/clinical/MP-30.html": RETIRED}


def record(path: Path, web: Web) -> Path:
    """The site of one night as a WARC file."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for place, (status, body) in web.items():
            headers = StatusAndHeaders(status, [("Content-Type", "text/html")], protocol="HTTP/1.1")
            entry = writer.create_warc_record(
                f"{SITE}{place}", "response", payload=BytesIO(body), length=len(body), http_headers=headers
            )
            writer.write_record(entry)
            entry.raw_stream.close()
    return path
