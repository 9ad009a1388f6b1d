"""`minuted search`: find sections, decisions, recommendations, actions, papers, people and organisations."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from minuted.options import CSV, JSON, SEARCH_FILTERS, Form, apply
from minuted.settings import Settings, pass_settings

if TYPE_CHECKING:
    from minuted.searching import SearchAnswer, SearchRequest

_ORDERS = ("relevance", "newest", "oldest")

_RESULTS = 10
"""Results where nobody says how many: a few screens. CSV gives all."""

_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    *SEARCH_FILTERS,
    click.option("--flat", is_flag=True, help="Each place for itself, and sections beside the findings in them."),
    click.option(
        "--sort", type=click.Choice(_ORDERS), default="relevance", show_default=True, help="What comes first."
    ),
    click.option("--limit", type=click.IntRange(min=1), help=f"So many results at most (as text and JSON {_RESULTS})."),
    click.option("--offset", type=click.IntRange(min=0), default=0, help="Leave out so many results first."),
    click.option("--cite", is_flag=True, help="Give each place as a quotation with its source, to be pasted."),
    click.option(
        "--open", "open_first", is_flag=True, help="Open the page of the first result (--offset 2: the third)."
    ),
    click.option("--explain", is_flag=True, help="Say in words what the query means, instead of searching."),
    JSON,
    CSV,
)


def _with_options(function: Any) -> Any:
    return apply(_OPTIONS, function)


@click.command()
@click.argument("query", nargs=-1)
@_with_options
@pass_settings
def command(settings: Settings, /, query: tuple[str, ...], **options: Any) -> None:
    """Find what papers say, people and organisations, by words.

    Sections, decisions, recommendations, actions, whole papers. All words must occur, in any form and spelling ("close"
    finds "closed", "organization" "organisation", "ICS" what papers say that it is short for). The best places of each
    paper are shown together. The shell takes quotes away, and reads signs: put '...' around a query that holds any.
    --explain tells what a query means.

    \b
    Examples (they find something in what `minuted demo` makes):
      minuted search leisure centre
      minuted search '"leisure centre" (clos* OR transfer)' --body cabinet --since 2024
      minuted search --kind action --owner "director of place" --sort newest
    All decisions of one board in one year that mention a phrase:
      minuted search '"tannery lane baths"' --kind decision --body cabinet --since 2024 --until 2024 --flat
    The same as quotations with their sources, to be pasted, and as rows for a spreadsheet:
      minuted search '"tannery lane baths" body:cabinet kind:decision date:2024' --cite
      minuted search '"tannery lane baths" body:cabinet kind:decision date:2024' --csv > baths.csv

    A person or an organisation of exactly that name comes first, with its other names, its roles and the place that
    tells of it best; others that only bear the words in a name or a role come last. Dates ask for the last paper that
    names it.

    \b
    What can be written:
      leisure centre          both words, in any form
      "leisure centre"        exactly these words, side by side
      "centre closure"~5      in this order, at most 5 other words among them
      clos*   organi?ation    beginnings; ? is any one letter, * any letters
      libary~   libary~2      spelt nearly so: 1 or 2 letters different
      baths OR pools   NOT pools   (baths OR pools) closure
      baths^3 closure         counts more for what comes first
      24/00093   3.7.5        numbers as they are printed

    \b
    Where, what and when (options of the same names do the same):
      title:baths   body:"planning committee"   org:halton   person:"ada penrose"
      kind:decision   outcome:deferred   owner:clerk   ref:24/00093   paper:minutes
      kind:person penrose   kind:organisation tarn
      date:2024   date:2024-06   date:2024-06..2024-09   date:>=2024-06-11
    """
    from minuted.searching import SearchRequest
    from search.engine import Order
    from search.filters import Filters

    form = Form(options.pop("form") or Form.TEXT)
    rows = form is Form.CSV
    faces = {name: options.pop(name) for name in ("cite", "open_first", "explain")}
    request = SearchRequest(
        text=" ".join(query),
        order=Order(options.pop("sort")),
        limit=options.pop("limit") or (None if rows else _RESULTS),
        offset=options.pop("offset"),
        flat=options.pop("flat") or rows,
        filters=Filters(**options),
    )
    if faces["explain"]:
        _explain(settings, request, form)
    elif faces["open_first"]:
        _open(settings, request)
    else:
        _answer(settings, request, form, cite=faces["cite"])


def _explain(settings: Settings, request: SearchRequest, form: Form) -> None:
    """Say what the query and its filters mean."""
    from minuted.output.meant import meaning_object, show_meaning
    from minuted.querying import explained

    clause = explained(settings.corpus, request.text, request.filters)
    if form is Form.JSON:
        from minuted.output.answers import show_json

        show_json(meaning_object(clause))
    else:
        show_meaning(clause)


def _open(settings: Settings, request: SearchRequest) -> None:
    """Open the page of the first result, or say where it is."""
    from minuted.opening import open_page, page_address
    from minuted.searching import search

    answer = search(settings.corpus, request)
    if not answer.results.results:
        _show(settings, answer, cite=False)
        return
    address = page_address(settings.corpus, answer.results.results[0].best.entry)
    click.echo(address if open_page(address) else f"no viewer was found; open it yourself: {address}")


def _answer(settings: Settings, request: SearchRequest, form: Form, *, cite: bool) -> None:
    """Search, and give the answer in the form asked for."""
    from minuted.searching import search

    answer = search(settings.corpus, request)
    match form:
        case Form.JSON:
            from minuted.output.answers import show_json
            from minuted.output.hitobjects import answer_object

            show_json(answer_object(answer))
        case Form.CSV:
            from minuted.output.answers import show_csv
            from minuted.output.hitobjects import hit_rows

            show_csv(list(hit_rows(answer)))
        case _:
            _show(settings, answer, cite=cite)


def _show(settings: Settings, answer: SearchAnswer, *, cite: bool) -> None:
    """Print the answer, as citations where these were asked for and there are any."""
    if cite and answer.results.results:
        from minuted.citing import cited
        from minuted.output.cited import show_cited

        show_cited(answer, cited(settings.corpus, answer.results.hits))
    else:
        from minuted.output.hits import show_answer

        show_answer(answer)
