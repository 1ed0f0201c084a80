"""The macros that every page is built from: each input has its label, hint and error, each picture its words."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from tests.factories.components import ATTACK, FIELDS, THE_REST, WHOLE_FORM, Answers, draw, picture, refused

INPUTS = {"input", "select", "textarea"}


@pytest.mark.parametrize("call", FIELDS)
def test_every_input_has_a_label_of_its_own(call: str) -> None:
    page = draw(call, form=Answers())

    assert [found.attributes["id"] for found in page.elements if found.tag in INPUTS] == FIELDS[call]
    assert [found.attributes["for"] for found in page.all("label")] == FIELDS[call]
    assert all(found.text.strip() for found in page.all("label"))


@pytest.mark.parametrize("call", FIELDS)
def test_what_is_wrong_is_said_beside_its_input_and_tied_to_it(call: str) -> None:
    page = draw(call, form=refused())

    [error] = page.all("span", "err")
    tied = [found for found in page.elements if error.attributes["id"] in found.words_of("aria-describedby")]
    assert tied
    assert {found.tag for found in tied} <= INPUTS | {"fieldset"}
    assert "true" in [found.attributes.get("aria-invalid") for found in page.elements]
    assert page.all("div", "wrong")


@pytest.mark.parametrize("call", FIELDS)
def test_a_field_without_fault_speaks_of_none(call: str) -> None:
    page = draw(call, form=Answers())

    assert "aria-invalid" not in page.source
    assert not page.all("span", "err")
    assert not page.all("div", "wrong")


def test_every_line_of_the_summary_leads_to_an_input() -> None:
    extra = [("share", "The shares come to 105 %.")]

    page = draw("{{ error_summary(form, extra) }}" + WHOLE_FORM, form=refused(), extra=extra)

    targets = [found.attributes["href"].removeprefix("#") for found in page.all("a")]
    assert sorted(targets) == sorted(
        [
            "name",
            "number",
            "share",
            "value",
            "country",
            "reason",
            "agree",
            "kind-0",
            "rights-0",
            "since-year",
            "names-0",
            "share",
        ]
    )
    assert {page.at(target).tag for target in targets} == INPUTS
    assert page.all("h2")[0].text == "Please correct 12 answers"
    assert page.all("div", "errors")[0].attributes["tabindex"] == "-1"


def test_a_date_that_does_not_exist_is_wrong_as_a_whole() -> None:
    form = Answers(MultiDict({"since-day": "31", "since-month": "2", "since-year": "2022"}))
    form.since.form.form_errors.append("Enter a date that exists.")

    page = draw("{{ error_summary(form) }}{{ date(form.since) }}", form=form)

    assert [found.attributes.get("aria-invalid") for found in page.all("input")] == ["true"] * 3
    assert [found.attributes["href"] for found in page.all("a")] == ["#since-day"]
    assert "Enter a date that exists." in page.all("span", "err")[0].text


def test_nothing_is_summed_up_when_nothing_is_wrong() -> None:
    page = draw("{{ error_summary(form) }}", form=Answers())

    assert page.elements == []


def test_a_private_answer_says_so_and_is_not_kept_by_a_shared_phone() -> None:
    page = draw("{{ text(form.number, hint='On the front', private=true) }}", form=Answers())

    [answer] = page.all("input")
    assert answer.attributes["autocomplete"] == "off"
    assert [page.at(id_).text for id_ in answer.words_of("aria-describedby")] == [
        "On the front",
        "Not published",
    ]


def test_what_was_typed_is_kept() -> None:
    form = Answers(MultiDict({"name": ATTACK, "reason": ATTACK, "kind": "range"}))

    page = draw(WHOLE_FORM, form=form)

    assert page.at("name").attributes["value"] == ATTACK
    assert page.at("reason").text.strip() == ATTACK
    assert "checked" in page.at("kind-1").attributes
    assert not page.all("script")


def test_a_date_is_repeated_in_words() -> None:
    page = draw("{{ date(form.since, resolved=day) }}", form=Answers(), day=date(2022, 5, 4))

    assert page.all("p", "in-words")[0].text == "That is 4 May 2022."


def test_a_choice_explains_itself_and_opens_what_belongs_to_it() -> None:
    page = draw(
        "{% set exact %}{{ number(form.share, unit='%') }}{% endset %}"
        "{{ radios(form.kind, hints={'range': 'Such as 25 to 50 %'}, under={'exact': exact}) }}",
        form=Answers(),
    )

    order = [found.attributes.get("id", found.attributes.get("class")) for found in page.elements]
    assert order.index("kind-0") < order.index("under") < order.index("share") < order.index("kind-1")
    assert page.at("kind-1").words_of("aria-describedby") == ["kind-1-hint"]


def test_a_page_of_one_question_is_headed_by_it() -> None:
    page = draw("{{ text(form.name, heading=true) }}{{ date(form.since, heading=true) }}", form=Answers())

    assert [found.text for found in page.all("h1")] == ["Name", "Since when?"]


def test_a_picture_is_one_image_with_a_title_and_a_description() -> None:
    page = draw("{{ svg(drawing) }}", drawing=picture())

    [image] = page.all("svg")
    assert image.attributes["role"] == "img"
    assert page.at(image.attributes["aria-labelledby"]).text == "Owners of Alfa"
    assert page.at(image.attributes["aria-describedby"]).text == "Ana owns 60 %."
    assert [found.text for found in page.all("text")] == [
        "60 %",
        "Ana",
        "Mwikali",
        "person",
        "Not known",
        "Alfa",
    ]
    assert page.all("path")[0].words_of("class") == ["line", "owns", "indirect", "path"]
    assert [found.attributes["class"] for found in page.all("rect")] == ["box", "unknown", "subject"]
    assert "#" not in page.source


def test_a_picture_whose_boxes_are_links_can_be_walked_through() -> None:
    page = draw("{{ svg(drawing) }}", drawing=picture(href="/people/1"))

    assert page.all("svg")[0].attributes["role"] == "group"
    assert page.all("a")[0].attributes == {"href": "/people/1", "aria-label": "Ana Mwikali"}


def test_a_picture_comes_in_two_sizes_of_which_one_is_shown() -> None:
    page = draw("{{ svg(wide, compact=narrow) }}", wide=picture(wide=True), narrow=picture())

    assert [found.attributes["class"] for found in page.all("svg")] == ["pic wide-pic", "pic small-pic swap"]


def test_a_cell_repeats_its_column_for_the_phone() -> None:
    page = draw(
        "{% call stack('Owners on 9 March 2026', ['Person', ('Share', 'num')]) %}"
        "{% call row() %}{{ head('Ana', '/ana') }}{% call cell('Share', kind='num') %}<b>42 %</b>{% endcall %}{% endcall %}"
        "{% endcall %}"
    )

    assert [found.text for found in page.all("th")] == ["Person", "Share", "Ana"]
    assert page.all("td")[0].attributes == {"role": "cell", "data-label": "Share", "class": "num"}
    assert {found.attributes["role"] for found in page.all("tr")} == {"row"}


def test_what_is_not_known_says_so() -> None:
    page = draw("{% call facts() %}{{ fact('Name', '') }}{{ fact('Bids', 0) }}{% endcall %}")

    assert [found.text for found in page.all("dd")] == ["Not given", "0"]


def test_a_link_to_change_something_names_it() -> None:
    page = draw("{% call facts() %}{{ fact('Name', 'Alfa', change='/name') }}{% endcall %}")

    assert page.all("a")[0].text == "Change Name"


def test_a_list_of_one_page_has_no_pages() -> None:
    page = draw("{{ pages() }}")

    assert page.elements == []


def test_a_button_that_changes_the_register_is_a_form_with_a_token() -> None:
    page = draw("{{ post_button('Remove', '/remove', {'owner': 7}, about='Ana') }}")

    assert page.all("form")[0].attributes["method"] == "post"
    assert [found.attributes["name"] for found in page.all("input")] == ["csrf_token", "owner"]
    assert page.all("input")[0].attributes["value"]
    assert page.all("button")[0].text == "Remove Ana"


def test_a_name_cannot_write_markup() -> None:
    page = draw(THE_REST + "{{ svg(drawing) }}", told=ATTACK, drawing=picture(name=ATTACK, href=ATTACK))

    assert not page.all("script")
    assert page.all("h1")[0].text == ATTACK
