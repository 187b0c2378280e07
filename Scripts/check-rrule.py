#!/usr/bin/env python3
"""Compares the recurrence rules of `phuluc explain` with an independent reader of RFC 5545. `Scripts/acceptance` runs it.

Needs `pip install python-dateutil` and the built program: Scripts/check-rrule.py [.build/debug/phuluc]. It lets the program explain

* every expression of Tests/TrackerDomainTests/Deadlines/*.tsv in the plan that stands there, and
* expressions made here: all cadences with all due days, weekdays, months and report periods, in plans of one and of several years,

expands every RRULE with `dateutil` and compares the days of each recurring reading with its nominal dates. Each DTSTART has to be
the first of its days, and what does not recur may have no rule.
"""

import calendar
import datetime
import json
import pathlib
import subprocess
import sys

from dateutil.rrule import rrulestr

ROOT = pathlib.Path(__file__).resolve().parent.parent
LIMIT = 500
PLANS = ["2021-10-01 2021-2030", "2026-01-05 2026-2030", "2026-01-05 2026-2026", "2024-02-29 2023-2028", "2016-12-29 2017-2017"]
LEAST_EXPRESSIONS, LEAST_RULES = 3500, 3500


def given():
    """The expressions of the tests, by plan."""
    expressions = {}
    for table in sorted((ROOT / "Tests/TrackerDomainTests/Deadlines").glob("*.tsv")):
        for line in table.read_text(encoding="utf-8").splitlines()[1:]:
            text, _, _, plan = line.split("\t")
            expressions.setdefault(plan, []).append(text)
    return expressions


def made():
    """All cadences with all due days."""
    made = ["Hàng tuần", "Hàng tháng", "Hàng quý", "6 tháng một lần", "Hằng năm", "Giữa năm hằng năm", "Đầu năm hằng năm"]
    made += [f"{day} hàng tuần" for day in ("Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7", "Chủ nhật")]
    made += [f"{edge} tháng hàng tháng" for edge in ("Đầu", "Giữa", "Cuối")]
    made += [f"{place} hằng năm" for quarter in ("I", "II", "III", "IV") for place in (f"Quý {quarter}", f"Trước quý {quarter}")]
    made += [f"Báo cáo {periods}" for periods in ("tháng, quý, 6 tháng, năm", "quý, 6 tháng, 9 tháng và năm", "6 tháng, năm")]
    made += ["Hàng quý, 6 tháng và hàng năm", "Hàng tuần, hàng tháng, hàng quý", "Quý I, quý III hằng năm", "Hàng quý năm 2026"]
    made += ["Hằng năm, giai đoạn 2026-2028", "Tháng 2 và tháng 12 hằng năm", "Năm 2026 và các năm tiếp theo"]
    for bound in ("Ngày", "Trước ngày"):
        for day in range(1, 32):
            made.append(f"{bound} {day} hàng tháng")
            made.append(f"Hằng tháng, {bound.lower()} {day} tháng sau liền kề")
            made += [f"{bound} {day} {month}" for month in ("tháng cuối quý", "tháng đầu quý", "tháng đầu quý sau")]
            made.append(f"{bound} {day} của tháng cuối kỳ báo cáo")
        for month in range(1, 13):
            for day in range(1, calendar.monthrange(2028, month)[1] + 1):
                made.append(f"{bound} {day}/{month} hằng năm")
    for month in range(1, 13):
        other = (month + 4) % 12 + 1
        made += [f"{edge} {month} hằng năm" for edge in ("Tháng", "Trước tháng", "Đầu tháng", "Giữa tháng", "Cuối tháng")]
        made.append(f"Tháng {month} và tháng {other} hằng năm")
        made.append(f"Trước ngày 15/{month} và 28/{other} hằng năm")
    return made


def explained(program, plan, expressions):
    issued, years = plan.split(" ")
    command = [program, "explain", "-", "--issued", issued, "--period", years, "--format", "json", "--limit", str(LIMIT)]
    # A store of whoever runs this would bring its own calendar, which nominal dates do not depend on.
    command += ["--store", ":memory:"]
    lines = "".join(text + "\n" for text in expressions)
    answer = subprocess.run(command, input=lines, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    answers = [json.loads(line) for line in answer.splitlines()]
    if len(answers) != len(expressions):
        sys.exit(f"{plan}: {len(expressions)} expressions, {len(answers)} answers")
    return answers


def days(rule):
    """The days of a rule, and whether DTSTART is the first of them."""
    start = datetime.datetime.strptime(rule.splitlines()[0], "DTSTART;VALUE=DATE:%Y%m%d")
    found = list(rrulestr(rule.splitlines()[1], dtstart=start))
    return {day.date().isoformat() for day in found}, bool(found) and found[0] == start


def differences(part):
    """What is wrong with one deadline."""
    if part["kind"] != "recurring":
        return ["a rule of what does not recur"] if part["rrule"] else []
    found, wrong = set(), []
    for rule in part["rrule"]:
        own, starts = days(rule)
        found |= own
        if not starts:
            wrong.append(f"DTSTART is not the first day of {rule!r}")
    expected = set(part["nominal"])
    if len(expected) == LIMIT:
        found = {day for day in found if day <= part["nominal"][-1]}
    if found != expected:
        missing, more = sorted(expected - found)[:5], sorted(found - expected)[:5]
        wrong.append(f"missing {missing}, too many {more} in {part['rrule']}")
    return wrong


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / ".build/debug/phuluc")
    work = given()
    for plan in PLANS:
        work.setdefault(plan, []).extend(made())
    expressions = recurring = rules = single = failures = 0
    for plan, texts in work.items():
        for answer in explained(program, plan, texts):
            expressions += 1
            for part in answer.get("parts") or [answer]:
                recurring += part["kind"] == "recurring"
                rules += len(part["rrule"])
                single += len(part["rrule"]) == 1
                for wrong in differences(part):
                    failures += 1
                    print(f"{answer['text']!r} in {plan}: {wrong}")
    print(f"{expressions} expressions, {recurring} recurring, {single} of them one rule, {rules} rules, {failures} failures")
    if expressions < LEAST_EXPRESSIONS or rules < LEAST_RULES:
        print(f"too few: at least {LEAST_EXPRESSIONS} expressions and {LEAST_RULES} rules are expected")
        failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
