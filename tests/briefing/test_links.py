"""Links and relations between cards."""

from collections.abc import Callable

from briefer.briefing.model import Briefing

Read = Callable[..., Briefing]


def said(briefing: Briefing) -> list[tuple[str, int, int]]:
    return [(p.code, p.place.line, p.place.column) for p in briefing.problems]


def related(briefing: Briefing, card: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.label, each.cards) for each in briefing.relations.get(card, ())]


def test_a_relation_shows_from_both_ends(read: Read) -> None:
    briefing = read(
        "# Channels\n## Line\nActors: [[US]], Russia\nChannels: [[Talks]]\n## Talks\n"
        "# Actors\n## US\n## Russia\nChannels: [[Talks]]\n"
    )
    assert related(briefing, "line") == [("Actors", ("us", "russia")), ("See also", ("talks",))]
    assert related(briefing, "talks") == [("Actors", ("russia",)), ("See also", ("line",))]
    assert related(briefing, "us") == [("Channels", ("line",))]
    assert related(briefing, "russia") == [("Channels", ("talks", "line"))]
    assert briefing.problems == ()


def test_a_relation_written_on_both_ends_counts_once(read: Read) -> None:
    briefing = read("# Channels\n## A\nActors: [[B]]\n# Actors\n## B\nChannels: [[A]], [[a]]\n")
    assert related(briefing, "b") == [("Channels", ("a",))]


def test_a_dead_link_suggests_what_was_meant(read: Read) -> None:
    briefing = read(
        "# Channels\n## Crisis hotlines\n\nTo [[Crisis hotline]] and [[nowhere at all]].\n"
    )
    assert said(briefing) == [("link-dead", 4, 4), ("link-dead", 4, 27)]
    assert "[[Crisis hotlines]]" in briefing.problems[0].message
    assert "Did you mean" not in briefing.problems[1].message


def test_an_ambiguous_link_leads_to_the_first(read: Read) -> None:
    briefing = read("# Channels\n## Line {#a}\n\n[[Line]] [[LINE]]\n## Line {#b}\n")
    assert said(briefing) == [("link-ambiguous", 4, 1), ("link-ambiguous", 4, 10)]
    found = briefing.names.find("line")
    assert found is not None
    assert found.id == "a"


def test_ids_come_before_titles_and_titles_before_aliases(read: Read) -> None:
    briefing = read("# Channels\n## b {#a}\nAlso known as: x\n## a {#b}\n## x {#c}\n")
    assert [getattr(briefing.names.find(name), "id", None) for name in "abxX"] == [
        "a",
        "b",
        "c",
        "c",
    ]


def test_a_name_without_brackets_that_is_nearly_right_gets_a_suggestion(read: Read) -> None:
    briefing = read("# Channels\n## A\nActors: russia, Rusia, Nobody\n# Actors\n## Russia {#ru}\n")
    assert [problem.code for problem in briefing.problems] == ["name-unlinked"] * 3
    assert sum("[[Russia]]" in problem.message for problem in briefing.problems) == 2
    assert briefing.relations == {}


def test_a_relation_that_is_misspelt_gets_a_suggestion(read: Read) -> None:
    cards = "# Channels\n## A\n{}: [[Russia]]\n# Actors\n## Russia\n"
    for key in ("Actorz", "actor", "Acters", "Chanels"):
        (problem,) = read(cards.format(key)).problems
        assert (problem.code, problem.place.line) == ("field-misspelt", 3)
        meant = "Channels" if key == "Chanels" else "Actors"
        assert problem.message.endswith(f"Did you mean {meant}?")
    for key in ("Boss", "Author", "Contact", "Via", "Rests on"):
        assert read(cards.format(key)).problems == ()
    assert read("# Channels\n## A\nActorz: many\n# Actors\n## Russia\n").problems == ()


def test_a_card_of_another_kind_is_named_and_shown_under_its_own(read: Read) -> None:
    briefing = read("# Channels\n## A\nActors: [[P]]\n# Actors\n## B\n# Purposes\n## P\n")
    assert said(briefing) == [("relation-kind", 3, 1)]
    assert related(briefing, "a") == [("Purposes", ("p",))]


def test_mentions_are_links_in_prose_that_are_no_relation(read: Read) -> None:
    briefing = read(
        "# Channels\n## A\nActors: [[B]]\nBoss: [[C]]\n\n[[B]] and [[A]]\n"
        "# Actors\n## B\n## C\n\n### Notes\n\n[[a]] [[b]]\n"
    )
    assert briefing.mentions == {"c": ("a",), "a": ("c",), "b": ("c",)}


def test_links_in_introductions_are_checked(read: Read) -> None:
    assert said(read("# Channels\n\n[[nowhere]]\n\n## A\n")) == [("link-dead", 3, 1)]


def test_an_agenda_names_cards_that_exist(read: Read) -> None:
    manifest = (
        'title = "T"\n[[documents]]\nid = "a"\ntitle = "A"\nfile = "documents/article.txt"\n'
        '[[agendas]]\nid = "short"\ntitle = "Short"\nminutes = 3\ncards = ["b", "hotlines", "b"]\n'
    )
    briefing = read("# Channels\n## Hotline\n## B\n", manifest=manifest)
    assert briefing.agendas[0].cards == ("b", "b")
    assert said(briefing) == [("agenda-unknown-card", 10, 1)]
    assert "“Hotline”" in briefing.problems[0].message


def test_a_thousand_dead_links_are_told_quickly(read: Read) -> None:
    cards = "".join(f"## Card number {n}\n\n[[Card nomber {n}x]]\n" for n in range(1000))
    assert len(read("# Channels\n" + cards).problems) == 1000
