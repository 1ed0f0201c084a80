"""A supplier's hands on a phone: fills in the questions of a declaration by their visible names, or by keyboard alone."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page, Response

#: So often is Tab pressed at most before something is reached.
MOST_TABS = 120


@dataclass
class Weighed:
    """The pages that a reader was shown, and how heavy each was, in bytes."""

    pages: list[tuple[str, int]] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Count every page that is shown from now on."""
        page.on("response", self._count)

    def _count(self, response: Response) -> None:
        if response.request.resource_type == "document" and response.status == 200:
            self.pages.append((response.url, len(response.body())))


class Hands:
    """Fills in by pointing."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def save(self, name: str = "Save and continue") -> None:
        self.press(self.page.get_by_role("button", name=name, exact=True))

    def press(self, button: Locator) -> None:
        button.first.click()

    def tick(self, label: str) -> None:
        self.page.get_by_label(label).first.check()

    def write(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).fill(words)

    def day(self, *parts: int) -> None:
        for name, part in zip(("Day", "Month", "Year"), parts, strict=True):
            self.write(name, str(part))

    def names(self, name: str, document: str) -> None:
        """Answer everything that is asked of a person, and save."""
        self.write("Full name", name)
        self.write("Nationality", "Kenya")
        self.write("Country of residence", "Kenya")
        self.tick("National identity card")
        self.write("Number of the document", document)
        self.day(27, 3, 1980)
        self.write("Home address", "Plot 7, invented road, Wote")
        self.answer("Does the person, or somebody close to them, hold a public office?", "No")
        self.save()

    def answer(self, question: str, choice: str) -> None:
        group = self.page.get_by_role("radiogroup", name=question)
        group.get_by_label(choice, exact=True).check()

    def holds(self, share: str) -> None:
        """Say that somebody holds an exact share, votes alike, since a day; and save."""
        self.tick("I know the exact share")
        self.write("Share", share)
        self.tick("The same as the shares")
        self.day(4, 5, 2022)
        self.save()

    def signs(self, name: str) -> None:
        """Sign what is shown."""
        self.press(self.page.get_by_role("link", name="Continue: sign"))
        self.tick("What I declare is true and complete")
        self.write("Sign with your full name", name)
        self.save("Sign and send to the county")


class Keyboard(Hands):
    """Fills in with Tab, Space, Enter and letters, and nothing else."""

    def _reach(self, aim: Locator) -> None:
        for _ in range(MOST_TABS):
            if aim.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach {aim}")

    def press(self, button: Locator) -> None:
        self._reach(button.first)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def tick(self, label: str) -> None:
        self._choose(self.page.get_by_label(label).first)

    def write(self, label: str, words: str) -> None:
        self._reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)
        self.page.keyboard.press("Escape")

    def answer(self, question: str, choice: str) -> None:
        self._choose(self.page.get_by_role("radiogroup", name=question).get_by_label(choice, exact=True))

    def _choose(self, box: Locator) -> None:
        """Of radio buttons Tab reaches one; arrows lead to the others."""
        if box.get_attribute("type") == "radio":
            name = box.get_attribute("name")
            group = self.page.locator(f"input[type=radio][name='{name}']")
            places = [group.nth(place) for place in range(group.count())]
            self._reach_one_of(places)
            for _ in places:
                if box.evaluate("element => element === document.activeElement"):
                    break
                self.page.keyboard.press("ArrowDown")
        else:
            self._reach(box)
        if not box.is_checked():
            self.page.keyboard.press("Space")

    def _reach_one_of(self, places: list[Locator]) -> None:
        for _ in range(MOST_TABS):
            if any(each.evaluate("element => element === document.activeElement") for each in places):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not reach any of {places}")
