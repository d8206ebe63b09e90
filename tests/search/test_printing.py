"""What the command line prints of a search."""

from __future__ import annotations

from collections.abc import Callable

from briefer.briefing.model import Card
from briefer.search.index import Index
from briefer.search.printing import results_json, results_lines


def test_json_has_the_promised_shape(
    card: Callable[..., Card], index: Callable[..., Index]
) -> None:
    found = index(card("x", "Hotline", "A <b>hotline & more"), text="One hotline")
    printed = results_json(found.search("hotlines", limit=None))
    took, scores = printed.pop("took_ms"), [hit.pop("score") for hit in printed["hits"]]
    assert isinstance(took, float)
    assert scores == sorted(scores, reverse=True)
    assert printed == {
        "query": "hotlines",
        "explained": "“hotlines”",
        "total": 2,
        "hits": [
            {
                "type": "card",
                "id": "x",
                "kind": "channels",
                "title": "Hotline",
                "snippet": "A &lt;b&gt;<mark>hotline</mark> &amp; more",
            },
            {
                "type": "passage",
                "document": "article",
                "paragraph": 1,
                "snippet": "One <mark>hotline</mark>",
            },
        ],
    }


def test_json_says_what_was_guessed(card: Callable[..., Card], index: Callable[..., Index]) -> None:
    printed = results_json(index(card("x", "Sullivan", "b")).search("Sulivan"))
    assert printed["explained"] == "“Sulivan”. No exact match; showing Sullivan"


def test_lines_for_people(card: Callable[..., Card], index: Callable[..., Index]) -> None:
    found = index(card("x", "Hot\x1b[31mline", "A hotline"), text="One hotline")
    lines = list(results_lines(found.search("hotline")))
    assert lines[0] == "“hotline”: 2 hits"
    assert "A *hotline*" in lines[3]
    assert not any("\x1b" in line for line in lines)


def test_nothing_found_is_said(card: Callable[..., Card], index: Callable[..., Index]) -> None:
    assert list(results_lines(index(card("x", "T", "b")).search("zzz"))) == ["“zzz”: 0 hits"]
