"""A supplier at a keyboard: tells a story page by page with Tab, Space, arrows, Enter and letters, and follows links."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Page

from tests.factories.supplier import Answers
from tests.factories.telling import Telling

#: So often is Tab pressed at most before something is reached.
MOST_TABS = 150
#: So many pages lie at most between one question and another.
MOST_WAYS = 6
WIDTH = 360

#: Where somebody or something new is asked for: the page that leads there, and its answer.
NEW = {
    "people/new": ("people", "add"),
    "people/new-unnamed": ("people", "unnamed"),
    "companies/new-find": ("companies", "add"),
    "companies/new-nominee": ("companies", "nominee"),
    "companies/new-joint": ("companies", "joint"),
    "leaders/new": ("leaders", "add"),
    "ventures/new": ("ventures", "add"),
    "subcontractors/new": ("subcontractors", "add"),
}

FORM = "main form[method=post]"
#: The inputs of the last form of its kind, in the order of the page.
INPUTS = """form => [...[...document.querySelectorAll(form)].at(-1).elements].map(each => ({
    name: each.name, value: each.value, checked: Boolean(each.checked), picked: each.selectedOptions?.[0]?.text ?? "",
    type: each.tagName === "BUTTON" ? "button" : each.type, options: [...(each.options ?? [])].map(one => [one.value, one.text]),
}))"""
FOCUSED = (
    """form => [...[...document.querySelectorAll(form)].at(-1).elements].indexOf(document.activeElement)"""
)
FOLDED = (
    "words => [...document.querySelectorAll('summary')].filter(each => each.textContent.trim() === words)"
)
LINK = "what => [document.querySelector(what)]"
INPUT = """([form, places]) => { const inputs = [...document.querySelectorAll(form)].at(-1).elements;
    return places.map(place => inputs[place]) }"""
#: How often Tab should be pressed until one of these has the focus; 0 when one has it.
DISTANCE = """(wanted, now) => { if (wanted.includes(now)) return 0;
    const stops = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
        .filter(each => each.checkVisibility() && now.compareDocumentPosition(each) & (now === document.body ? 16 : 4))
        .filter((each, at, all) => each.type !== "radio" || each === (all.find(one => one.name === each.name && one.checked)
            ?? all.find(one => one.name === each.name)) );
    return Math.max(1, stops.findIndex(each => wanted.includes(each)) + 1) }"""
#: How wide the page is, in pixels.
FITS = "document.documentElement.scrollWidth"


@dataclass(frozen=True, slots=True)
class Input:
    """One input of a form: `options` are values and words of a list that drops down."""

    name: str
    value: str
    checked: bool
    picked: str
    type: str
    options: list[tuple[str, str]]


@dataclass
class AtKeyboard(Telling):
    """Somebody signed in, with the pages of one company before them."""

    page: Page
    home: str
    #: The form that is being filled in: the last of the page, or one that is told apart by where it is sent.
    form: str = FORM

    def opens(self, address: str) -> None:
        """Type an address: where a visit begins."""
        self.page.goto(address)
        self._looked_at()

    def begin(self) -> None:
        self.opens(self.home)
        self.presses("form[action$='/begin'] button")

    def passes(self, place: str, **answers: str | list[str]) -> str:
        self.goes_to(place)
        self.fills_in({name.replace("__", "-"): value for name, value in answers.items()})
        return self.sends()

    def creates(self, place: str, **answers: str | list[str]) -> str:
        self.goes_to(place)
        key = str(answers.pop("key"))
        # Keys are drawn by lot; the story's own keep the order of what is published.
        self.page.locator("main form[method=post] input[name=key]").evaluate(
            "(it, key) => it.value = key", key
        )
        self.fills_in({name.replace("__", "-"): value for name, value in answers.items()})
        self.sends()
        return key

    def fills_in(self, answers: Answers, sent_to: str = "") -> None:
        """Answer what stands in the form, from its top to its end; what is right already is passed over."""
        self.form = f"main form[action$='{sent_to}']" if sent_to else FORM
        inputs = self._inputs()
        missing = {name for name, wanted in answers.items() if wanted} - {each.name for each in inputs}
        assert not missing, f"{self.page.url} does not ask for {missing}"
        for at, each in enumerate(inputs):
            if each.name in answers and each.type != "hidden":
                self._answers(at, inputs, answers[each.name])

    def _answers(self, at: int, inputs: list[Input], wanted: str | list[str]) -> None:
        each = inputs[at]
        if each.type == "radio":
            if each.value == wanted and not each.checked:
                self._picks(at, [place for place, one in enumerate(inputs) if one.name == each.name])
        elif each.type == "checkbox":
            if each.checked != (each.value in wanted):
                self._tabs_to({at})
                self.page.keyboard.press("Space")
        elif each.type == "select-one":
            self._drops_down(at, each, str(wanted))
        elif each.value != wanted:
            self._writes(at, str(wanted))

    def unfolds(self, words: str) -> None:
        """Open what is folded under these words."""
        self._from_the_top()
        self._tabs_until(FOLDED, words)
        self.page.keyboard.press("Enter")

    def sends(self) -> str:
        """Press the first button of the form, and give the address it leads to; nothing may be refused."""
        self._tabs_to({next(at for at, each in enumerate(self._inputs()) if each.type == "button")})
        self._enter()
        told = self.page.locator("main .errors")
        assert not told.count(), f"{self.page.url}: {told.inner_text()}"
        return self.place

    @property
    def place(self) -> str:
        """The path of the page."""
        return urlsplit(self.page.url).path

    def goes_to(self, place: str) -> None:
        """Reach a page by the links and answers that lead to it."""
        target = place if place.startswith("/") else self.home + place
        for _ in range(MOST_WAYS):
            if self.place == target:
                return
            self._one_page_nearer(place, target)
        assert self.place == target, f"no way leads to {place}"

    def _one_page_nearer(self, place: str, target: str) -> None:
        step, _slash, key = place.partition("/")
        first, _dot, below = key.partition(".")
        if self._has_link(target):
            return self.follows(target)
        if place in NEW:
            page, answer = NEW[place]
            return self._then(page, then=answer)
        if step == "companies" and first == "new":
            return self.goes_to(f"companies/new-find{f'.{below}' if below else ''}")
        if step == "companies" and first == "new-find":
            return self._then(f"companies/{below}.above", who="another")
        if step == "holdings" and below and self.place == f"{self.home}holdings/{first}":
            return self._ticks_too("bodies", below)
        for nearer in (f"{step}/{first}", step) if below else (step,):
            if self._has_link(self.home + nearer):
                return self.follows(self.home + nearer)
        return self._goes_back()

    def _then(self, page: str, **answer: str) -> None:
        self.goes_to(page)
        self.fills_in({**answer})
        self.sends()

    def _ticks_too(self, name: str, value: str) -> None:
        ticked = [each.value for each in self._inputs() if each.name == name and each.checked]
        self.fills_in({name: [*ticked, value]})
        self.sends()

    def _goes_back(self) -> None:
        for way in (".back", ".crumbs a", f"main a[href='{self.home}']"):
            if self.page.locator(way).count():
                return self.presses(way)
        raise AssertionError(f"no way leads back from {self.page.url}")

    def _has_link(self, target: str) -> bool:
        return self.page.locator(f"main a[href='{target}']").count() > 0

    def follows(self, target: str) -> None:
        """Follow the first link to an address."""
        self.presses(f"main a[href='{target}']")

    def presses(self, what: str) -> None:
        """Tab to a link or button of the page's main part, and press Enter."""
        self._from_the_top()
        self._tabs_until(LINK, what)
        self._enter()

    def _from_the_top(self) -> None:
        """The first Tab reaches the link that skips the frame; Enter follows it."""
        self.page.keyboard.press("Tab")
        if self.page.evaluate("document.activeElement.className") == "skip":
            self.page.keyboard.press("Enter")

    def _enter(self) -> None:
        with self.page.expect_navigation(wait_until="load"):
            self.page.keyboard.press("Enter")
        self._looked_at()

    def _looked_at(self) -> None:
        wide = self.page.evaluate(FITS)
        assert wide <= WIDTH, f"{self.page.url} is {wide} wide"

    def _inputs(self) -> list[Input]:
        return [Input(**each) for each in self.page.evaluate(INPUTS, self.form)]

    def _tabs_to(self, places: set[int]) -> None:
        """Tab to one of these inputs of the form."""
        if self.page.evaluate("document.activeElement === document.body"):
            self._from_the_top()
        self._tabs_until(INPUT, [self.form, sorted(places)])

    def _tabs_until(self, find: str, what: object) -> None:
        """Press Tab until one of those found has the focus."""
        left = MOST_TABS
        while left > 0:
            away = self.page.evaluate(f"what => ({DISTANCE})(({find})(what), document.activeElement)", what)
            if not away:
                return
            for _ in range(away):
                self.page.keyboard.press("Tab")
            left -= away
        raise AssertionError(f"the keyboard does not reach {what} on {self.page.url}")

    def _picks(self, at: int, group: list[int]) -> None:
        """Of radio buttons Tab reaches one; arrows lead to the others."""
        self._tabs_to(set(group))
        for _ in group:
            if self.page.evaluate(FOCUSED, self.form) == at:
                break
            self.page.keyboard.press("ArrowDown")
        if not self._inputs()[at].checked:
            self.page.keyboard.press("Space")

    def _drops_down(self, at: int, each: Input, wanted: str) -> None:
        words = dict(each.options)[wanted]
        if each.picked != words:
            self._tabs_to({at})
            self.page.keyboard.type(words)

    def _writes(self, at: int, words: str) -> None:
        self._tabs_to({at})
        self.page.keyboard.press("Control+a")
        self.page.keyboard.press("Delete")
        self.page.keyboard.type(words)
        # A list of suggestions would take the next key.
        self.page.keyboard.press("Escape")
