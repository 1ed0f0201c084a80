"""Draws the frame and the macros with a small application of their own, and a form to fill them with."""

import re
from pathlib import Path
from typing import Any

import wtforms
from flask import Flask, render_template
from flask_babel import Babel
from flask_wtf import CSRFProtect
from werkzeug.datastructures import MultiDict
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired

from register.graph.drawing import Box, Drawing, Line
from tests.factories.page import Page

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "register" / "static"
ATTACK = '"><script>alert(1)</script>'
#: Addresses the tests speak of; the frame's other doors get one made of their name.
SPOKEN_OF = {
    "public.home": "/",
    "account.set_language": "/language/<code>",
    "account.sessions": "/sessions",
    "account.audit": "/audit",
}
FRAME = ("base.html", "components/header.html", "components/footer.html")
IMPORTS = """
{%- from 'components/fields.html' import text, number, money, radios, checkbox, select, date, textarea, hidden with context -%}
{%- from 'components/errors.html' import error_summary with context -%}
{%- from 'components/buttons.html' import button, link_button, quiet_button, save, post_button with context -%}
{%- from 'components/crumbs.html' import crumbs, back with context -%}
{%- from 'components/tag.html' import tag, title with context -%}
{%- from 'components/facts.html' import facts, fact with context -%}
{%- from 'components/table.html' import stack, row, head, cell with context -%}
{%- from 'components/picture.html' import svg, legend with context -%}
{%- from 'components/total.html' import total with context -%}
{%- from 'components/pages.html' import pages with context -%}
{%- from 'components/id.html' import statement_id with context -%}
"""
#: Each macro of one field as a page calls it, and the ids of its inputs.
FIELDS = {
    "{{ text(form.name) }}": ["name"],
    "{{ text(form.number, private=true) }}": ["number"],
    "{{ number(form.share, unit='%') }}": ["share"],
    "{{ money(form.value, 'KSh') }}": ["value"],
    "{{ select(form.country) }}": ["country"],
    "{{ textarea(form.reason) }}": ["reason"],
    "{{ checkbox(form.agree) }}": ["agree"],
    "{{ radios(form.kind) }}": ["kind-0", "kind-1"],
    "{{ radios(form.rights) }}": ["rights-0", "rights-1"],
    "{{ date(form.since) }}": ["since-day", "since-month", "since-year"],
    "{{ text(form.names.entries[0]) }}": ["names-0"],
}
WHOLE_FORM = "".join(FIELDS)
#: Every macro that is no field's, at its fullest; what is told to it may be hostile.
THE_REST = """
{{ crumbs([(told, '/'), (told, None)]) }}{{ back('/', told) }}{{ title(told, tag(told, 'flag'), told) }}
{% call facts() %}{{ fact(told, told, change='/change') }}{{ fact('Known as') }}{% endcall %}
{% call stack(told, [told, (told, 'num', '/?by=share', 'descending')], id='owners', look='sticky') %}
{% call row() %}{{ head(told, '/ana') }}{{ cell(told, told, 'num') }}{% endcall %}{% endcall %}
{{ total(told, [(told, told, '/change')], told, told, over=true) }}{{ pages('/1', '/3', told) }}
{{ statement_id(told, '/statement', told) }}{{ legend(emphasised=true) }}
<form method="post">{{ save(told, later_name='later') }}{{ button(told, second=true, name='go') }}</form>
{{ save(later='/later') }}{{ link_button(told, '/') }}{{ post_button(told, '/remove', {'owner': told}, about=told) }}
"""


class DateParts(wtforms.Form):
    day = wtforms.StringField("Day")
    month = wtforms.StringField("Month")
    year = wtforms.StringField("Year", [InputRequired("Enter the year.")])


class Answers(wtforms.Form):
    name = wtforms.StringField("Name", [InputRequired("Enter the name.")], description="As on the card")
    number = wtforms.StringField("Identity number", [InputRequired("Enter the number.")])
    share = wtforms.StringField("Share", [InputRequired("Enter the share.")])
    value = wtforms.StringField("Value", [InputRequired("Enter the value.")])
    country = wtforms.SelectField("Country", choices=[SelectChoice("KE", "Kenya")])
    reason = wtforms.TextAreaField("Reason", [InputRequired("Write the reason.")])
    agree = wtforms.BooleanField("I agree", [InputRequired("Tick the box.")])
    kind = wtforms.RadioField(
        "How much?",
        [InputRequired("Choose one.")],
        choices=[SelectChoice("exact", "Exactly"), SelectChoice("range", "A range")],
    )
    rights = wtforms.SelectMultipleField(
        "Which rights?",
        [InputRequired("Choose at least one.")],
        choices=[SelectChoice("votes", "Votes"), SelectChoice("board", "Board")],
        option_widget=wtforms.widgets.CheckboxInput(),
    )
    since = wtforms.FormField(DateParts, "Since when?")
    names = wtforms.FieldList(wtforms.StringField("Other name", [InputRequired("Enter it.")]), min_entries=1)


def frame_leads_to() -> set[str]:
    """The endpoints that the templates of the frame name."""
    frame = "".join((ROOT / "templates" / name).read_text() for name in FRAME)
    return set(re.findall(r"\(\s*'([a-z_]+\.[a-z_]+)'", frame))


def drawing_app() -> Flask:
    """An application that has the templates and the addresses the frame leads to, and nothing else."""
    app = Flask("components", template_folder=str(ROOT / "templates"), static_folder=str(STATIC))
    app.config["SECRET_KEY"] = "a key that keeps nothing"
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    Babel(app)
    CSRFProtect(app)
    for endpoint in sorted(frame_leads_to()):
        rule = SPOKEN_OF.get(endpoint, "/" + endpoint.replace(".", "/"))
        app.add_url_rule(rule, endpoint, str, methods=["GET", "POST"])
    return app


APP = drawing_app()


def draw(source: str, **context: Any) -> Page:
    """A piece of a page, with every macro at hand."""
    with APP.test_request_context("/"):
        return Page(APP.jinja_env.from_string(IMPORTS + source).render(**context))


def framed(**context: Any) -> Page:
    """A whole page: the one for what is not there."""
    with APP.test_request_context("/nowhere"):
        return Page(
            render_template("errors/page.html", **{"title": "Nothing here", "remedy": "Go back."} | context)
        )


def refused() -> Answers:
    """The form with every answer missing or wrong."""
    form = Answers(MultiDict({"since-day": "4", "country": "XX"}))
    assert not form.validate()
    return form


def picture(
    *, name: str = "Ana", href: str | None = None, wide: bool = False, id_: str = "owners"
) -> Drawing:
    """Ana, and someone unknown, above Alfa."""
    ana = Box(2, 2, 148, 78, "person", (name, "Mwikali"), "person", href)
    nobody = Box(170, 2, 148, 78, "unknown", ("Not known",), "", None)
    alfa = Box(44, 236, 240, 42, "subject", ("Alfa",), "", None)
    line = Line("M76 80V229", "M76 236l-5 -9h10z", "owns", True, True, "60 %", 76, 158)
    return Drawing(id_, "Owners of Alfa", "Ana owns 60 %.", 328, 282, (ana, nobody, alfa), (line,), wide)
