"""`minuted reindex`: make the search index anew."""

from __future__ import annotations

import click

from minuted.options import JSON
from minuted.settings import Settings, pass_settings


@click.command()
@click.option("--engine", type=click.Choice(["tantivy", "whoosh"]), default="tantivy", show_default=True)
@JSON
@pass_settings
def command(settings: Settings, engine: str, form: str | None) -> None:
    """Make anew what is derived from the corpus.

    That is the search index, what became of each recommendation, and the links between findings. The old index answers
    until the new one is whole.
    Needed after damage, or to change the engine: tantivy is the fast one, whoosh runs wherever Python does.

    \b
    Example:
      minuted reindex
    """
    from corpus.store import Corpus
    from minuted.aligning import compare_anew
    from minuted.indexing import rebuild
    from minuted.linking import link_anew
    from minuted.output.answers import show_json
    from minuted.output.tracked import tracked

    with Corpus.open(settings.corpus) as corpus:
        compared = compare_anew(corpus)
        links = link_anew(corpus)
        count = rebuild(corpus, engine, tracked)
    if form:
        show_json({"engine": engine, "indexed": count, "compared": compared, "links": links})
    else:
        click.echo(
            f"indexed {count} papers, sections, findings, people and organisations;"
            f" compared {compared} recommendations and reported decisions; made {links} links"
        )
