"""`minuted search`: find sections, decisions, recommendations, actions and papers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from corpus.entries import EntryKind
from corpus.vocabulary import PaperKind
from minuted.options import JSON, OUTCOME, OWNER, PERSON, PLACE_AND_TIME, apply
from minuted.settings import Settings, pass_settings

_PAGING = frozenset({"sort", "limit", "offset"})

_ORDERS = ("relevance", "newest", "oldest")

_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    *PLACE_AND_TIME,
    click.option("--kind", type=click.Choice([kind.value for kind in EntryKind]), help="Only this kind of thing."),
    click.option("--paper", type=click.Choice([kind.value for kind in PaperKind]), help="Only in this kind of paper."),
    PERSON,
    OUTCOME,
    OWNER,
    click.option(
        "--sort", type=click.Choice(_ORDERS), default="relevance", show_default=True, help="What comes first."
    ),
    click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="So many hits at most."),
    click.option("--offset", type=click.IntRange(min=0), default=0, help="Leave out so many hits first."),
    click.option("--explain", is_flag=True, help="Say in words what the query means, instead of searching."),
    JSON,
)


def _with_options(function: Any) -> Any:
    return apply(_OPTIONS, function)


@click.command()
@click.argument("query", nargs=-1)
@_with_options
@pass_settings
def command(settings: Settings, /, query: tuple[str, ...], **options: Any) -> None:
    """Find sections, decisions, actions and papers by words.

    All words must occur, in any form ("close" finds "closed"). "Quotes" hold phrases; OR, NOT and (brackets) work;
    clos* is a beginning, libary~ a near spelling. Fields: title: body: org: person: owner: ref: kind: outcome: paper:
    date: (as in date:2024-06..2024-09). Quote the whole for the shell.

    \b
    Examples:
      minuted search leisure centre
      minuted search '"leisure centre" AND (clos* OR transfer)' --body cabinet --since 2024
      minuted search --kind action --owner "director of finance" --sort newest
    """
    from minuted.output.hits import answer_object, show_answer
    from minuted.searching import SearchRequest, search
    from search.engine import Order
    from search.filters import Filters

    form = options.pop("form")
    if options.pop("explain"):
        _explain(settings, " ".join(query), form, options)
        return
    request = SearchRequest(
        text=" ".join(query),
        order=Order(options.pop("sort")),
        limit=options.pop("limit"),
        offset=options.pop("offset"),
        filters=Filters(**options),
    )
    answer = search(settings.corpus, request)
    if form:
        from minuted.output.answers import show_json

        show_json(answer_object(answer))
    else:
        show_answer(answer)


def _explain(settings: Settings, text: str, form: str | None, options: dict[str, Any]) -> None:
    """Say what the query and its filters mean."""
    from minuted.output.meant import meaning_object, show_meaning
    from minuted.querying import explained
    from search.filters import Filters

    filters = Filters(**{name: value for name, value in options.items() if name not in _PAGING})
    clause = explained(settings.corpus, text, filters)
    if form:
        from minuted.output.answers import show_json

        show_json(meaning_object(clause))
    else:
        show_meaning(clause)
