"""Works through the board as people do, in real browser windows: check-board.py URL LEAD STANDING OTHER READER

The four tokens are those of Sở Tư pháp of Sơn La, of the standing agency of Sơn La, of that of Đồng Nai, and of a reader. Each
step says what was done; the first thing that is not as it should be ends it.
"""

import csv
import io
import sys
from datetime import date, timedelta
from urllib.parse import quote

from board.access import check, check_every_page
from board.api import API
from board.window import Window, steadily
from selenium.webdriver import Keys

URL, LEAD, STANDING, OTHER, READER = sys.argv[1:]
AGENCY = "son-la/so-tu-phap"
ALL = API(URL, STANDING)
YESTERDAY = (date.today() - timedelta(days=1)).isoformat()


def step(words):
    print(f"  {words}", flush=True)


def sign_in(lead):
    lead.visit("/overdue?plan=1")
    lead.sees("Mã truy cập")
    lead.fill("token", "phuluc_1_nobody")
    lead.click("button", "Đăng nhập")
    lead.sees("Mã truy cập này không đúng")
    check(lead)
    lead.fill("token", LEAD)
    lead.click("button", "Đăng nhập")
    assert lead.path == "/overdue?plan=1", lead.path
    lead.sees("Sở Tư pháp · cơ quan chủ trì")
    step("a wrong token is told so, the right one leads on to the page that was asked for")


def submit(lead, number):
    lead.send("Trình kết quả", document=f"{number}/KH-STP", dated=YESTERDAY, subject="Kế hoạch kiểm tra văn bản")
    lead.sees("Đã ghi", "chờ xác nhận")


def submission(lead, standing, obligation):
    page, title = f"/obligations/{obligation['id']}", obligation["title"]
    reason = "Báo cáo thiếu phụ lục số liệu"
    lead.visit(page)
    lead.send("Báo cáo tiến độ", percent="40", note="Đã có dự thảo")
    lead.sees("40 %")
    step("the lead agency reports 40 %")

    standing.visit("/confirm")
    standing.sees("Không có kết quả nào chờ xác nhận")
    standing.stays()
    submit(lead, 15)
    standing.sees(title)
    assert standing.has_stayed(), "the list was loaded anew"
    step("what it submits appears on the standing agency's list without a reload")

    lead.stays()
    standing.click("a", title)
    standing.send("Trả lại", reason=reason)
    lead.sees(reason, "đang thực hiện")
    assert lead.has_stayed(), "the obligation was loaded anew"
    step("it is returned; the lead agency sees the reason without a reload")

    submit(lead, 16)
    standing.visit(page)
    standing.send("Xác nhận hoàn thành")
    standing.sees("hoàn thành")
    lead.visit(page)
    history = steadily(lambda: [line.text for line in lead.all(".history li")])
    told = ["40", "15/KH-STP", reason, "16/KH-STP", "xác nhận hoàn thành"]
    assert all(any(words.lower() in line.lower() for line in history) for words in told), history
    step(f"submitted again and accepted; the history has {len(history)} lines")


def stale_form(lead, standing, obligation):
    page = f"/obligations/{obligation['id']}"
    lead.visit(page)
    lead.open_form("Báo cáo tiến độ")
    lead.fill("note", "viết dở", lead.form("Báo cáo tiến độ"))
    standing.visit(page)
    standing.send("Báo cáo tiến độ", percent="5", note="Theo điện thoại của Sở")
    lead.sees("Theo điện thoại của Sở")
    lead.send("Báo cáo tiến độ", percent="10")
    lead.sees("vừa được người khác cập nhật")
    check(lead)
    kept = lead.one("[name=note]", lead.form("Báo cáo tiến độ")).get_attribute("value")
    assert kept == "viết dở", kept
    lead.send("Báo cáo tiến độ")
    lead.sees("10 %")
    step("a form that another's change overtook comes back as it was typed, and is taken the second time")


def extension(lead, standing, obligation):
    page, year = f"/obligations/{obligation['id']}", obligation["effectiveDue"][:4]
    lead.visit(page)
    lead.send("Đề nghị gia hạn", to=f"{year}-12-15", reason="Chờ hướng dẫn của Bộ Tư pháp")
    lead.sees("Đã ghi", f"15/12/{year}")
    standing.visit("/extensions")
    standing.sees(f"Xin đến 15/12/{year}")
    standing.click("a", obligation["title"])
    standing.send("Cho gia hạn", document="99/QĐ-SNV", dated=YESTERDAY, reason="Có lý do chính đáng")
    standing.sees("Hạn gốc", f"15/12/{year}")
    lead.visit(page)
    lead.sees(f"15/12/{year}", "99/QĐ-SNV")
    step("an extension is asked for and granted; the deadline is another, the old one stands beside it")


def settle(standing):
    question = ALL.question("deadlineUnresolved", 1)
    standing.visit("/settle")
    standing.leaving(standing.one(f"a[href='/settle/{question}']").click)
    standing.misses("Nếu ghi thì")
    standing.stays()
    standing.fill("answer", "Sở đưa ra sau")
    standing.sees("Chưa được")
    standing.fill("answer", "Quý IV hàng năm")
    standing.sees("Nếu ghi thì", "31/12/2026")
    assert standing.has_stayed()
    standing.click("button", "Xác nhận và ghi")
    assert standing.path.startswith("/settle?done"), standing.path
    assert not standing.all(f"a[href='/settle/{question}']")
    step("an unclear deadline is settled, its reading shown while it is typed")


def overdue_lists(standing):
    standing.visit("/overdue?plan=1")
    for grouping in ("Theo kế hoạch", "Theo lĩnh vực", "Theo cơ quan"):
        standing.click("a", grouping)
        number = standing.all("tbody td strong")[0].text
        standing.leaving(standing.all("tbody th a")[0].click)
        standing.sees(f"{number} nghĩa vụ chưa xong")
    late = ALL.items("/v1/overdue?asOf=2022-02-08&plan=1")
    standing.visit("/overdue?asOf=2022-02-08&plan=1")
    standing.sees(f"{len(late)} nghĩa vụ chưa xong", "Về hôm nay")
    standing.fill("q", "kiem tra xu ly", standing.one("[role=search]"))
    standing.click("button", "Tìm")
    assert "kiểm tra, xử lý" in standing.text, standing.text
    step("overdue by plan, section and agency, as of another day, and found without diacritics")

    standing.visit("/overdue?asOf=2022-02-08&plan=1")
    name, content = standing.download("CSV")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert name == "overdue-2022-02-08.csv" and len(rows) == len(late), (name, rows)
    assert {row["timeStatus"] for row in rows} == {"overdue"}, rows
    assert all(row["effectiveDue"] < "2022-02-08" for row in rows), rows
    standing.click("a", "Bản in")
    paper = standing.paper()
    pages = paper.count(b"/Type /Page\n")
    assert paper.startswith(b"%PDF") and pages >= 1, pages
    step(f"the list as a file of {len(rows)} rows, and as a report of {pages} pages")

    standing.visit("/overdue")
    assert standing.hidden_on_paper(".top") and standing.hidden_on_paper("footer"), "navigation is printed"
    assert standing.paper().count(b"/Type /Page\n") > 1
    for path in ("/overdue", "/overdue/by/agency", "/overdue/print?plan=1", "/plans/1"):
        standing.visit(path)
        assert not standing.is_cut_on_paper(), path
    step("navigation is not printed, and every column of a table is")


def languages(lead):
    lead.visit("/due")
    lead.click("a", "English")
    lead.sees("Due soon", "Sign out")
    lead.visit("/overdue")
    lead.sees("Overdue", "lead agency")
    lead.click("a", "Tiếng Việt")
    lead.sees("Quá hạn")
    step("the language is another on this page and on the next, and back")


def what_is_not_shown(lead, reader, done):
    paths = [f"/obligations/{item['id']}" for item in ALL.items("/v1/obligations?plan=1&limit=500")]
    foreign = next(path for path in paths if not API(URL, LEAD).knows("/v1" + path))
    lead.visit(foreign)
    assert lead.status() == 404 and not lead.all(".actions"), lead.text
    reader.sign_in(READER)
    reader.visit(f"/obligations/{done['id']}")
    reader.sees("Lịch sử")
    assert not reader.all(".actions"), "a reader sees forms"
    step("a reader sees no forms; another agency's obligation is not to be found")


def sign_out_everywhere(lead, obligation):
    typed = "Đã lấy ý kiến “các sở”,\ncòn thiếu <Sở Y tế> & “Sở Xây dựng”"
    lead.visit(f"/obligations/{obligation['id']}")
    lead.open_form("Báo cáo tiến độ")
    lead.fill("note", typed, lead.form("Báo cáo tiến độ"))
    second = Window(URL)
    second.sign_in(LEAD)
    second.click("button", "Đăng xuất khỏi mọi thiết bị")
    second.sees("Mã truy cập")
    second.close()
    step("signing out everywhere ends the session of the other window")
    lead.stays()
    assert lead.comes_back().endswith("/sign-in?next=" + quote(lead.path, safe="")), lead.path
    assert lead.has_stayed(), "the page was left"
    kept = lead.one("[name=note]", lead.form("Báo cáo tiến độ")).get_attribute("value")
    assert kept == typed, kept
    step("the window is looked at again; what was typed there is still there")
    lead.send("Báo cáo tiến độ")
    lead.sees("Phiên đăng nhập đã hết", "những gì đã nhập vẫn còn")
    check(lead)
    lead.fill("token", LEAD)
    lead.click("button", "Đăng nhập")
    lead.sees("Biểu mẫu thuộc phiên đăng nhập trước")
    check(lead)
    kept = lead.one("[name=note]", lead.form("Báo cáo tiến độ")).get_attribute("value")
    assert kept == typed, kept
    lead.send("Báo cáo tiến độ")
    lead.sees("Đã ghi", "<Sở Y tế> & “Sở Xây dựng”")
    lead.click("button", "Đăng xuất")
    step("what was typed there is kept through signing in again, looked at once more and recorded")


def keyboard(lead, obligation):
    lead.visit("/sign-in")
    lead.tab_to("Mã truy cập")
    lead.press(LEAD)
    lead.leaving(lambda: lead.press(Keys.ENTER))
    lead.press(Keys.TAB)
    assert "Đến nội dung chính" in lead.focus()["words"] and lead.focus()["shown"], lead.focus()
    lead.press(Keys.ENTER)
    lead.press(Keys.TAB)
    assert lead.script("return document.querySelector('main').contains(document.activeElement)"), lead.focus()
    lead.visit(f"/obligations/{obligation['id']}")
    lead.tab_to("Góp ý")
    lead.press(Keys.ENTER)
    lead.tab_to("Ghi chú")
    lead.press("Gõ bằng bàn phím")
    lead.tab_to("Góp ý")
    lead.leaving(lambda: lead.press(Keys.ENTER))
    lead.sees("Đã ghi", "Gõ bằng bàn phím")
    step("signed in and commented with the keyboard alone; the focus is to be seen at every stop")


def without_scripts(obligation):
    plain = Window(URL, scripts=False)
    plain.visit("/sign-in")
    plain.sign_in(LEAD)
    plain.visit(f"/obligations/{obligation['id']}")
    plain.send("Báo cáo tiến độ", percent="60")
    plain.sees("Đã ghi", "60 %")
    plain.visit("/overdue")
    plain.sees("nghĩa vụ chưa xong")
    name, content = plain.download("CSV")
    assert len(list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))) > 10, name
    plain.click("button", "Đăng xuất")
    plain.sign_in(OTHER)
    question = ALL.question("deadlineUnresolved", 2)
    plain.visit(f"/settle/{question}")
    plain.fill("answer", "Quý IV/2027")
    plain.misses("Nếu ghi thì")
    plain.click("button", "Xem cách đọc")
    plain.sees("Nếu ghi thì", "31/12/2027")
    plain.click("button", "Xác nhận và ghi")
    assert plain.path.startswith("/settle?done"), plain.path
    assert plain.runs_no_scripts()
    plain.is_quiet()
    plain.close()
    step("without scripts: signed in, reported, listed, downloaded, settled")


def first_load(standing):
    size = standing.weight("/")
    assert size < 60_000, f"{size} bytes"
    step(f"the first load is {size} bytes with stylesheet, script, icon and heads")


def every_page(standing, submitted, asked):
    question = ALL.question("leadUnknown", 1)
    pages = [
        "/", "/?plan=1", "/overdue", "/overdue?asOf=2022-02-08&plan=1", "/overdue/by/agency", "/overdue/by/section",
        "/overdue/by/plan", "/overdue/by/year", "/overdue/print?plan=1", "/due?within=60", "/confirm", "/extensions",
        "/check-ins", "/conditional", "/orphans", "/search?q=thi+hanh+phap+luat", "/settle",
        f"/settle/{question}?answer={quote('Sở Tài chính')}", f"/settle/{question}?answer=x", "/plans",
        "/plans/1", "/agencies", f"/agencies/{AGENCY}", f"/obligations/{submitted['id']}",
        f"/obligations/{asked['id']}", "/nowhere",
    ]
    stranger = Window(URL)
    number = check_every_page(standing, pages) + check_every_page(stranger, ["/sign-in"])
    stranger.close()
    step(f"axe-core finds no fault on {number} pages in both languages, light and dark, wide and narrow")


def main():
    done, moved, asked, submitted, *_ = API(URL, LEAD).not_begun(AGENCY)
    lead, standing, reader = Window(URL), Window(URL), Window(URL)
    sign_in(lead)
    standing.sign_in(STANDING)
    submission(lead, standing, done)
    stale_form(lead, standing, moved)
    extension(lead, standing, moved)
    settle(standing)
    overdue_lists(standing)
    languages(lead)
    what_is_not_shown(lead, reader, done)
    lead.visit(f"/obligations/{asked['id']}")
    lead.send("Đề nghị gia hạn", to="2030-12-15", reason="Chờ hướng dẫn")
    lead.sees("Đã ghi")
    lead.visit(f"/obligations/{submitted['id']}")
    submit(lead, 17)
    sign_out_everywhere(lead, moved)
    keyboard(lead, moved)
    without_scripts(moved)
    first_load(standing)
    for window in (lead, reader, standing):
        window.is_quiet()
    step("the browsers noted no error, no breach of the content security policy and no request to anybody else")
    every_page(standing, submitted, asked)
    for window in (lead, reader, standing):
        window.close()


main()
