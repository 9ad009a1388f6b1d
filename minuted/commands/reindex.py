"""`minuted reindex`: make the search index anew."""

from __future__ import annotations

import click

from minuted.settings import Settings, pass_settings


@click.command()
@click.option("--engine", type=click.Choice(["tantivy", "whoosh"]), default="tantivy", show_default=True)
@pass_settings
def command(settings: Settings, engine: str) -> None:
    """Make anew what is derived from the corpus.

    That is the search index, and what became of each recommendation. The old index answers until the new one is whole.
    Needed after damage, or to change the engine: tantivy is the fast one, whoosh runs wherever Python does.

    \b
    Example:
      minuted reindex
    """
    from corpus.store import Corpus
    from minuted.aligning import compare_anew
    from minuted.indexing import rebuild

    with Corpus.open(settings.corpus) as corpus:
        compared = compare_anew(corpus)
        count = rebuild(corpus, engine)
    click.echo(
        f"indexed {count} papers, sections and findings; compared {compared} recommendations and reported decisions"
    )
