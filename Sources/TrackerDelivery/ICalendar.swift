package import TrackerDomain

/// A calendar file (RFC 5545) of all-day events, written piece by piece: ``head``, ``event(_:)`` for each, ``tail``.
package struct ICalendar: Sendable {
    /// What the calendar is called.
    package let name: String
    /// When it was made: milliseconds since 1970-01-01T00:00:00Z.
    package let madeAt: Int64

    package init(name: String, madeAt: Int64) {
        self.name = name
        self.madeAt = madeAt
    }

    /// A day with something to be done.
    package struct Event: Hashable, Sendable {
        /// The same for the same thing, however often it is written, and no other's in the world.
        package var uid: String
        /// Grows when the day changes, so that a calendar takes the new one.
        package var sequence: Int
        package var day: CivilDate
        package var summary: String
        package var details: String
        package var categories: [String] = []
        /// Whether it may not come about, "TENTATIVE".
        package var isTentative = false
        /// Reminders: so many days before the day, at eight in the morning; 0 is the day itself.
        package var alarmDaysBefore: [Int] = []

        package init(uid: String, sequence: Int, day: CivilDate, summary: String, details: String) {
            self.uid = uid
            self.sequence = sequence
            self.day = day
            self.summary = summary
            self.details = details
        }
    }

    /// What stands before the events.
    package var head: String {
        Self.lines([
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//phuluc//phuluc//VI", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            // RFC 7986 and the names before it: what it is called, how often to look for a newer one.
            "NAME:\(Self.text(name))", "X-WR-CALNAME:\(Self.text(name))", "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
            "X-PUBLISHED-TTL:PT12H",
        ])
    }

    /// What stands behind them.
    package var tail: String { Self.lines(["END:VCALENDAR"]) }

    package func event(_ event: Event) -> String {
        var lines = [
            "BEGIN:VEVENT", "UID:\(Self.text(event.uid))", "DTSTAMP:\(Self.instant(madeAt))",
            "SEQUENCE:\(event.sequence)", "DTSTART;VALUE=DATE:\(Self.compact(event.day))",
            // The end is the day after: without it some programs show nothing.
            "DTEND;VALUE=DATE:\(Self.compact(event.day.adding(days: 1)))", "SUMMARY:\(Self.text(event.summary))",
            "DESCRIPTION:\(Self.text(event.details))",
        ]
        if !event.categories.isEmpty {
            lines.append("CATEGORIES:\(event.categories.map(Self.text).joined(separator: ","))")
        }
        // A deadline takes nobody's time: the day stays free.
        lines += ["STATUS:\(event.isTentative ? "TENTATIVE" : "CONFIRMED")", "TRANSP:TRANSPARENT"]
        for days in event.alarmDaysBefore {
            // Eight in the morning so many days before: 16 hours after the midnight before the whole days.
            let trigger = days == 0 ? "PT8H" : days == 1 ? "-PT16H" : "-P\(days - 1)DT16H"
            lines += [
                "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:\(trigger)", "DESCRIPTION:\(Self.text(event.summary))",
                "END:VALARM",
            ]
        }
        return Self.lines(lines + ["END:VEVENT"])
    }

    // MARK: Lines

    /// Lines with CRLF, folded so that none has more than 75 octets and no character is cut (RFC 5545, section 3.1).
    private static func lines(_ lines: [String]) -> String {
        lines.map { folded($0) + "\r\n" }.joined()
    }

    static func folded(_ line: String) -> String {
        guard line.utf8.count > 75 else { return line }
        var output = String.UnicodeScalarView()
        var octets = 0
        // By characters as a reader sees them, so that a combining mark stays with its letter.
        for character in line {
            let size = character.utf8.count
            if octets + size > 75, octets > 1 {
                output.append(contentsOf: "\r\n ".unicodeScalars)
                octets = 1
            }
            output.append(contentsOf: character.unicodeScalars)
            octets += size
        }
        return String(output)
    }

    /// Text with its special signs marked (RFC 5545, section 3.3.11); other control characters have no place in it.
    static func text(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",": output.append(contentsOf: ["\\", scalar])
            case "\n", "\r": output.append(contentsOf: ["\\", "n"])
            case _ where scalar.properties.generalCategory == .control: output.append(" ")
            default: output.append(scalar)
            }
        }
        return String(output)
    }

    /// "20220207".
    private static func compact(_ day: CivilDate) -> String { day.description.filter { $0 != "-" } }

    /// "20220207T010000Z".
    private static func instant(_ milliseconds: Int64) -> String {
        let seconds = Int((milliseconds >= 0 ? milliseconds : 0) / 1_000)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = CivilDate(dayNumber: Int32(seconds / 86_400))
        let time = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map(two).joined()
        return "\(compact(day))T\(time)Z"
    }
}
