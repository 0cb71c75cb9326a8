"""What sites and printers put around a policy and between its blocks."""

from __future__ import annotations

from bs4 import BeautifulSoup

from tests.parsers.restyling.dom import blocks

_EVERY = 6


def _around(page: BeautifulSoup, before: str, after: str = "") -> None:
    assert page.body is not None
    page.body.insert(0, BeautifulSoup(before, "html.parser"))
    page.body.append(BeautifulSoup(after, "html.parser"))


def _between(page: BeautifulSoup, markup: str) -> None:
    """`markup` before every sixth block, "{n}" counting; a page that is too short to have two of it has none."""
    if len(blocks(page)) <= 2 * _EVERY:
        return
    for number, place in enumerate(range(_EVERY, len(found := blocks(page)), _EVERY), 2):
        found[place].insert_before(BeautifulSoup(markup.format(n=number), "html.parser"))


def site_header(page: BeautifulSoup) -> None:
    _around(page, "<header><a href='/'>Plan of Nowhere</a><nav><ul><li><a href='/m'>Members</a></li><li><a href='/p'>"
            "Providers</a></li><li><a href='/c'>Contact us</a></li></ul></nav></header>")  # fmt: skip


def site_footer(page: BeautifulSoup) -> None:
    _around(page, "", "<footer><p>© 2031 Plan of Nowhere. All rights reserved.</p><p>Call 1-800-555-0142 within 30 "
            "days of a denial. Age 18 and older.</p></footer>")  # fmt: skip


def cookie_banner(page: BeautifulSoup) -> None:
    _around(page, "<div id='onetrust-banner-sdk' role='dialog'><h2>We value your privacy</h2><p>Cookies are covered by "
            "our policy.</p><button>Accept all</button></div>")  # fmt: skip


def side_column(page: BeautifulSoup) -> None:
    _around(page, "", "<div class='sidebar'><h3>Related policies</h3><ul><li><a href='/a'>Brexanolone</a></li><li>"
            "<a href='/b'>Botulinum toxin</a></li><li><a href='/c'>Lidocaine</a></li></ul></div>")  # fmt: skip


def print_links(page: BeautifulSoup) -> None:
    _around(page, "<ul><li><a href='?print=1'>Print</a></li><li><a href='mailto:x'>Email</a></li><li><a href='/s'>Share"
            "</a></li></ul><p><a href='?print=1'>Printer-friendly version</a></p>")  # fmt: skip


def breadcrumb(page: BeautifulSoup) -> None:
    _around(page, "<div><a href='/'>Home</a> &gt; <a href='/p'>Policies</a> &gt; Behavioral health</div>")


def page_numbers(page: BeautifulSoup) -> None:
    _between(page, "<p>Page {n} of 9</p>")


def running_title(page: BeautifulSoup) -> None:
    _between(page, "<p>Clinical policy | Page {n} of 9</p>")


def bare_page_numbers(page: BeautifulSoup) -> None:
    _between(page, "<div class='pagenum'>{n}</div>")


def page_anchors(page: BeautifulSoup) -> None:
    _between(page, "<a name='page{n}'></a><hr/>")


def contents_list(page: BeautifulSoup) -> None:
    """A table of contents with a link for each heading of the second rank."""
    titles = [tag.get_text(" ", strip=True) for tag in page.find_all("h2")]
    first = page.find("h2")
    if first is not None and len(titles) > 2:
        links = "".join(f"<li><a href='#{place}'>{title}</a></li>" for place, title in enumerate(titles))
        first.insert_before(BeautifulSoup(f"<ul>{links}</ul>", "html.parser"))


def search_form(page: BeautifulSoup) -> None:
    _around(page, "<form role='search'><label>Search policies</label><input name='q'><button>Go</button></form>")


def survey(page: BeautifulSoup) -> None:
    _around(
        page, "", "<div class='feedback'><p>Was this page helpful?</p><button>Yes</button><button>No</button></div>"
    )


DRESSES = (site_header, site_footer, cookie_banner, side_column, print_links, breadcrumb, page_numbers, running_title,
           bare_page_numbers, page_anchors, contents_list, search_form, survey)  # fmt: skip
