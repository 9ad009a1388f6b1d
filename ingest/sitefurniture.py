"""What on a web page is of the site and not of the paper: menus, banners, share buttons, hidden things, file notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.itemmarks import is_pattern_tag
from ingest.moderngov import is_action, main_part

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = frozenset(
    "script style noscript template nav button input select textarea option datalist svg math canvas object embed "
    "iframe audio video map head title meta link".split()
)
# Of the site, not of the paper, but for those inside an article.
_SITE_PARTS = frozenset({"header", "footer"})
_SITE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog", "alertdialog"})
_SKIP_LINK = re.compile(r"skip to\b", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Names that sites give to what they put around a page; a whole word of a class, or an id.
_SITE_NAME = re.compile(
    r"(?:[a-z0-9]+[-_])*(?:cookies?|gdpr)(?:[-_]?(?:alert|banner|bar|consent|law|message|modal|notice|policy|popup))*"
    r"|(?:[a-z0-9]+[-_])*breadcrumbs?(?:[-_][a-z]+)?|mgbreadcrumb\w*"
    r"|(?:[a-z0-9]+[-_])?(?:share|sharing|social)(?:[-_](?:this|buttons?|links?|bar|icons?|media))*"
    r"|sharedaddy|sharethis|addthis\w*|addtoany\w*|a2a_kit|skip[-_]?(?:link|nav)s?(?:[-_][a-z]+)?"
    r"|back[-_]?to[-_]?top|print[-_]?(?:page|link|button)",
    re.IGNORECASE,
)
# Nothing of a site is longer than this (characters), whatever it is called.
_LONGEST_SITE_PART = 2500
# These hold the page itself; sites note on them what else is shown.
_NEVER_OF_SITE = frozenset({"html", "body", "main", "article", "h1", "h2", "h3", "table", "tbody", "tr", "td", "th"})

# "PDF 233 KB", "(PDF, 132 KB)", "pdf icon PDF 1 MB": what content systems write behind the name of a file.
_FILE_NOTE = re.compile(
    r"\s*(?:[\[(]\s*)?(?:(?:pdf|word|document|file) icon\s*)?"
    r"(?:PDF|DOCX?|XLSX?|PPTX?|ODT|RTF|ZIP|CSV|HTML?)\s*(?:file)?\s*[,:-]?\s*\d[\d,]*(?:\.\d+)?\s?[KM]B(?:\s*[\])])?"
)


def is_of_site(element: HtmlElement, tag: str) -> bool:
    """Whether an element with all that it holds is no part of the paper."""
    if tag in _DROPPED or is_pattern_tag(tag) or _is_hidden(element):
        return True
    if element.get("role") in _SITE_ROLES or is_action(element, tag) or _is_named_for_site(element, tag):
        return True
    if tag == "a" and (element.get("href") or "").startswith("#") and _SKIP_LINK.match(element.text_content().strip()):
        return True
    return tag in _SITE_PARTS and not any(
        above.tag in {"article", "main", "section"} for above in element.iterancestors()
    )


def without_file_notes(text: str) -> str:
    """``text`` without the notes on a file's type and size."""
    return _FILE_NOTE.sub("", text) if "B" in text else text


def content(tree: HtmlElement) -> HtmlElement:
    """The page's main part where it names one, else all of it."""
    part = main_part(tree)
    if part is not None:
        return part
    mains = [main for main in tree.xpath("//main | //*[@role='main']") if main.text_content().strip()]
    return mains[0] if len(mains) == 1 else tree


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    return _HIDDEN_STYLE.search(element.get("style", "")) is not None


def _is_named_for_site(element: HtmlElement, tag: str) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    if not names or tag in _NEVER_OF_SITE or not any(map(_SITE_NAME.fullmatch, names)):
        return False
    return len(element.text_content()) <= _LONGEST_SITE_PART
