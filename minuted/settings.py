"""What holds for every command: where the corpus is, and how much is told of errors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click


@dataclass(frozen=True, slots=True)
class Settings:
    """``chosen`` is the corpus folder that the user named, ``None`` for the default one.

    ``debug`` asks for tracebacks.
    """

    chosen: Path | None
    debug: bool = False

    @property
    def corpus(self) -> Path:
        """The folder of the corpus."""
        if self.chosen is not None:
            return self.chosen
        from platformdirs import user_data_path

        return user_data_path("minuted")


pass_settings = click.make_pass_decorator(Settings)
