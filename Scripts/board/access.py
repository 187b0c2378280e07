"""What a page owes to everybody who uses it: axe-core, and what axe-core does not measure."""

from importlib import resources

AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast"]

RUN = """
    const done = arguments[arguments.length - 1];
    const why = node => `    ${node.html.slice(0, 200)} | ${(node.any[0] ?? node.all[0])?.message ?? ''}`;
    const tell = rule => [`${rule.id}: ${rule.help}`, ...rule.nodes.slice(0, 3).map(why)].join('\\n');
    axe.run(document, {runOnly: {type: arguments[0], values: arguments[1]}, resultTypes: ['violations']})
        .then(result => done(result.violations.map(tell)), error => done([String(error)]));
"""

# Links and buttons outside of running text are 24 pixels high and wide (WCAG 2.2, 2.5.8, without its exception for what has
# room around it, which axe-core makes).
RULES = """
    const found = [];
    const shown = element => element.checkVisibility() && element.getBoundingClientRect().width > 1;
    const say = element => element.outerHTML.slice(0, 120);
    const fields = [...document.querySelectorAll('input:not([type=hidden]), select, textarea')];
    for (const target of [...document.querySelectorAll('a, button, summary'), ...fields].filter(shown)) {
        const box = target.getBoundingClientRect();
        if (box.width >= 24 && box.height >= 24) continue;
        // Running text: words beside it in the same line.
        const beside = [...target.parentElement.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
        if (target.matches('p a, dd a, li a, small a') && beside.some(node => /\\p{L}/u.test(node.data))) continue;
        found.push(`too small a target, ${Math.round(box.width)} by ${Math.round(box.height)}: ${say(target)}`);
    }
    const page = document.documentElement;
    if (page.lang !== arguments[0]) found.push(`lang is ${page.lang}`);
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].filter(shown).map(each => Number(each.tagName[1]));
    if (levels.indexOf(1) !== 0 || levels.lastIndexOf(1) !== 0) found.push(`not one h1, and first: ${levels}`);
    if (levels.some((level, index) => level > (levels[index - 1] ?? 0) + 1)) found.push(`a level is left out: ${levels}`);
    for (const field of fields) if (!field.labels.length && !field.ariaLabel) found.push(`no label: ${say(field)}`);
    if (!document.title) found.push('no title');
    return found;
"""

# Nothing but a table and the navigation scrolls sideways, also where a page is enlarged to four times its size (WCAG 2.2, 1.4.10).
SIDEWAYS = """
    const page = document.documentElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(each => each.checkVisibility()
        && each.getBoundingClientRect().right > page.clientWidth + 1 && !each.closest('.wide, nav ul'));
    const words = wide.slice(0, 2).map(each => each.outerHTML.slice(0, 120));
    return [`scrolls sideways, ${page.scrollWidth} of ${page.clientWidth}: ${words}`];
"""


def look(window, language):
    """What is wrong with the page that the window shows, wide and narrow, light and dark."""
    window.script(AXE)
    window.script("document.querySelectorAll('details').forEach(each => { each.open = true })")
    found = []
    for width in (1440, 360):
        for dark in (False, True):
            window.look(width, dark)
            # Other colours change nothing but colours.
            rules = ("rule", COLOURS) if dark else ("tag", TAGS)
            faults = window.driver.execute_async_script(RUN, *rules)
            if not dark:
                faults += window.script(RULES, language)
            found += [f"{width} pixels, {'dark' if dark else 'light'}: {each}" for each in faults]
    for width in (1440, 360, 320):
        window.look(width)
        found += [f"{width} pixels: {each}" for each in window.script(SIDEWAYS)]
    window.look(1440)
    return found


def check_every_page(window, pages):
    """Looks at pages in both languages; gives at how many."""
    faults = []
    for page in pages:
        for language in ("en", "vi"):
            window.visit(page + ("&" if "?" in page else "?") + "lang=" + language)
            faults += [f"{page} in {language}, {each}" for each in look(window, language)]
    assert not faults, "\n".join(faults)
    return len(pages)


def check(window, language="vi"):
    """Looks at the page that the window shows."""
    faults = look(window, language)
    assert not faults, f"{window.path}: " + "\n".join(faults)
