"""Every form that quotations and citations are written in, from the file to the checker's object.

Each case is a card; what it must give is known beforehand: paragraph, grade, via and stance.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

from briefer.briefing.reading import read_briefing
from briefer.evidence.checker import check
from briefer.evidence.printing import report_json

TEXT = """\
The line was opened in 1963, and it has not been closed since. "We test it," said Col. Smith.
AT&T carried it until 1978; 3 * 4 = 12 and a_b_c stand here. See http://example.org/x for more.
“Yes,” he said, “we go.” The unbelievable news [from Moscow] came at noon.
One thing: first the cable. Then the radio. Then the satellite. Finally the fibre. 😀 e\u0301tude.
"""
TOML = 'title = "T"\n[[documents]]\nid = "a"\ntitle = "A"\nfile = "a.txt"\nparagraphs = "lines"\n'
LINE = "> The line was opened in 1963\n"
NUMBERS = ("¶1", "p1", "1", "A1", "p. 1", "para 1", "¶ 1", "P1", "§1", "paragraph 1", "a1", "¶¶1")
RANGES = ("¶1–2", "1-2", "¶1-¶2", "A1–A2", "p1-2", "¶1—2", "pp. 1–2")
DASHES = ("— ", "—", "– ", "-- ", "- ", "", "--- ")
TAILS = {
    "— [@a, ¶1] via [[Reuters]]": ("reuters", "supports"),
    "— [@a, ¶1] via Reuters": ("reuters", "supports"),
    "— [@a, ¶1] via a local paper": ("a local paper", "supports"),
    "— [@a, ¶1], via [[Reuters|the agency]], disputes": ("reuters", "disputes"),
    "— [@a, ¶1, disputes] via [[Reuters]]": ("reuters", "disputes"),
    "— [@a, ¶1] via [[Reuters]], context": ("reuters", "context"),
    "— [@a, ¶1] disputes": (None, "disputes"),
    "— [@a, ¶1], Disputes": (None, "disputes"),
    "[@a, 1, context]": (None, "context"),
    "— [@a, disputes]": (None, "disputes"),
    "— Col. Smith [@a, ¶1]": (None, "supports"),
    "— [@a, ¶1] Col. Smith": (None, "supports"),
    "— [@a ¶1]": (None, "supports"),
    "— [@a]": (None, "supports"),
    "": (None, "supports"),
}
FIRST, FOURTH = (1, "verbatim"), (4, "verbatim")
FORMS: dict[str, tuple[tuple[int, str], ...]] = {
    # block quotes, wherever they stand
    "> The line was opened in 1963\n— [@a, ¶1]": (FIRST,),
    "> The line was opened in 1963\n>\n> — [@a, ¶1]": (FIRST,),
    "> The line was opened\n> — [@a, ¶1]\n> Then the radio.\n> — [@a, ¶4]": (FIRST, FOURTH),
    "> The line was opened\n> — [@a, ¶1]\n\n> Then the radio.\n> — [@a, ¶4]": (FIRST, FOURTH),
    "> The line was opened in\n1963, and it has not\n> been closed since.\n> — [@a]": (FIRST,),
    '> been closed since.\n>\n> "We test it,"\n> — [@a]': (FIRST,),
    "> first the cable.\n>\n> - Then the radio.\n> - Then the satellite.\n> — [@a]": (FOURTH,),
    "> 1. Then the radio.\n> 2. Then the satellite.\n>\n> — [@a, 4]": (FOURTH,),
    "- item\n\n  > The line was opened\n  > — [@a, ¶1]\n\n  more": (FIRST,),
    "1. item\n   > The line was opened\n   > — [@a, ¶1]": (FIRST,),
    "- > The line was opened\n  > — [@a, ¶1]": (FIRST,),
    "- a\n  - > The line was opened\n    > — [@a, ¶1]": (FIRST,),
    "> > The line was opened\n> > — [@a, ¶1]": (FIRST,),
    ">The line was opened\n>— [@a, ¶1]": (FIRST,),
    "   > The line was opened\n   > — [@a, ¶1]": (FIRST,),
    "Text[^1].\n\n[^1]: As told:\n\n    > The line was opened\n    > — [@a, ¶1]": (FIRST,),
    "Text[^1].\n\n[^1]: > The line was opened\n    > — [@a, ¶1]": (FIRST,),
    "Term\n:   As\n\n    > The line was opened\n    > — [@a, ¶1]": (FIRST,),
    "### Notes\n\n“The line was opened” [@a].\n\n> Then the radio.\n> — [@a]": (FIRST, FOURTH),
    "> [!quote]\n> The line was opened\n> — [@a, ¶1]": (),
    "> [!note] T\n> own\n> > The line was opened\n> > — [@a, ¶1]\n>\n> own": (FIRST,),
    "> [!note] T\n> own “The line was opened” [@a, ¶1]": (FIRST,),
    "```\n> The line was opened\n> — [@a]\n```": (),
    "    > The line was opened\n    > — [@a]": (),
    # what remains after Markdown
    "> AT&amp;T carried it until 1978\n> — [@a]": ((2, "verbatim"),),
    "> 3 \\* 4 = 12 and a\\_b\\_c stand here\n> — [@a]": ((2, "verbatim"),),
    "> 3 * 4 = 12 and a_b_c stand here\n> — [@a]": ((2, "verbatim"),),
    "> See <http://example.org/x> for more.\n> — [@a]": ((2, "verbatim"),),
    "> “Yes,” he said, “we go.”\n> — [@a]": ((3, "verbatim"),),
    '> "Yes," he said, "we go."\n> — [@a]': ((3, "verbatim"),),
    "> The un*believ*able news \\[from Moscow\\] came\n> — [@a]": ((3, "verbatim"),),
    "> The **line** *was* ***opened*** in __1963__\n> — [@a]": (FIRST,),
    '> The [line](http://x.y "t") was [[Reuters|opened]] in `1963`\n> — [@a]': (FIRST,),
    "> The line was[^1] opened[^n]\n> — [@a]\n\n[^1]: x\n[^n]: y": (FIRST,),
    "> The line was opened  \n> in\\\n> 1963\n> — [@a]": (FIRST,),
    "> «The line was opened»\n> — [@a]": (FIRST,),
    "> „The line was opened“\n> — [@a]": (FIRST,),
    "> ‘The line was opened’\n> — [@a]": (FIRST,),
    "> finally the fibre. 😀 étude.\n> — [@a]": (FOURTH,),
    "> … it has not … closed since.\n> — [@a, ¶1]": ((1, "shortened"),),
    "> [T]he line was [in fact] opened\n> — [@a, ¶1]": ((1, "shortened"),),
    "> The line was closed in 1963\n> — [@a, ¶1]": ((1, "altered"),),
    # quoted words in running text
    "He said “the line was opened” [@a, ¶1].": (FIRST,),
    "He said “the line was opened,” [@a, ¶1].": (FIRST,),
    "He said “the line was opened”, [@a, ¶1].": (FIRST,),
    "He said “the line was opened”; [@a, ¶1].": (FIRST,),
    'He said "the line was opened": [@a, ¶1].': (FIRST,),
    "He said «the line was opened». [@a, ¶1]": (FIRST,),
    "He said « the line was opened » [@a, ¶1].": (FIRST,),
    "He said „the line was opened“ [@a, ¶1].": (FIRST,),
    "He said “the line was\nopened” [@a,\n¶1].": (FIRST,),
    "He said “one” “the line was opened” [@a, ¶1].": (FIRST,),
    "He said “the *line* was **opened**” [@a, ¶1].": (FIRST,),
    "He said “the [old] line … opened” [@a, ¶1].": ((1, "shortened"),),
    "*He said “the line was opened” [@a, ¶1].*": (FIRST,),
    "#### “The line was opened” [@a, ¶1]": (FIRST,),
    "| a | b |\n| --- | --- |\n| “the line was opened” [@a, ¶1] | [[Reuters\\|x]] |": (FIRST,),
    "Text[^1].\n\n[^1]: “The line was opened” [@a, ¶1]": (FIRST,),
    "Term\n: “The line was opened” [@a, ¶1]": (FIRST,),
    "He said “the line was opened” and left [@a, ¶1].": (),
    "`“The line was opened” [@a]`": (),
}


class Case(NamedTuple):
    """A card's text and the quotations that it must give."""

    text: str
    expected: tuple[tuple[list[int], str, str | None, str], ...]


def _cases() -> list[Case]:
    simple = [f"{LINE}> — [@a, {said}]" for said in (*NUMBERS, *RANGES)]
    simple += [f"{LINE}> {dash}[@a, ¶1]" for dash in DASHES]
    cases = [Case(text, (([1], "verbatim", None, "supports"),)) for text in simple]
    cases += [Case(f"{LINE}> {t}", (([1], "verbatim", *said),)) for t, said in TAILS.items()]
    return cases + [
        Case(text, tuple(([n], grade, None, "supports") for n, grade in found))
        for text, found in FORMS.items()
    ]


CASES = _cases()


def checked(folder: Path, line_end: str = "\n", mark: str = "") -> dict[str, Any]:
    """Return the checker's object for a briefing of all cases."""
    cards = [f"## C {n} {{#c{n}}}\n\nSummary.\n\n{case.text}\n" for n, case in enumerate(CASES)]
    breakdown = "# Sources\n\n## Reuters\n\n# Things\n\n" + "\n".join(cards)
    (folder / "briefing.toml").write_text(TOML, encoding="utf-8")
    for name, text in (("a.txt", TEXT), ("breakdown.md", breakdown)):
        data = (mark + text.replace("\n", line_end)).encode()
        (folder / name).write_bytes(data)
    briefing = read_briefing(folder)
    return report_json(briefing, check(briefing))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return checked(tmp_path_factory.mktemp("forms"))


@pytest.mark.parametrize("number", range(len(CASES)), ids=[repr(case.text) for case in CASES])
def test_it_is_read_and_graded_as_written(report: dict[str, Any], number: int) -> None:
    mine = [q for q in report["quotations"] if q["card"] == f"c{number}"]
    found = tuple((q["paragraphs"], q["grade"], q["via"], q["stance"]) for q in mine)
    assert found == CASES[number].expected


def test_the_ranges_hold_what_is_quoted(report: dict[str, Any]) -> None:
    last = next(q for q in report["quotations"] if "étude" in CASES[int(q["card"][1:])].text)
    ((start, end),) = last["ranges"]
    assert TEXT[start:end] == "Finally the fibre. 😀 e\u0301tude."


def test_nothing_else_is_complained_of(report: dict[str, Any]) -> None:
    codes = {problem["code"] for problem in report["problems"]}
    assert codes == {"quotation-altered"}


@pytest.mark.parametrize(("line_end", "mark"), [("\r\n", ""), ("\r", ""), ("\r\n", "\ufeff")])
def test_line_ends_and_byte_order_marks_change_nothing(
    report: dict[str, Any], tmp_path: Path, line_end: str, mark: str
) -> None:
    assert checked(tmp_path, line_end, mark) == report
