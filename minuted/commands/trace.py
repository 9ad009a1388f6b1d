"""`minuted trace`: the history of one decision or action."""

from __future__ import annotations

import click

from minuted.exits import ERROR
from minuted.options import JSON
from minuted.settings import Settings, pass_settings


@click.command()
@click.argument("wanted", metavar="ID[#NUMBER]")
@click.option("--depth", type=click.IntRange(min=1), help="So many links from ID at most; by default 6.")
@click.option("--weak", is_flag=True, help="What is linked weakly, too; nothing is concluded from it.")
@JSON
@pass_settings
def command(settings: Settings, /, wanted: str, depth: int | None, weak: bool, form: str | None) -> None:
    """Tell the history of one decision or action.

    Backwards and forwards: from notice, report and recommendation to the decision, with how it differs from what was
    recommended, who voted how and who declared an interest; on to call-in, reconsideration, actions (whose, by when,
    how old) and what was reported back. By meeting, oldest first; each step says why it belongs.

    ID is what the lists and the search print: of a decision, action, recommendation, item or paper; or a reference
    number such as 24/00017. The trace follows the links that `minuted show ID` lists, and ends where they are weak;
    `minuted link` and `minuted unlink` correct them. What only has the name in common is told apart, and so is what is
    missing: minutes that are not held.

    \b
    Examples:
      minuted decisions baths
      minuted trace 24/00017
      minuted trace harrowmere-borough-council-cabinet-2024-06-11-minutes-ca6086/d2.1
      minuted trace harrowmere-cabinet-minutes-2024-06-11.pdf#5
      minuted trace harrowmere-cabinet-minutes-2024-06-11.pdf#5 --depth 2 --weak
    """
    from minuted.naming import Alternatives
    from minuted.output.answers import show_json
    from minuted.tracing import trace_back_and_forth
    from search.tracing.walk import DEPTH, Limits

    answer = trace_back_and_forth(settings.corpus, wanted, Limits(depth=depth or DEPTH, weak=weak))
    if isinstance(answer, Alternatives):
        from minuted.output.alternatives import alternatives_object, how_many, show_alternatives

        show_json(alternatives_object(answer)) if form else show_alternatives(answer)
        click.echo(f"minuted: {how_many(answer)}", err=True)
        raise click.exceptions.Exit(ERROR)
    if form:
        from minuted.output.tracedobject import trace_object

        show_json(trace_object(answer))
    else:
        from minuted.output.traced import show_trace

        show_trace(answer)
