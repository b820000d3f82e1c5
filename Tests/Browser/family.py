"""A family at the guide: does in the browser what people do, and nothing that they could not do."""
import re

MEDICAL = "doctor should have a look"
MILESTONE = "most children of this age"


class Family:
    def __init__(self, page):
        self.page = page

    # What is on the page

    @property
    def heading(self):
        return self.page.locator("h1").inner_text()

    @property
    def stage(self):
        """Which page of the guide this is, as its form says it; `None` elsewhere."""
        fields = self.page.locator("main input[name=stage]")
        return fields.first.get_attribute("value") if fields.count() else None

    @property
    def urgency(self):
        """The word of the banner, if there is one."""
        words = self.page.locator(".urgent-word")
        return words.inner_text() if words.count() else None

    # What can be done there

    def press(self, name):
        """A button or a link that leads to another page."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=name, exact=True).or_(
                self.page.locator("main").get_by_role("link", name=name, exact=True)
            ).first.click()

    def write(self, words):
        self.page.goto("/")
        self.page.get_by_role("textbox").fill(words)
        self.press("Continue")

    def tell_age(self, years="", months="", weeks_early=""):
        self.page.get_by_label("Years").fill(years)
        self.page.get_by_label("Months").fill(months)
        self.page.get_by_label("Weeks early").fill(weeks_early)
        self.press("Continue")

    def choose(self, label):
        self.page.get_by_role("radio", name=label, exact=True).check()
        self.press("Continue")

    def answer_question(self):
        """As a family without other worries: no sign of illness, each milestone reached, no step harder than the others."""
        why = self.page.locator("#why").inner_text()
        if MEDICAL in why:
            self.choose("No")
        elif MILESTONE in why:
            self.choose("Yes")
        else:
            self.choose("I do not know")

    def check_nothing(self):
        self.page.get_by_role("checkbox", name="None of these", exact=True).check()
        self.press("See the answer")

    def step(self, years="5"):
        """One page on, by its own rules."""
        stage = self.stage
        if stage == "age":
            self.tell_age(years)
        elif stage == "question":
            self.answer_question()
        elif stage == "check":
            self.check_nothing()
        else:
            raise AssertionError(f"no way on from {stage}: {self.heading}")

    def walk_to(self, stage, years="5"):
        for _ in range(8):
            if self.stage == stage:
                return
            self.step(years)
        raise AssertionError(f"{stage} did not come; now {self.stage}: {self.heading}")

    def ask(self, words, years="5"):
        """From the words to the answer."""
        self.write(words)
        self.walk_to("answer", years)

    def letter(self, words, years="5"):
        self.ask(words, years)
        self.press("Print a page for the doctor")

    def sideways(self):
        """How many pixels of the page lie beyond the edge of the screen."""
        return self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    def text(self):
        """What can be read in the main part."""
        return re.sub(r"[ \t]+", " ", self.page.locator("main").inner_text())
