"""The breakdown becomes kinds and cards."""

from collections.abc import Callable

import pytest

from briefer.briefing.breakdown import MOST_KINDS
from briefer.briefing.model import Briefing, Card, Problem

Read = Callable[..., Briefing]


def codes(briefing: Briefing) -> list[tuple[str, int]]:
    return [(problem.code, problem.place.line) for problem in briefing.problems]


def card(read: Read, text: str) -> Card:
    return read(f"# Channels\n\n## A card\n{text}").cards[0]


def test_level_one_headings_name_kinds_and_introduce_them(read: Read) -> None:
    briefing = read(
        "# A title\n\nIgnored.\n\n# Channels\n\nWhat they *are*.\n\n## One\n\n# Fruit\n\n## Two"
    )
    channels, fruit = briefing.kinds
    assert (channels.id, channels.singular, channels.color) == ("channels", "Channel", "#1f5fbf")
    assert channels.introduction.text == "What they *are*."
    assert (fruit.heading, fruit.singular) == ("Fruit", "Fruit")
    assert [each.kind for each in briefing.cards] == ["channels", "fruit"]
    assert briefing.problems == ()


def test_briefing_toml_shapes_kinds(read: Read) -> None:
    manifest = (
        'title = "T"\n[[documents]]\nid = "a"\ntitle = "A"\nfile = "documents/article.txt"\n'
        '[[kinds]]\nheading = "Timeline"\nsingular = "Event"\nicon = "mdi6.x"\ncolor = "#7A5B00"\n'
        '[[kinds]]\nheading = "Actors"\ncolor = "#000000"\n'
    )
    kinds = read("# Timeline\n## One\n# Actors\n## Two", manifest=manifest).kinds
    assert [(k.singular, k.icon, k.color) for k in kinds] == [
        ("Event", "mdi6.x", "#7a5b00"),
        ("Actor", "mdi6.account-group-outline", "#000000"),
    ]


@pytest.mark.parametrize(
    ("heading", "card_id", "title"),
    [
        ("Armed-forces line {#line_1}", "line_1", "Armed-forces line"),
        ("The U.S. – Russia talks", "the-u-s-russia-talks", "The U.S. – Russia talks"),
        ("Über ﬁne № 5", "über-fine-no-5", "Über ﬁne № 5"),
        ("Связь с Москвой", "связь-с-москвой", "Связь с Москвой"),
        ("A *strong* `title` ##", "a-strong-title", "A strong title"),
        ("snake_case", "snake-case", "snake_case"),
        ("<b>x</b>", "b-x-b", "<b>x</b>"),
    ],
)
def test_a_heading_gives_title_and_id(read: Read, heading: str, card_id: str, title: str) -> None:
    found = read(f"# Channels\n## {heading}").cards[0]
    assert (found.id, found.title) == (card_id, title)


def test_a_doubled_id_is_an_error_and_opens_with_a_number(read: Read) -> None:
    briefing = read("# Channels\n## X\n## X\n## Other {#x}\n## X-2")
    assert [each.id for each in briefing.cards] == ["x", "x-2", "x-3", "x-2-2"]
    assert codes(briefing) == [("card-double-id", 3), ("card-double-id", 4), ("card-double-id", 5)]
    assert "breakdown.md, line 2" in briefing.problems[0].message


def test_a_bad_id_is_an_error_and_the_title_gives_one(read: Read) -> None:
    briefing = read("# Channels\n## A card {#Bad Id}\n## 你 {#}")
    assert [each.id for each in briefing.cards] == ["a-card", "你"]
    assert codes(briefing) == [("card-bad-id", 2), ("card-bad-id", 3)]


def test_an_endless_title_is_cut_with_a_warning(read: Read) -> None:
    briefing = read(f"# Channels\n## {'word ' * 200_000}{{#long}}\n\nIts text.")
    assert (len(briefing.cards[0].title), briefing.cards[0].id) == (400, "long")
    assert briefing.cards[0].body.text == "Its text."
    assert codes(briefing) == [("title-too-long", 2)]


@pytest.mark.parametrize(
    "further", ["".join(f"Key {turn}: value\n" for turn in range(1_000)), "Odd: " + "o " * 99_999]
)
def test_fields_beyond_the_bounds_are_text(read: Read, further: str) -> None:
    briefing = read(f"# Channels\n## A\nStatus: open\n{further}\nThe end.")
    only = briefing.cards[0]
    last = further.splitlines()[-1].strip()
    assert (only.field("status"), only.field(last.partition(":")[0])) == ("open", "")
    assert last in only.body.text
    assert [code for code, _ in codes(briefing)] == ["fields-too-many"]


def test_the_cards_of_very_many_kinds_stand_under_one(read: Read) -> None:
    briefing = read("".join(f"# Kind {turn}\n## Card {turn}\n" for turn in range(300)))
    assert (len(briefing.cards), len(briefing.kinds)) == (300, MOST_KINDS + 1)
    assert briefing.cards[MOST_KINDS - 1].kind == f"kind-{MOST_KINDS - 1}"
    assert {card.kind for card in briefing.cards[MOST_KINDS:]} == {"further-kinds"}
    assert codes(briefing) == [("kinds-too-many", 2 * MOST_KINDS + 2)]


def test_a_card_without_kind_or_title_is_there_with_a_warning(read: Read) -> None:
    briefing = read("## First\n## ")
    assert [(each.id, each.kind) for each in briefing.cards] == [
        ("first", "cards"),
        ("card", "cards"),
    ]
    assert codes(briefing) == [("card-without-kind", 1), ("card-without-title", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "```\n# No\n## No\n```",
        "~~~~ python\n# No\n~~~\n## No\n~~~~",
        "  ```\n## No\n  ```",
        "> ## No",
        "    ## No",
        "##No",
        "- ```\n  ## No\n  ```",
        "\\## No",
    ],
)
def test_what_is_no_heading_starts_no_card(read: Read, text: str) -> None:
    briefing = read(f"# Channels\n## Yes\n{text}\n\n## Also")
    assert [each.title for each in briefing.cards] == ["Yes", "Also"]


def test_a_fence_that_is_never_closed_swallows_no_card(read: Read) -> None:
    briefing = read("# Channels\n## One\n```\ncode\n## Two\n~~~\nx\n~~~\n## Three")
    assert [each.title for each in briefing.cards] == ["One", "Two", "Three"]
    assert codes(briefing) == [("fence-open", 3)]


def test_files_of_a_folder_are_read_in_name_order_and_kinds_go_on(read: Read) -> None:
    briefing = read(breakdown__2="## Two", breakdown__1="# Channels\n## One")
    assert [(each.title, each.kind, each.place.file) for each in briefing.cards] == [
        ("One", "channels", "breakdown/1.md"),
        ("Two", "channels", "breakdown/2.md"),
    ]


def test_fields_are_the_lines_under_the_heading(read: Read) -> None:
    found = card(
        read,
        "\n\nStatus: reported\n- as OF: 2024-05-01\nstatus: twice\nRatio: 1:2\n\nNot: a field\n",
    )
    assert [(field.key, field.value) for field in found.fields] == [
        ("Status", "reported, twice"),
        ("as OF", "2024-05-01"),
        ("Ratio", "1:2"),
    ]
    assert found.field("AS OF") == "2024-05-01"
    assert found.summary == "Not: a field"
    assert found.fields[0].place == ("breakdown.md", 6, 1)


@pytest.mark.parametrize(
    "line", ["https://x.org", "Key:value", "*Key*: value", "A [[link]]: value", "One two"]
)
def test_other_lines_are_no_fields(read: Read, line: str) -> None:
    found = card(read, f"{line}\nStatus: x")
    assert found.fields == ()
    assert found.summary.endswith("Status: x")


def test_links_of_fields_know_their_place(read: Read) -> None:
    found = card(read, "Actors: [[US]], [[Russia|RU]]\nActors: [[China]]")
    (field,) = found.fields
    assert field.value == "[[US]], [[Russia|RU]], [[China]]"
    assert [field.value[slice(*link.span)] for link in field.links] == [
        "[[US]]",
        "[[Russia|RU]]",
        "[[China]]",
    ]
    assert [tuple(link.place)[1:] for link in field.links] == [(4, 9), (4, 17), (5, 9)]


def test_aliases_are_split_at_commas(read: Read) -> None:
    assert card(read, "Also known as: DoD, the “Pentagon”,, DoD").aliases == (
        "DoD",
        "the “Pentagon”",
    )


def test_the_summary_is_the_first_paragraph_in_plain_words(read: Read) -> None:
    found = card(read, "Status: x\n\nA *line* of\ntwo [[x|links]] “a b” [@article, ¶1].\n\nMore.")
    assert found.summary == "A line of two links “a b”."
    assert found.body.text.startswith("A *line*")


@pytest.mark.parametrize(
    "body", ["- a list", "> a quote", "### Heading\n\nText", "```\nx\n```", "| a |\n|-|"]
)
def test_a_body_that_opens_otherwise_has_no_summary(read: Read, body: str) -> None:
    assert card(read, f"Status: x\n\n{body}").summary == ""


def test_notes_go_to_the_next_heading(read: Read) -> None:
    found = card(
        read,
        "\nBody [[a]].\n\n### Notes\n\nSay [[b]].\n\n### More\n\nRest [[c]].\n\n"
        "### NOTES\n\nSay on.",
    )
    assert found.body.text == "Body [[a]].\n\n\n### More\n\nRest [[c]]."
    assert found.notes.text == "Say [[b]].\n\n\n\nSay on."
    assert [link.place.line for link in (*found.body.links, *found.notes.links)] == [5, 13, 9]
    assert [found.body.text[slice(*link.span)] for link in found.body.links] == ["[[a]]", "[[c]]"]


def test_a_deeper_heading_that_ends_the_notes_is_named(read: Read) -> None:
    briefing = read("# Channels\n## A\n\nB.\n\n### Notes\n\nSay.\n\n#### Deeper\n\nText.")
    assert briefing.cards[0].notes.text == "Say."
    assert codes(briefing) == [("notes-ended", 10)]


def test_notes_in_code_are_body(read: Read) -> None:
    found = card(read, "\n```\n### Notes\n```\n\nText.")
    assert found.notes.text == ""
    assert found.body.text.endswith("Text.")


def test_left_out_sentences_have_their_reasons(read: Read) -> None:
    briefing = read(
        "# Channels\n## A\n\n# Left out\n\n> One two.\n> — [@article, ¶1]\n\n"
        "Said *twice*.\n\n> Three.\n"
    )
    assert [(o.quotation.words, o.reason) for o in briefing.omissions] == [
        ("One two.", "Said twice."),
        ("Three.", ""),
    ]
    assert [kind.id for kind in briefing.kinds] == ["channels"]
    assert codes(briefing) == [("reason-missing", 11)]


def test_a_card_under_left_out_is_named(read: Read) -> None:
    briefing = read("# Channels\n## A\n# Left out\n## B\n\n> One.\n\nWhy.")
    assert len(briefing.cards) == 1
    assert codes(briefing) == [("card-left-out", 4)]
    assert [omission.reason for omission in briefing.omissions] == ["Why."]


def test_problems_come_sorted_by_file_and_line_after_the_errors_of_the_manifest(
    read: Read,
) -> None:
    problems: tuple[Problem, ...] = read(
        "## A\n[[x]]\n## A\n[[y]]", manifest="zzz = 1\ntitle=2"
    ).problems
    rest = problems[2:]
    assert all((p.place.file, p.severity) == ("briefing.toml", "error") for p in problems[:2])
    assert list(rest) == sorted(rest, key=lambda problem: problem.place)
    assert {problem.place.file for problem in rest} == {"briefing.toml", "breakdown.md"}


def test_very_many_sentences_left_out_each_have_their_own_reason(read: Read) -> None:
    left_out = "".join(f"> Line {n}.\n> — [@a]\n\nFor {n} [[A]].\n\n" for n in range(5_000))
    omissions = read(f"# Channels\n## A\n\n# Left out\n\n{left_out}").omissions
    assert [omission.reason for omission in omissions] == [f"For {n} A." for n in range(5_000)]
    assert {len(omission.links) for omission in omissions} == {1}
