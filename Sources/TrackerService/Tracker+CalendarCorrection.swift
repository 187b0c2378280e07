package import TrackerDomain
internal import TrackerStorage

/// An obligation whose effective due date a corrected calendar moves.
package struct CalendarMove: Sendable {
    package let before: ObligationEntry
    package let effective: CivilDate
}

/// What a correction of the calendar has changed, or in a dry run would change.
package struct CalendarCorrection: Sendable {
    package let entry: WorkCalendar.Entry
    /// What the calendar had for the day.
    package let replaced: WorkCalendar.Entry?
    /// How many computed days of the year became data with it.
    package let listed: Int
    /// Open obligations that are due on another day, in the order of their numbers.
    package let moved: [CalendarMove]
    package let isDryRun: Bool
    package let asOf: CivilDate
}

extension Tracker {
    /// Corrects a day of the store's calendar and moves the effective due dates that follow from it, in one transaction.
    ///
    /// Nominal dates stay. Open obligations take the new effective date through the workflow, with a line of the history
    /// and a new deadline version, so that they are reminded anew; completed and withdrawn ones stay as they are.
    package func correctCalendar(
        _ entry: WorkCalendar.Entry, isDryRun: Bool
    ) throws(TrackerError) -> CalendarCorrection {
        try Self.check(entry)
        let now = ambient.now()
        if isDryRun {
            return try store.read { transaction in
                let calendar = try Self.referenceData(in: transaction).calendar
                return try Self.correction(entry, of: calendar, isDryRun: true, on: today, in: transaction)
            }
        }
        return try store.write { transaction in
            try Self.fillReferenceData(in: transaction)
            let calendar = try transaction.reading.workCalendar()
            let correction = try Self.correction(
                entry, of: calendar, isDryRun: false, on: today, in: transaction.reading)
            if correction.listed > 0 { try transaction.insertCalendarDays(calendar.entries(of: entry.date.year)) }
            try transaction.replaceCalendarDay(entry)
            let corrected = calendar.correcting(entry)
            for move in correction.moved { try Self.apply(move, entry, corrected, now: now, to: transaction) }
            return correction
        }
    }

    private static func check(_ entry: WorkCalendar.Entry) throws(TrackerError) {
        try requireKnown(year: entry.date.year, named: "DATE")
        let hint = LocalizedText(
            vi: "nêu ngày nghỉ hay làm bù và văn bản quy định.", en: "say what the day is and which document says so.")
        for (name, value) in [("--name", entry.name), ("--source", entry.source)]
        where value.allSatisfy(\.isWhitespace) {
            throw .invalidInput(name: name, value: value, hint: hint)
        }
    }

    private static func correction(
        _ entry: WorkCalendar.Entry, of calendar: WorkCalendar, isDryRun: Bool, on today: CivilDate,
        in transaction: ReadTransaction
    ) throws -> CalendarCorrection {
        let corrected = calendar.correcting(entry)
        let moved = try transaction.openObligations(dueAround: entry.date).compactMap { found -> CalendarMove? in
            guard let nominal = found.obligation.state.nominalDue else { return nil }
            let effective = corrected.workingDay(onOrAfter: nominal)
            guard effective != found.obligation.state.effectiveDue else { return nil }
            return CalendarMove(before: found, effective: effective)
        }
        let year = entry.date.year
        return CalendarCorrection(
            entry: entry, replaced: calendar.entry(for: entry.date),
            listed: calendar.isComputed(year) ? calendar.entries(of: year).count : 0, moved: moved, isDryRun: isDryRun,
            asOf: today)
    }

    private static func apply(
        _ move: CalendarMove, _ entry: WorkCalendar.Entry, _ calendar: WorkCalendar, now: Int64,
        to transaction: WriteTransaction
    ) throws {
        let old = move.before.obligation
        guard let nominal = old.state.nominalDue else { return }
        let kind = entry.kind == .off ? "nghỉ" : "làm việc"
        let reason = "Lịch làm việc: \(entry.date.vietnamese) \(kind), \(entry.name) (\(entry.source))"
        let action = Action.changeDeadline(to: DueDate(nominal: nominal, calendar: calendar), reason: reason)
        let today = CivilDate(millisecondsSince1970: now)
        let agency = try transaction.reading.plan(move.before.planID).flatMap { plan in
            try transaction.reading.standingAgency(of: plan, on: today)
        }
        try ObligationChange(following: action, for: old, standingAgency: agency, at: now)
            .apply(to: old, in: transaction)
    }
}
