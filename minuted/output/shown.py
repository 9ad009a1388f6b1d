"""What `show` answers, of whatever kind it is, as text and as JSON."""

from __future__ import annotations

import click

from minuted.looking import Answer
from minuted.naming import Alternatives
from minuted.output.alternatives import alternatives_object, show_alternatives
from minuted.output.details import detail_object, show_detail
from minuted.output.page import page_object, show_page
from minuted.pageview import PageView


def show_answer(answer: Answer, depth: int | None) -> None:
    """Print it; tables of contents down to ``depth``."""
    match answer:
        case Alternatives():
            show_alternatives(answer)
        case PageView():
            show_page(answer, depth)
        case _:
            for at, detail in enumerate(answer):
                if at:
                    click.echo()
                show_detail(detail, depth)


def answer_object(answer: Answer) -> object:
    """It as JSON: one object, or where several paragraphs were asked for a list of them."""
    match answer:
        case Alternatives():
            return alternatives_object(answer)
        case PageView():
            return page_object(answer)
        case (detail,):
            return detail_object(detail)
        case _:
            return [detail_object(detail) for detail in answer]
