#!/usr/bin/env python3
"""Compares the lunar calendar, 1900-2100, with an independent computation. `Scripts/acceptance` runs it.

Needs `pip install ephem lunardate` and swiftc. It compiles the files of the domain's lunar calendar, prints Tet, the day of the
Hung Kings and the first day of every month of every year, and compares them with months that are built here from the new moons and
the sun of the ephemeris in `ephem`:

* at UTC+7 they have to be the same, except where a new moon comes within a minute of midnight;
* `lunardate` is a table of the Chinese calendar; where Tet differs from it, the months built here at UTC+8 have to give the
  table's day, so that nothing but the time zone makes the difference.
"""

import bisect
import datetime
import math
import pathlib
import subprocess
import sys
import tempfile

import ephem
import lunardate

TIME = pathlib.Path(__file__).resolve().parent.parent / "Sources/TrackerDomain/Time"
FILES = ["CelestialSeries", "LunarYear", "LunarDate", "CivilDate", "CivilDate+Arithmetic", "CivilDate+Text", "../Text/Language"]
PROGRAM = """
for year in 1900...2100 {
    guard let tet = Tet.day(of: year), let kings = HungKings.day(of: year), let lunar = LunarYear(year) else { continue }
    print(year, tet, kings, lunar.months.map { "\\($0.number)\\($0.isLeap ? "+" : ""):\\($0.firstDay)" }.joined(separator: " "))
}
"""


def ours():
    with tempfile.TemporaryDirectory() as folder:
        main = pathlib.Path(folder, "main.swift")
        main.write_text(PROGRAM)
        program = pathlib.Path(folder, "dates")
        sources = [str(TIME / f"{name}.swift") for name in FILES]
        subprocess.run(["swiftc", "-O", *sources, str(main), "-o", str(program)], check=True)
        lines = subprocess.run([str(program)], check=True, capture_output=True, text=True).stdout.splitlines()
    days = {}
    for line in lines:
        year, tet, kings, *months = line.split()
        starts = {name: datetime.date.fromisoformat(day) for name, day in (month.split(":") for month in months)}
        days[int(year)] = (datetime.date.fromisoformat(tet), datetime.date.fromisoformat(kings), starts)
    return days


def new_moons():
    moon, moons = ephem.Date("1898/11/1"), []
    while moon < ephem.Date("2102/3/1"):
        moon = ephem.next_new_moon(moon)
        moons.append(moon)
        moon = ephem.Date(moon + 1)
    return moons


def solar_term(day, zone):
    """The twelfth of its way, from the spring equinox, in which the sun stands as a day begins."""
    instant = ephem.Date(ephem.Date(day) - zone / 24)
    return int(math.degrees(ephem.Ecliptic(ephem.Sun(instant), epoch=instant).lon) % 360 // 30)


def calendar(moons, zone):
    """Tet, day 10 of month 3, and the months of every year ("6+" is leap), which begin at midnight of a time zone."""
    starts = [ephem.Date(moon + zone / 24).datetime().date() for moon in moons]
    terms = [solar_term(start, zone) for start in starts]
    solstices = [i for i in range(len(starts) - 1) if 6 <= terms[i] < 9 <= terms[i + 1]]
    months, festivals = {}, {}
    for first, end in zip(solstices, solstices[1:]):
        leap = next((i for i in range(first + 1, end) if terms[i] == terms[i + 1]), None) if end - first == 13 else None
        ordinary = [i for i in range(first, end) if i != leap]
        year = starts[end].year
        festivals[year] = (starts[ordinary[2]], starts[ordinary[4]] + datetime.timedelta(days=9))
        number = 10
        for i in range(first, end):
            number = number if i == leap else number % 12 + 1
            own = months.setdefault(year if number < 11 else year - 1, {})
            own[f"{number}{'+' if i == leap else ''}"] = starts[i]
    return {year: (*days, months[year]) for year, days in festivals.items() if year in months}


def seconds_from_midnight(moons, day, zone):
    """How near to midnight the new moons around a day come."""
    nearest = 86_400
    for moon in moons[max(0, bisect.bisect(moons, ephem.Date(day)) - 3) :][:6]:
        time = ephem.Date(moon + zone / 24).datetime()
        seconds = time.hour * 3600 + time.minute * 60 + time.second
        nearest = min(nearest, seconds, 86_400 - seconds)
    return nearest


def main():
    moons = new_moons()
    vietnam, china = calendar(moons, 7), calendar(moons, 8)
    failures = explained = 0
    for year, days in ours().items():
        for name, day, other in zip(("Tet", "Hung Kings"), days, vietnam[year]):
            if day != other:
                near = seconds_from_midnight(moons, other, 7)
                failures += near > 60
                print(f"{year} {name}: {day}, ephemeris {other}; a new moon {near} s from midnight")
        months, others = days[2], vietnam[year][2]
        if list(months) != list(others):
            failures += 1
            print(f"{year}: months {list(months)}, ephemeris {list(others)}")
        for name in months.keys() & others.keys():
            if months[name] != others[name]:
                near = seconds_from_midnight(moons, others[name], 7)
                failures += near > 60
                print(f"{year} month {name}: {months[name]}, ephemeris {others[name]}; a new moon {near} s from midnight")
        table = lunardate.LunarDate(year, 1, 1).to_solar_date() if year < 2100 else china[year][0]
        if days[0] != table:
            is_explained = china[year][0] == table
            explained += is_explained
            failures += not is_explained
            reason = "UTC+8 gives the Chinese day" if is_explained else "NOT EXPLAINED"
            print(f"{year} Tet: {days[0]}, in China {table}; {reason}")
    print(f"201 years, {explained} Chinese new years on another day, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
