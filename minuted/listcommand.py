"""A command that lists, and has commands of its own for what can be done with the things listed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import click

from corpus.store import Corpus
from minuted.options import ListRequest
from minuted.settings import Settings


class ListCommand(click.Command):
    """Lists, unless its first argument is the name of one of ``actions``: `minuted people merge A B`."""

    def __init__(self, *given: Any, actions: Mapping[str, click.Command], **named: Any) -> None:
        super().__init__(*given, **named)
        self.actions = actions

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the action that ``args`` begins with, or else of the list."""
        if args and args[0] in self.actions:
            action = self.actions[args[0]]
            return action.make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the list, and the actions with what each does."""
        super().format_options(ctx, formatter)
        with formatter.section("Commands"):
            formatter.write_dl([(name, action.get_short_help_str()) for name, action in self.actions.items()])


def show_one(settings: Settings, wanted: str) -> None:
    """Show, in place of a list, the one thing of that id with all that is known."""
    from minuted.looking import look_up
    from minuted.output.shown import show_answer

    show_answer(look_up(settings.corpus, wanted), None)


def tell(form: str | None, answer: dict[str, object], words: str) -> None:
    """Tell what an action did, as JSON where a form was asked for."""
    from minuted.output.answers import show_json

    if form:
        show_json(answer)
    else:
        click.echo(words)


def with_before(corpus: Corpus, request: ListRequest) -> ListRequest:
    """``request`` with the bodies before the one asked for, of which the list tells too."""
    wanted = request.filter
    if wanted.organisation is None or wanted.exactly:
        return request
    return replace(request, before=corpus.asked(wanted.organisation).before)
