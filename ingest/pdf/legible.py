"""Whether characters are words of English or Welsh, or merely characters."""

from __future__ import annotations

import re

# Of a page only its first characters are looked at: they are as good as all of them, and cost a hundredth of the time
# that it takes to read it.
_SAMPLE = 1200
# Short words that hardly a paragraph does without, and those that stand on the emptiest pages of papers.
_COMMON_WORDS = frozenset(
    """the and of to in for that was be on is by with at from as are this were it has had have not or an which will
    would all been its their they no any council committee board meeting minutes report agenda page item date
    y yr a ac o i yn ar am gan gyda wedi nad bod mae oedd hyn fod nid neu eu ei cyngor""".split()
)
# A text with so many different ones of them is written in words; one with fewer may still be a list of names.
_ENOUGH_COMMON_WORDS = 4
# The pairs of letters that nine in ten of the pairs inside English and Welsh words are.
_COMMON_PAIRS = frozenset(
    """ac ad ae af ag ai al am an ap ar as at au av ay be bo by ca ce ch ci cl co ct cy da dd de di do dy ea eb ec ed ee
    ef ei el em en er es et eu ev fa fe ff fi fl fo fr fy ga ge gh go gr gw gy ha he hi ho hw hy ia ic id ie if ig il in
    io ir is it iv iw ke la ld le li ll lo lw ly ma me mi mr ms na nc nd ne ng ni nn no ns nt nw od oe of ol om on op or
    os ot ou ov ow pa pe pl po pr ra rc re rf ri ro rs rt rw ry se sh si so ss st su sw sy ta te th ti to tr ts ty ul un
    ur us ut ve vi wa we wi wy yd yf yl ym yn yr ys""".split()
)
# Three quarters of the pairs are common even on pages of names, abbreviations or figures; where each letter stands for
# another, a quarter, and hardly ever a half. Fewer pairs than these prove nothing.
_WRITTEN_SHARE = 0.5
_FEWEST_PAIRS = 40
# Beyond this share of signs that papers hardly use nothing can be made of a text layer: glyph numbers fall on these
# when they are taken for characters. Symbol fonts' bullets (U+F0xx), pounds, fractions and accents are not among them.
# Fewer characters prove nothing: they may be a mark of a template.
_ODD_SHARE = 0.3
_FEWEST_SIGNS = 30
_ODD = re.compile(
    '[!"#$@<>=?\\[\\\\\\]^`{|}~\x00-\x08\x0e-\x1f\x7f-\xa2\xa4-\xae\xb4\xb6-\xbb\ue000-\uf01f\uf100-\uf8ff\ufffd]'
)
_WORD = re.compile("[a-z]{2,}")


def is_legible(text: str) -> bool:
    """Whether a text can be read; one too short to tell by can."""
    if len(_COMMON_WORDS.intersection(text[:_SAMPLE].lower().split())) >= _ENOUGH_COMMON_WORDS:
        return True
    visible = "".join(text.split())
    if len(visible) >= _FEWEST_SIGNS and len(_ODD.findall(visible)) > _ODD_SHARE * len(visible):
        return False
    share, pairs = common_pairs(text)
    return pairs < _FEWEST_PAIRS or share >= _WRITTEN_SHARE


def common_pairs(text: str) -> tuple[float, int]:
    """The share of common pairs among the pairs of letters inside the words of a text, and how many these are."""
    words = _WORD.findall(text.lower())
    pairs = [word[at : at + 2] for word in words for at in range(len(word) - 1)]
    return sum(pair in _COMMON_PAIRS for pair in pairs) / max(len(pairs), 1), len(pairs)
