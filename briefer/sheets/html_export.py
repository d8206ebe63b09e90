"""A selection -> one HTML file with everything in it: styles, images, links between the cards."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from html import escape
from typing import Any

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.sheets.cleaning import without_silent
from briefer.sheets.node_html import html_of
from briefer.sheets.options import Options
from briefer.sheets.pages import Shape, pages_of

_STYLE = (
    "body{font-family:Georgia,serif;line-height:1.45;max-width:46em;margin:2em auto;padding:0 1em}"
    "h1,h2,h3,h4,th,.label{font-family:Arial,sans-serif}"
    "table{border-collapse:collapse;margin:1em 0}"
    "td,th{border-top:1px solid #bbb;border-bottom:1px solid #bbb;padding:.25em .6em;"
    "text-align:left;vertical-align:top}"
    "blockquote{border-left:3px solid #777;margin:1em 0;padding:0 1em;font-style:italic}"
    "blockquote small{font-style:normal}.alarm{background:#000;color:#fff;font-style:normal;"
    "padding:.2em .5em}.marking{text-align:center;font-weight:bold;font-family:Arial,sans-serif}"
)


def html_page_of(briefing: Briefing, report: Report, options: Options) -> str:
    """Return the chosen cards as one HTML document, in the order of the sheets."""
    data, assets = pages_of(briefing, report, options, Shape(contents=False))
    data = without_silent(data)
    images = {name: _embedded(name, content) for name, content in assets.items()}
    banner = f'<p class="marking">{escape(data["marking"])}</p>' if data["marking"] else ""
    body = "".join(_group(group, images) for group in data["groups"])
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(briefing.language, quote=True)}"><head>'
        f'<meta charset="utf-8"><title>{escape(data["title"])}</title>'
        f"<style>{_STYLE}</style></head><body>{banner}{_head(data)}{body}"
        f"<hr><p>{escape(data['footer'])}</p>{banner}</body></html>\n"
    )


def cards_html(briefing: Briefing, report: Report, options: Options) -> str:
    """Return the chosen cards as HTML to be pasted into mail: no page around them, no images."""
    data, assets = pages_of(briefing, report, options, Shape(contents=False))
    data = without_silent(data)
    images = dict.fromkeys(assets, "")
    return "".join(_group(group, images) for group in data["groups"])


def _head(data: Mapping[str, Any]) -> str:
    line = " · ".join(part for part in (", ".join(data["authors"]), data["date_line"]) if part)
    documents = "".join(
        f"<li>{escape(d['letter'])}: {escape(d['title'])} ({escape(d['note'])})</li>"
        for d in data["documents"]
    )
    return (
        f"<h1>{escape(data['title'])}</h1><p>{escape(data['subtitle'])}</p><p>{escape(line)}</p>"
        f"<ul>{documents}</ul>"
    )


def _group(group: Mapping[str, Any], images: Mapping[str, str]) -> str:
    heading = f"<h2>{escape(group['heading'])}</h2>" if group["heading"] else ""
    level = 3 if heading else 2
    cards = "".join(_card(card, images, level) for card in group["cards"])
    return heading + html_of(group["intro"], images) + cards


def _card(card: Mapping[str, Any], images: Mapping[str, str], level: int) -> str:
    rows = "".join(_row(row, images) for row in card["facts"])
    asides = (("Speaker notes", card["notes"]), ("My notes", card["own"]))
    notes = "".join(f"<p><b>{name}</b></p>{html_of(part, images)}" for name, part in asides if part)
    return (
        f'<h{level} id="card-{card["number"]}">{escape(card["title"])}</h{level}>'
        f"<p><strong>{html_of(card['summary'], images)}</strong></p>"
        f"{f'<table>{rows}</table>' if rows else ''}{html_of(card['body'], images)}"
        f"{notes}"
    )


def _row(row: Mapping[str, Any], images: Mapping[str, str]) -> str:
    value = html_of(row["value"], images)
    return f'<tr><th scope="row">{escape(row["label"])}</th><td>{value}</td></tr>'


def _embedded(name: str, content: bytes) -> str:
    kind = {"jpg": "jpeg"}.get(name.rpartition(".")[2], name.rpartition(".")[2])
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
