"""What a file says of its pages and where its words lead is shown with each thing that stands there."""

from __future__ import annotations

import io
import json
from pathlib import Path

from click.testing import CliRunner
from reportlab.pdfgen.canvas import Canvas

from minuted.cli import cli


def pack(path: Path) -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    for page in range(3):
        canvas.drawString(440, 810, "Agenda Item 5")
        canvas.drawString(72, 700, f"{page + 1}. Harbour dues" if page else "Report of the Harbour Master on dues")
        canvas.drawString(72, 660, "The tariff stands on the site of the harbour and was last changed in May.")
        canvas.linkURL(f"https://harbour.example/{page}", (72, 655, 115, 672))
        canvas.drawString(290, 30, f"Page {page + 41}")
        canvas.showPage()
    canvas.save()
    path.write_bytes(out.getvalue())


def shown(folder: Path, wanted: str, *options: str) -> str:
    done = CliRunner().invoke(cli, ["--corpus", str(folder), "show", wanted, *options])
    assert done.exit_code == 0, done.output
    return done.output


def test_show_tells_links_and_printed_pages(tmp_path: Path) -> None:
    pack(tmp_path / "pack.pdf")
    corpus = tmp_path / "corpus"
    assert CliRunner().invoke(cli, ["--corpus", str(corpus), "ingest", str(tmp_path / "pack.pdf")]).exit_code == 0
    listed = CliRunner().invoke(cli, ["--corpus", str(corpus), "papers", "--json"])
    (paper,) = json.loads(listed.output)["papers"]
    whole = json.loads(shown(corpus, paper["id"], "--json"))
    assert whole["pages"] == [{"page": at, "number": str(at + 40), "item": "5"} for at in (1, 2, 3)]
    assert [(link["page"], link["text"], link["target"]) for link in whole["hyperlinks"]] == [
        (at, "The tariff", f"https://harbour.example/{at - 1}") for at in (1, 2, 3)
    ]
    section = json.loads(shown(corpus, whole["sections"][-1]["id"], "--json"))
    assert [stamp["number"] for stamp in section["pages"]] == ["43"]
    assert [link["target"] for link in section["hyperlinks"]] == ["https://harbour.example/2"]
    told = shown(corpus, paper["id"])
    assert "41–43" in told
    assert "The tariff · p. 2 · https://harbour.example/1" in told
