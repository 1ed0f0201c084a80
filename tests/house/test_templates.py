"""Every template compiles, leaves no word untranslated, and carries no style, script or handler of its own."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

ROOT = Path(__file__).resolve().parents[2] / "templates"
TEMPLATES = sorted(path for path in ROOT.rglob("*") if path.suffix in {".html", ".svg"})
#: Names and codes that are the same in every language.
SAME_EVERYWHERE = {"Umiliki", "CC BY 4.0", "BODS", "JSON", "SVG", "SHA-256", "OCDS", "OWN", "CSV"}


class _Words(HTMLParser):
    """The words between tags, and in attributes that are read out, of a template whose Jinja was taken out."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.bad: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "style" or name.startswith("on"):
                self.bad.append(f"{tag} {name}")
            if name in {"aria-label", "title", "alt", "placeholder"} and value:
                self.words.append(value)
        if tag == "style" or (tag == "script" and not dict(attrs).get("src")):
            self.bad.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def _read(path: Path) -> _Words:
    text = re.sub(r"\{#.*?#\}", "", path.read_text(), flags=re.DOTALL)
    text = re.sub(r"\{% block (width|body_class) %\}.*?\{% endblock %\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}", "", text, flags=re.DOTALL)
    text = re.sub(r"\{\{.*?\}\}", "…", text, flags=re.DOTALL)
    reader = _Words()
    reader.feed(text)
    return reader


def _id(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_a_template_compiles(path: Path) -> None:
    environment = Environment(loader=FileSystemLoader(ROOT), extensions=["jinja2.ext.i18n"], autoescape=True)

    # Parsing finds every slip of syntax; the filters are the application's and are looked up when a page is shown.
    assert environment.parse(path.read_text()).body


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_a_template_leaves_no_word_untranslated(path: Path) -> None:
    same = re.compile("|".join(map(re.escape, sorted(SAME_EVERYWHERE, key=len, reverse=True))))
    bare = [same.sub("", " ".join(words.split())) for words in _read(path).words]

    left = [words for words in bare if re.search(r"[A-Za-z]{2,}", words)]
    assert left == []


@pytest.mark.parametrize("path", TEMPLATES, ids=_id)
def test_a_template_carries_no_style_or_script_of_its_own(path: Path) -> None:
    assert _read(path).bad == []
    assert "|safe" not in path.read_text().replace(" ", "")
