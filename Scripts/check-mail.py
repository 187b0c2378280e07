"""Reads what phuluc sends with independent programs: .eml files and mail that went through msmtp to a real SMTP server with
Python's email package, webhooks with the library of Standard Webhooks, calendars with icalendar and khal.

Usage: Scripts/check-mail.py PROGRAM     (needs msmtp and khal; aiosmtpd, icalendar and standardwebhooks from PyPI)
"""

import datetime
import email
import email.policy
import email.utils
import http.server
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

import icalendar
import standardwebhooks
from aiosmtpd.controller import Controller

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
SENDER = "Sở Nội vụ <cchc@sonla.gov.vn>"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
AGENCIES = {
    "son-la/so-tu-phap": "stp@sonla.gov.vn",
    "son-la/so-noi-vu": "snv@sonla.gov.vn",
    "son-la/so-ke-hoach-va-dau-tu": "skhdt@sonla.gov.vn",
}
# Nothing new becomes due for two days after it.
DAY = "2022-02-08"
checks = 0


def check(condition, what):
    global checks
    checks += 1
    if not condition:
        sys.exit(f"check-mail: {what}")


class Desk:
    """A folder with a store that holds the plan of Sơn La and the agencies' addresses."""

    def __init__(self, folder, hook=None):
        self.folder = folder
        folder.mkdir()
        self.run("import", str(ROOT / "appendix-data/plans/son-la-2021-2030"), today="2021-10-05")
        for agency, address in AGENCIES.items():
            where = ["--webhook", hook] if hook else ["--email", address]
            self.run("agencies", "address", agency, *where)

    def run(self, *arguments, today=DAY, status=0):
        done = subprocess.run(
            [PROGRAM, *arguments, "--store", "store.sqlite", "--today", today],
            cwd=self.folder, capture_output=True, text=True, timeout=120,
        )
        check(done.returncode == status, f"{arguments}: status {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def remind(self, channel, *arguments, **options):
        return self.run("remind", "--channel", channel, *arguments, **options)


def check_message(data, address):
    """A message that any mail program reads as it was meant."""
    check(all(len(line) <= 78 for line in data.replace(b"\r\n", b"\n").split(b"\n")), "a line has more than 78 octets")
    message = email.message_from_bytes(data, policy=email.policy.default)
    parts = list(message.walk())
    check(not any(part.defects for part in parts), f"defects: {[part.defects for part in parts]}")
    check(not any(value.defects for value in message.values()), "a header has defects")
    sender, recipient = message["From"].addresses[0], message["To"].addresses[0]
    check((sender.display_name, sender.addr_spec) == ("Sở Nội vụ", "cchc@sonla.gov.vn"), f"From: {sender}")
    check(recipient.addr_spec == address and recipient.display_name.startswith("Sở "), f"To: {recipient}")
    check(message["Subject"].startswith("Nhắc việc ngày 08/02/2022: "), f"Subject: {message['Subject']}")
    check(message["Date"].datetime.utcoffset().total_seconds() == 7 * 3600, f"Date: {message['Date']}")
    check(message["Auto-Submitted"] == "auto-generated", "Auto-Submitted")
    check("<nhac-viec.phuluc.sonla.gov.vn>" in message["List-Id"], "List-Id")
    check(message.get_content_type() == "multipart/alternative", message.get_content_type())
    text = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    html = message.get_body(("html",)).get_content()
    check(text.startswith(f"Kính gửi: {recipient.display_name} (UBND tỉnh Sơn La)\n"), text[:80])
    check("Trân trọng./." in text and "Quyết định số 2407/QĐ-UBND" in text, "the text is not whole")
    check(html.startswith("<!DOCTYPE html>") and html.rstrip().endswith("</html>"), "the HTML is not whole")
    return message["Message-ID"]


def check_eml(folder):
    desk = Desk(folder)
    mail = folder / "thu"
    mail.mkdir()
    arguments = ["--mail-folder", "thu", "--from", SENDER]
    desk.remind("eml", *arguments)
    files = sorted(mail.iterdir())
    addresses = set()
    for file in files:
        data = file.read_bytes()
        address = email.message_from_bytes(data, policy=email.policy.default)["To"].addresses[0].addr_spec
        addresses.add(address)
        check(check_message(data, address) == f"<{file.name.removesuffix('.eml')}>", f"{file.name} is not its Message-ID")
    check(addresses == set(AGENCIES.values()), f"messages for {addresses}")
    before = {file: file.read_bytes() for file in files}
    desk.remind("eml", *arguments)
    check({file: file.read_bytes() for file in mail.iterdir()} == before, "a second run changed the folder")


class Mailbox:
    """An SMTP server's part: keeps what arrives, refuses whom it is told to."""

    def __init__(self):
        self.arrived = []
        self.answers = {}

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.answers.get(address)
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.arrived.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 OK"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def check_sendmail(folder):
    desk = Desk(folder)
    port = free_port()
    settings = folder / "msmtprc"
    settings.write_text(f"account default\nhost 127.0.0.1\nport {port}\n")
    settings.chmod(0o600)
    program = folder / "sendmail"
    program.write_text(f'#!/bin/sh\nexec "{shutil.which("msmtp")}" -C "{settings}" "$@"\n')
    program.chmod(0o755)
    arguments = ["--sendmail", str(program), "--from", SENDER]

    # Nobody listens: nothing is lost, the run says so.
    desk.remind("sendmail", *arguments, status=1)
    mailbox = Mailbox()
    mailbox.answers = {"stp@sonla.gov.vn": "451 4.7.1 try again", "snv@sonla.gov.vn": "550 5.1.1 no such user"}
    server = Controller(mailbox, hostname="127.0.0.1", port=port)
    server.start()
    try:
        # One recipient is taken, one refused for now, one refused for good: the others do not suffer.
        desk.remind("sendmail", *arguments, today="2022-02-09", status=1)
        check([to for _, to, _ in mailbox.arrived] == [["skhdt@sonla.gov.vn"]], f"arrived for {[to for _, to, _ in mailbox.arrived]}")
        failed = desk.run("remind", "failed", today="2022-02-09")
        check("Sở Nội vụ" in failed and "550 5.1.1" in failed and "Sở Tư pháp" not in failed, f"failed: {failed}")
        # What was refused for now goes out with a later run, what was refused for good when a person says so.
        mailbox.answers = {}
        desk.remind("sendmail", *arguments, today="2022-02-10")
        check([to for _, to, _ in mailbox.arrived][1:] == [["stp@sonla.gov.vn"]], f"arrived for {[to for _, to, _ in mailbox.arrived]}")
        desk.run("remind", "retry", "--channel", "sendmail", *arguments, today="2022-02-10")
    finally:
        server.stop()
    check(sorted(to for _, to, _ in mailbox.arrived) == sorted([address] for address in AGENCIES.values()), "one each")
    ids = {check_message(data, to[0]) for _, to, data in mailbox.arrived}
    check(len(ids) == 3, "each has a Message-ID of its own")
    check({sender for sender, _, _ in mailbox.arrived} == {"cchc@sonla.gov.vn"}, "the envelope's sender")


class Hook(http.server.BaseHTTPRequestHandler):
    """Keeps what it is sent, answers what it is told."""

    received = []
    answers = []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Hook.received.append((dict(self.headers), body))
        self.send_response(Hook.answers.pop(0) if Hook.answers else 200)
        self.end_headers()

    def log_message(self, *arguments):
        pass


def check_webhook(folder):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    desk = Desk(folder, hook=f"http://127.0.0.1:{server.server_port}/nhac-viec")
    secret = folder / "secret"
    secret.write_text(SECRET + "\n")
    secret.chmod(0o600)
    arguments = ["--webhook-secret-file", str(secret)]
    Hook.answers = [500]
    desk.remind("webhook", *arguments, status=1)
    check(len(Hook.received) == 3, f"{len(Hook.received)} requests")
    desk.remind("webhook", *arguments, today="2022-02-09")
    server.shutdown()
    check(len(Hook.received) == 4, "the one that failed is sent again, the others are not")
    check(Hook.received[0][1] == Hook.received[3][1], "it says the same the second time")
    check(Hook.received[0][0]["Webhook-Id"] == Hook.received[3][0]["Webhook-Id"], "under the same id")
    for headers, body in Hook.received:
        # The tries have the clocks of other days, so their age is not looked at.
        stamp = datetime.datetime.fromtimestamp(int(headers["Webhook-Timestamp"]), datetime.timezone.utc)
        signature = standardwebhooks.Webhook(SECRET).sign(headers["Webhook-Id"], stamp, body.decode())
        check(headers["Webhook-Signature"] == signature, "the signature")
        data = json.loads(body)
        check(data["type"] == "reminder" and data["data"]["text"].startswith("Kính gửi: "), "the body")
        check(data["data"]["recipient"] in AGENCIES and data["data"]["items"], "recipient and obligations")


def check_calendar(folder):
    desk = Desk(folder)
    (folder / ".config/khal").mkdir(parents=True)
    (folder / "none").mkdir()
    (folder / ".config/khal/config").write_text(f"""
[calendars]
[[none]]
path = {folder}/none
[locale]
local_timezone = Asia/Ho_Chi_Minh
default_timezone = Asia/Ho_Chi_Minh
timeformat = %H:%M
dateformat = %d/%m/%Y
longdateformat = %d/%m/%Y
datetimeformat = %d/%m/%Y %H:%M
longdatetimeformat = %d/%m/%Y %H:%M
""")
    for agency in AGENCIES:
        desk.run("agencies", "calendar", agency, "a.ics", "--replace")
        data = (folder / "a.ics").read_bytes()
        lines = data.split(b"\r\n")
        check(all(len(line) <= 75 for line in lines) and b"\n" not in data.replace(b"\r\n", b""), "folded at 75, CRLF")
        for line in lines:
            line.decode()  # no character is cut
        calendar = icalendar.Calendar.from_ical(data)
        events = calendar.walk("VEVENT")
        check(not calendar.errors and not any(event.errors for event in events), "icalendar finds errors")
        owed = {}
        cursor = []
        while cursor is not None:
            page = json.loads(desk.run("list", "--agency", agency, "--limit", "500", "--format", "json", *cursor))
            for item in page["items"]:
                if item["effectiveDue"] and item["stage"] not in ("completed", "withdrawn"):
                    owed[f"obligation-{item['id']}@son-la.phuluc"] = (item["effectiveDue"], item["deadlineVersion"])
            cursor = ["--after", page["next"]] if page["next"] else None
        found = {str(e["UID"]): (e.decoded("DTSTART").isoformat(), int(e["SEQUENCE"])) for e in events}
        check(found == owed and owed, f"{agency}: {len(found)} events, {len(owed)} obligations")
        for event in events:
            days = (event.decoded("DTEND") - event.decoded("DTSTART")).days
            check(days == 1 and event["TRANSP"] == "TRANSPARENT", "an event is one free day")
            check(all(alarm["TRIGGER"].dt.seconds == 8 * 3600 for alarm in event.walk("VALARM")), "alarms at eight")
        shown = subprocess.run(
            ["khal", "printics", "--format", "{start-date}|{end-date}|{title}", str(folder / "a.ics")],
            env=os.environ | {"HOME": str(folder), "LANG": "C.UTF-8", "XDG_CONFIG_HOME": f"{folder}/.config"}, capture_output=True, text=True, timeout=120,
        )
        check(shown.returncode == 0, f"khal: {shown.stderr}")
        rows = [line for line in shown.stdout.splitlines() if "|" in line]
        check(len(rows) == len(events), f"khal shows {len(rows)} of {len(events)} events:\n{shown.stdout}")
        check(all("|Hạn: " in row for row in rows), shown.stdout)
    return rows[0]


with tempfile.TemporaryDirectory() as name:
    base = pathlib.Path(name)
    row = check_calendar(base / "calendar")
    check_eml(base / "eml")
    check_sendmail(base / "sendmail")
    check_webhook(base / "webhook")
print(f"check-mail: {checks} checks of .eml files, mail through msmtp, signed webhooks and calendars passed; khal: {row}")
