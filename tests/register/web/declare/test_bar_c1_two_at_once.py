"""bar-C1: two people answer one declaration at once; nothing is ever overwritten by somebody who has not seen it."""

import os
import threading
from dataclasses import dataclass, field

from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.factories.page import Page
from tests.factories.supplier import Supplier, filled, supplier_of

#: Orders in which two people open and send pages, drawn anew each.
RUNS = 1_000 if os.environ.get("BARS") == "full" else 4
#: What each question asks in these stories, and answers to pick from.
ANSWERS = {
    "people": {
        "full_name": ("Ana Mwikali", "Ana Nzuki", "A. M. Nzuki"),
        "residence": ("Kenya", "Uganda", "Tanzania"),
    },
    "companies": {"name": ("Kaiti Holdings", "Kaiti Group"), "number": ("PVT-A1", "PVT-B2", "PVT-C3")},
    "declarant": {"name": ("Grace Wanza", "Rose Mutheu"), "capacity": ("director", "owner")},
    "holdings": {"share": ("10", "20.5", "60"), "votes_kind": ("same", "none")},
}


@dataclass
class Window:
    """A page that stands open in somebody's browser, and the answers that its reader has seen in it."""

    page: Page
    seen: dict[str, str] = field(default_factory=dict)


class TwoPeople(RuleBasedStateMachine):
    """Both open pages and send them in any order. `there` is what the register holds, by question and field."""

    supplier: Supplier
    places: dict[str, str]

    @initialize()
    def begin(self) -> None:
        for slug, answers in ANSWERS.items():
            self._sends(
                Window(self._opens(slug).page), slug, {name: told[0] for name, told in answers.items()}
            )
        self.windows = {(who, slug): self._opens(slug) for who in "ab" for slug in ANSWERS}
        self.there = {slug: self._now(slug) for slug in ANSWERS}

    @rule(who=st.sampled_from("ab"), slug=st.sampled_from(sorted(ANSWERS)))
    def opens(self, who: str, slug: str) -> None:
        self.windows[who, slug] = self._opens(slug)

    @rule(
        who=st.sampled_from("ab"),
        slug=st.sampled_from(sorted(ANSWERS)),
        picks=st.tuples(st.integers(0, 9), st.integers(0, 9)),
        both=st.booleans(),
        mine=st.booleans(),
    )
    def answers(self, who: str, slug: str, picks: tuple[int, int], both: bool, mine: bool) -> None:
        window = self.windows[who, slug]
        names = list(ANSWERS[slug])[: 2 if both else 1]
        typed = {
            name: ANSWERS[slug][name][pick % len(ANSWERS[slug][name])]
            for name, pick in zip(names, picks, strict=False)
        }
        sent = {name: str(filled(window.page)[name]) for name in ANSWERS[slug]} | typed
        before = self.there[slug]

        status, text = self._sends(window, slug, typed)

        after = self.there[slug] = self._now(slug)
        if status == 302:
            assert after == sent
            assert before in (window.seen, sent), "an answer was overwritten that nobody had seen"
            self.windows[who, slug] = self._opens(slug)
            return
        assert status == 409
        assert after == before, "a refused answer changed something"
        assert all(text.count(each) for each in (*typed.values(), *_differing(before, sent)))
        if mine:
            self.windows[who, slug] = Window(Page(text), before)

    def _opens(self, slug: str) -> Window:
        page = self.supplier.see(self.places[slug])
        return Window(page, {name: str(filled(page).get(name, "")) for name in ANSWERS[slug]})

    def _now(self, slug: str) -> dict[str, str]:
        return self._opens(slug).seen

    def _sends(self, window: Window, slug: str, typed: dict[str, str]) -> tuple[int, str]:
        answer = self.supplier.post(self.places[slug], window.page, **typed)
        assert answer.status_code in (302, 409), answer.text[:300]
        return answer.status_code, answer.text


def _differing(before: dict[str, str], sent: dict[str, str]) -> list[str]:
    """What was there and is not what was sent; codes of choices are shown in words."""
    return [
        value
        for name, value in before.items()
        if value != sent[name] and name in ("full_name", "name", "share")
    ]


def _declaration(app: Flask) -> tuple[Supplier, dict[str, str]]:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    ana, kaiti = supplier.names("Ana Mwikali"), supplier.names_body("Kaiti Holdings")
    supplier.holds(ana, share="10")
    places = {
        "people": f"people/{ana}",
        "companies": f"companies/{kaiti}",
        "declarant": "declarant",
        "holdings": f"holdings/{ana}.subject",
    }
    return supplier, places


def test_bar_c1_in_any_order_nothing_is_overwritten_unseen(app: Flask) -> None:
    TwoPeople.supplier, TwoPeople.places = _declaration(app)

    run_state_machine_as_test(
        TwoPeople,
        settings=settings(
            max_examples=RUNS,
            deadline=None,
            stateful_step_count=18,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_bar_c1_of_many_at_the_same_instant_one_is_saved_and_the_others_are_told(app: Flask) -> None:
    supplier, places = _declaration(app)
    names = [f"Ana the {number}th" for number in range(6)]
    pages = [supplier.see(places["people"]) for _ in names]
    start, answers = threading.Barrier(len(names)), {}

    def send(name: str, page: Page) -> None:
        start.wait(timeout=30)
        client = Supplier(app.test_client(), supplier.company)
        client.client._cookies = supplier.client._cookies
        answers[name] = client.post(places["people"], page, full_name=name)

    threads = [threading.Thread(target=send, args=pair) for pair in zip(names, pages, strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    saved = [name for name, answer in answers.items() if answer.status_code == 302]
    assert len(saved) == 1
    assert {answer.status_code for answer in answers.values()} == {302, 409}
    assert supplier.see(places["people"]).at("full_name").attributes["value"] == saved[0]
    assert all(
        saved[0] in answer.text and name in answer.text
        for name, answer in answers.items()
        if name not in saved
    )


def test_either_answer_can_be_kept_field_by_field(app: Flask) -> None:
    supplier, places = _declaration(app)
    mine, theirs = supplier.see(places["people"]), supplier.see(places["people"])
    supplier.post(places["people"], theirs, full_name="Ana Nzuki", residence="UG", **{"birth-year": "1984"})
    told = {"full_name": "A. M. Nzuki", "residence": "TZ", "birth-year": "1976"}

    both = Page(supplier.post(places["people"], mine, **told).text)
    answer = supplier.post(places["people"], both, **{"keep-full_name": "there", "keep-birth": "there"})

    assert answer.status_code == 302
    kept = filled(supplier.see(places["people"]))
    assert (kept["full_name"], kept["residence"], kept["birth-year"]) == ("Ana Nzuki", "Tanzania", "1984")


def test_going_back_to_the_page_of_somebody_new_does_not_undo_what_was_changed_since(app: Flask) -> None:
    supplier, _places = _declaration(app)
    page = supplier.see("people/new")
    told = {"full_name": "Juma Kioko", "nationality": "KE", "later": "1"}
    key = filled(page)["key"]
    supplier.post("people/new", page, **told)
    supplier.send(f"people/{key}", full_name="Juma K. Musyoka", later="1")

    again = supplier.post("people/new", page, **{**told, "full_name": "Juma Kyalo"})

    assert again.status_code == 409
    assert "Juma K. Musyoka" in again.text
    assert filled(supplier.see(f"people/{key}"))["full_name"] == "Juma K. Musyoka"


def test_what_was_changed_since_is_not_removed_unseen(app: Flask) -> None:
    supplier, places = _declaration(app)
    asked = supplier.see(f"{places['people']}/remove")
    supplier.send(places["people"], full_name="Ana Nzuki")

    refused = supplier.post(f"{places['people']}/remove", asked)
    removed = supplier.post(f"{places['people']}/remove", Page(refused.text))

    assert refused.status_code == 409
    assert "Nothing was removed." in refused.text
    assert removed.status_code == 302


def test_what_was_typed_about_somebody_who_was_removed_can_be_put_in_again(app: Flask) -> None:
    supplier, places = _declaration(app)
    mine = supplier.see(places["people"])
    supplier.passes(f"{places['people']}/remove")

    told = supplier.post(places["people"], mine, full_name="Ana Nzuki")
    again = supplier.post(places["people"], Page(told.text), full_name="Ana Nzuki")

    assert told.status_code == 409
    assert again.status_code == 302
    assert filled(supplier.see(places["people"]))["full_name"] == "Ana Nzuki"


def test_boxes_unticked_in_an_old_page_take_nothing_away_unseen(app: Flask) -> None:
    supplier, places = _declaration(app)
    ana = places["people"].partition("/")[2]
    picks = supplier.see(f"holdings/{ana}")
    kaiti = places["companies"].partition("/")[2]
    supplier.holds(ana, share="60")

    answer = supplier.post(f"holdings/{ana}", picks, bodies=[kaiti])

    assert answer.status_code == 409
    assert supplier.see(places["holdings"]).at("share").attributes["value"] == "60"
