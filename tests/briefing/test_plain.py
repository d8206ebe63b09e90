"""Plain words are what remains after Markdown, as Python-Markdown would render it."""

import html
import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.briefing.escaping import escaped
from briefer.briefing.plain import plain, plain_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*one* **two** ***three*** _four_ __five__", "one two three four five"),
        ("snake_case_name 2*3*4 5 * 6", "snake_case_name 234 5 * 6"),
        ("**bold *and* more**", "bold and more"),
        ("*open **and**", "*open and"),
        ("`a *b*` ``c ` d``", "a *b* c ` d"),
        ("[text](url \"title\") ![alt](src) [[x|shown]] [[y]]", "text alt shown y"),
        ("[T]he [sic] talks", "[T]he [sic] talks"),
        ("note[^1] more [^a]", "note more"),
        ("\\*not\\* \\_em\\_ \\[x\\]", "*not* _em_ [x]"),
        ("a &amp; b &lt;c&gt; &#8212; &mdash; &unknown;", "a & b <c> — — &unknown;"),
        ("<https://x.org/a_b_c> <b>raw</b>", "https://x.org/a_b_c <b>raw</b>"),
        ("- one\n- two\n\n  three\n1. four", "one two three four"),
        ("# Head #\n\nText\n\n***\n\nMore", "Head Text More"),
        ("> one\n> > two", "one two"),
        ("| a | b |\n|---|---|\n| c | d\\|e |", "a b c d|e"),
        ("```py\n*x*  y\n```\nz", "*x* y z"),
        ("Said so [@article, ¶1].", "Said so."),
        ("Text {: .class }", "Text"),
        ("*one\ntwo*", "one two"),
        ("Term\n:   Meaning", "Term Meaning"),
        ("", ""),
    ],
)  # fmt: skip
def test_words_remain(text: str, words: str) -> None:
    assert plain_words(text) == words


@pytest.mark.parametrize(
    ("text", "emphasized"),
    [("*a*", True), ("__a__", True), ("a*", False), ("\\*a\\*", False), ("`*a*`", False)],
)
def test_emphasis_is_noticed(text: str, emphasized: bool) -> None:
    assert plain(text).emphasized is emphasized


_atom = st.sampled_from(
    ["word", "Two", "a_b", "5", "¶4", "–", "…", "U.S.", "it’s", "(x)", "“q”", "&amp;", "\\*", "\\_"]
)
_inline = st.recursive(
    _atom,
    lambda inner: st.one_of(
        inner.map(lambda text: f"*{text}*"),
        inner.map(lambda text: f"**{text}**"),
        inner.map(lambda text: f"[{text}](target)"),
        _atom.filter(lambda atom: "\\" not in atom and "&" not in atom).map(lambda a: f"`{a}`"),
        st.lists(inner, min_size=2, max_size=3).map(" ".join),
    ),
    max_leaves=5,
).filter(
    # a link inside a link is none to anybody
    lambda text: "***" not in text and not re.search(r"\*\*.*\*\*.*\*\*|\[[^\]]*\[", text)
)
_paragraph = st.lists(_inline, min_size=1, max_size=4).map(" ".join)
_block = st.one_of(
    _paragraph,
    _paragraph.map(lambda text: f"- {text}\n- item"),
    _paragraph.map(lambda text: f"1. {text}"),
    _paragraph.map(lambda text: f"### {text}"),
    _paragraph.map(lambda text: f"> {text}"),
)


@given(st.lists(_block, min_size=1, max_size=3).map("\n\n".join))
def test_python_markdown_leaves_the_same_words(text: str) -> None:
    shown = html.unescape(re.sub(r"<[^>]+>", " ", markdown.markdown(text)))
    assert "".join(plain_words(text).split()) == "".join(shown.split())


@given(st.text(max_size=200))
def test_any_text_has_plain_words(text: str) -> None:
    words = plain_words(text)
    assert words == " ".join(words.split())


@given(st.text(alphabet=st.sampled_from('ab 1.*_`[]()<>&\\|#-+=~!:{}"“”\n'), max_size=60))
def test_escaped_words_come_back(text: str) -> None:
    assert plain_words(escaped(text)) == " ".join(text.split())
