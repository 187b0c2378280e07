"""A browser's window with a profile of its own, used as a person uses it: by the words of links, buttons and forms."""

import base64
import json
import os
import shutil
import tempfile
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, TimeoutException, WebDriverException
from selenium.webdriver import ActionChains, Keys
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

# What is not so by then will never be.
SECONDS = 60


def steadily(deed):
    """Does something with elements, once more where a live part of the page was replaced while it was done."""
    for _ in range(20):
        try:
            return deed()
        except StaleElementReferenceException:
            pass
    return deed()


class Window:
    """Opens on the first page of the server at `url`; `scripts=False` is a browser that runs none."""

    def __init__(self, url, *, scripts=True, width=1440):
        self.url, self.downloads = url, Path(tempfile.mkdtemp())
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or shutil.which("chrome")
        for argument in ["--headless=new", "--disable-dev-shm-usage", "--hide-scrollbars", "--disable-gpu"]:
            options.add_argument(argument)
        if os.geteuid() == 0:
            options.add_argument("--no-sandbox")
        settings = {"intl.accept_languages": "vi", "profile.password_manager_leak_detection": False}
        if not scripts:
            settings["profile.managed_default_content_settings.javascript"] = 2
        options.add_experimental_option("prefs", settings)
        # Who waits is the window itself: for what it is to see.
        options.page_load_strategy = "none"
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
        self.command("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(self.downloads))
        self.look(width)
        self.wait(lambda: self.root, "the window does not open")
        self.traffic = []

    def close(self):
        self.driver.quit()
        shutil.rmtree(self.downloads)

    # What the driver can do beside a person.

    def command(self, name, **parameters):
        return self.driver.execute_cdp_cmd(name, parameters)

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def look(self, width, dark=False):
        """The width of the window, in pixels, and what colours its owner likes."""
        self.command("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.command("Emulation.setEmulatedMedia", features=[scheme])

    def wait(self, condition, what):
        """Waits until something is so: for the document, never for a time."""
        try:
            # Whatever the driver complains of while one page gives way to the next passes.
            return WebDriverWait(self.driver, SECONDS, 0.05, [WebDriverException]).until(lambda _: condition())
        except TimeoutException:
            raise AssertionError(f"{what}, on {self.path}:\n{self.text[:700]}") from None

    # What a person sees.

    @property
    def root(self):
        return self.driver.find_element(By.TAG_NAME, "html")

    @property
    def text(self):
        return self.root.text

    @property
    def path(self):
        return self.driver.current_url.removeprefix(self.url)

    def all(self, selector, within=None):
        return (within or self.driver).find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector, within=None):
        found = self.all(selector, within)
        assert len(found) == 1, f"{len(found)} of {selector} on {self.path}:\n{self.text[:700]}"
        return found[0]

    def by_words(self, tag, words, within=None):
        found = steadily(lambda: [each for each in self.all(tag, within) if each.text.strip() == words])
        assert found, f"no {tag} with the words “{words}” on {self.path}:\n{self.text[:700]}"
        return found[0]

    def sees(self, *words):
        for each in words:
            self.wait(lambda: each in self.text, f"“{each}” is not to be seen")

    def misses(self, *words):
        for each in words:
            assert each not in self.text, f"“{each}” is to be seen on {self.path}:\n{self.text[:700]}"

    # What a person does.

    def visit(self, path):
        self.leaving(lambda: self.driver.get(self.url + path))

    def leaving(self, deed):
        """Does what leads to another page, and waits for that page."""
        old = self.root.id
        steadily(deed)
        self.wait(lambda: self.root.id != old, "the page is not left")
        self.wait(lambda: self.script("return document.readyState") == "complete", "the page does not load")

    def click(self, tag, words, within=None):
        self.leaving(lambda: self.by_words(tag, words, within).click())

    def fill(self, name, value, within=None):
        def write():
            field = self.one(f"[name={name}]", within)
            if field.get_attribute("type") == "date":
                self.script("arguments[0].value = arguments[1]", field, value)
            else:
                field.clear()
                field.send_keys(value)
        steadily(write)

    def form(self, title):
        forms = steadily(
            lambda: [each for each in self.all(".actions details") if self.one("summary", each).text == title])
        assert len(forms) == 1, f"no form “{title}” on {self.path}:\n{self.text[:700]}"
        return forms[0]

    def open_form(self, title):
        def open_it():
            if not self.form(title).get_attribute("open"):
                self.one("summary", self.form(title)).click()
        steadily(open_it)

    def send(self, title, **fields):
        """Opens the form of an action, fills it and sends it."""
        self.open_form(title)
        for name, value in fields.items():
            steadily(lambda: self.fill(name, value, self.form(title)))
        self.leaving(lambda: self.by_words("button", title, self.form(title)).click())

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def focus(self):
        """What has the focus: its words, and whether that is to be seen."""
        return self.script(FOCUS)

    def tab_to(self, words):
        """Goes on with the Tab key until what has the focus says these words; every stop on the way is to be seen."""
        for _ in range(80):
            self.press(Keys.TAB)
            stop = self.focus()
            assert stop["shown"], f"the focus on {stop} is not to be seen, on {self.path}"
            if words in stop["words"]:
                return
        raise AssertionError(f"Tab does not lead to “{words}” on {self.path}")

    def sign_in(self, token):
        self.visit("/sign-in")
        self.fill("token", token)
        self.click("button", "Đăng nhập")

    def download(self, words):
        """Follows a link to a file; gives the file's name and its bytes."""
        before = set(self.downloads.iterdir())
        steadily(lambda: self.by_words("a", words).click())
        fresh = self.wait(
            lambda: [file for file in set(self.downloads.iterdir()) - before if file.suffix == ".csv"], "no file comes")
        return fresh[0].name, fresh[0].read_bytes()

    def paper(self):
        """The page as it is printed: a PDF."""
        return base64.b64decode(self.command("Page.printToPDF", paperWidth=8.27, paperHeight=11.69)["data"])

    # What can be told of the page.

    def stays(self):
        """From now on ``has_stayed`` tells whether the page was loaded anew."""
        self.script("window.stays = true")

    def has_stayed(self):
        return self.script("return window.stays === true")

    def hidden_on_paper(self, selector):
        self.command("Emulation.setEmulatedMedia", media="print")
        hidden = self.script("return getComputedStyle(document.querySelector(arguments[0])).display === 'none'", selector)
        self.command("Emulation.setEmulatedMedia", media="")
        return hidden

    def is_cut_on_paper(self):
        """Whether a table is wider than a sheet of A4 between margins of a centimetre."""
        self.look(718)
        self.command("Emulation.setEmulatedMedia", media="print")
        cut = self.script(CUT)
        self.command("Emulation.setEmulatedMedia", media="")
        self.look(1440)
        return cut

    def comes_back(self):
        """The window is looked at again, so that the page asks for what is new; gives where the answer came from. Asks once more
        itself, by when whatever that answer sets off has been set off."""
        return self.driver.execute_async_script(COMES_BACK)

    def runs_no_scripts(self):
        """Whether the page's own scripts are kept from running; those of the driver are not."""
        self.visit("/overdue")
        return not any(m["params"].get("type") == "EventSource" for m in self.notes() if m["method"] == REQUEST)

    def status(self):
        """The HTTP status of the page that is shown."""
        answers = [m["params"] for m in self.notes() if m["method"] == "Network.responseReceived"]
        return [a["response"]["status"] for a in answers if a["type"] == "Document"][-1]

    def weight(self, path):
        """How many bytes the page is on the wire, with all that it refers to and the heads, for a browser that knows none."""
        self.command("Network.enable")
        self.command("Network.setCacheDisabled", cacheDisabled=True)
        seen = len(self.notes())
        self.visit(path)
        self.driver.execute_async_script("fetch('/assets/board.svg').then(answer => answer.text()).then(arguments[0])")
        self.command("Network.setCacheDisabled", cacheDisabled=False)
        loaded = [m["params"] for m in self.notes()[seen:] if m["method"] == "Network.loadingFinished"]
        assert len(loaded) >= 4, loaded
        return int(sum(each["encodedDataLength"] for each in loaded))

    def notes(self):
        """What the browser noted of requests and answers since the window was opened."""
        self.traffic += [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return self.traffic

    def is_quiet(self):
        """Nothing went wrong in the window, and it asked nobody but our server. Pages that are refused have a status."""
        for entry in self.driver.get_log("browser"):
            refused = entry["source"] == "network" and "the server responded with a status of 4" in entry["message"]
            assert refused or entry["level"] in ("DEBUG", "INFO"), f"the browser notes: {entry}"
        for message in self.notes():
            if message["method"] == REQUEST:
                address = message["params"]["request"]["url"]
                assert address.startswith((self.url + "/", "data:", "chrome:")), f"a request to {address}"


REQUEST = "Network.requestWillBeSent"

CUT = """
    return [...document.querySelectorAll('table')].some(table => table.checkVisibility()
        && table.getBoundingClientRect().right > document.documentElement.clientWidth);
"""

COMES_BACK = """
    const done = arguments[arguments.length - 1], ask = window.fetch;
    window.fetch = async (...asked) => {
        const answer = await ask(...asked);
        window.fetch = ask;
        setTimeout(() => ask(location.href).then(again => again.text()).then(() => done(answer.url)));
        return answer;
    };
    document.dispatchEvent(new Event('visibilitychange'));
"""

FOCUS = """
    const element = document.activeElement, style = getComputedStyle(element);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const label = element.labels?.length ? element.labels[0].textContent : '';
    const box = element.getBoundingClientRect();
    return {
        words: (label + ' ' + element.textContent + ' ' + (element.getAttribute('aria-label') ?? '')).trim().slice(0, 60),
        tag: element.tagName,
        shown: element === document.body || (outlined || style.boxShadow !== 'none') && box.width > 0 && box.right > 0,
    };
"""
