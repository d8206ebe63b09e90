"""A selection -> one HTML file with everything in it: styles, images, links between the cards."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from html import escape
from typing import Any

from briefer.briefing.model import Briefing
from briefer.evidence.model import Report
from briefer.language import tr
from briefer.sheets.cleaning import without_silent
from briefer.sheets.node_html import html_of
from briefer.sheets.options import Options
from briefer.sheets.pages import Shape, pages_of

_SANS = "font-family:Inter,Arial,sans-serif"
_STYLE = (
    "body{font-family:'Source Serif 4',Georgia,serif;line-height:1.45;color:#14181f;"
    "max-width:44em;margin:2em auto;padding:0 1em;overflow-wrap:anywhere}"
    f"h1,h2,h3,h4,th,.kind,.marking,.alarm,small,.foot{{{_SANS}}}"
    "h1{line-height:1.15;margin:.8em 0 .3em}h2{margin:2.2em 0 .6em;padding-top:.3em;"
    "border-top:3px solid}h3{font-size:1.35em;margin:.1em 0 .4em}"
    ".kind{font-size:.75em;font-weight:600;letter-spacing:.06em;text-transform:uppercase;"
    "margin:2em 0 0}.line{font-size:1.13em;margin:.4em 0 .8em}"
    "table{border-collapse:collapse;margin:1em 0;width:100%}"
    "td,th{border-top:1px solid #c4cad3;border-bottom:1px solid #c4cad3;padding:.3em .6em .3em 0;"
    "text-align:left;vertical-align:top}th{font-size:.8em;color:#525c6a}"
    "th[scope=row]{width:9em}thead th{border-top:2px solid;border-bottom-color:#14181f}"
    "blockquote{border-left:3px solid #525c6a;margin:1em 0 1em 1.5em;padding:0 0 0 1em;"
    "font-style:italic}blockquote[dir=rtl]{border-left:0;border-right:3px solid #525c6a;"
    "padding:0 1em 0 0}blockquote p{margin:.35em 0}small{font-style:normal;color:#525c6a}"
    ".alarm{font-style:normal;font-size:.8em}.alarm strong{background:#14181f;color:#fff;"
    "padding:.2em .5em}.marking{text-align:center;font-weight:bold}"
    ".foot{font-size:.8em;color:#525c6a;border-top:1px solid #c4cad3;padding-top:.6em;"
    "margin-top:3em}img{max-width:100%;height:auto}a{color:#1d4f91}"
    "@media print{h3,.kind{break-after:avoid}blockquote,tr{break-inside:avoid}}"
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
        f'<p class="foot">{escape(data["footer"])}</p>{banner}</body></html>\n'
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
    name, color = escape(group["heading"]), group["color"]  # a colour is checked where it is read
    heading = f'<h2 style="color:{color}">{name}</h2>' if name else ""
    level = 3 if heading else 2
    cards = "".join(_card(card, images, level) for card in group["cards"])
    return heading + html_of(group["intro"], images) + cards


def _card(card: Mapping[str, Any], images: Mapping[str, str], level: int) -> str:
    rows = "".join(_row(row, images) for row in card["facts"])
    asides = ((tr("Speaker notes"), card["notes"]), (tr("My notes"), card["own"]))
    notes = "".join(f"<p><b>{name}</b></p>{html_of(part, images)}" for name, part in asides if part)
    label = escape(card["label"])
    kind = f'<p class="kind" style="color:{card["color"]}">{label}</p>' if label else ""
    way = f' dir="{card["summary_dir"]}"' if card["summary_dir"] else ""
    return (
        f'{kind}<h{level} id="card-{card["number"]}">{escape(card["title"])}</h{level}>'
        f'<p class="line"{way}>{html_of(card["summary"], images)}</p>'
        f"{f'<table>{rows}</table>' if rows else ''}{html_of(card['body'], images)}"
        f"{notes}"
    )


def _row(row: Mapping[str, Any], images: Mapping[str, str]) -> str:
    value = html_of(row["value"], images)
    return f'<tr><th scope="row">{escape(row["label"])}</th><td>{value}</td></tr>'


def _embedded(name: str, content: bytes) -> str:
    kind = {"jpg": "jpeg"}.get(name.rpartition(".")[2], name.rpartition(".")[2])
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"
