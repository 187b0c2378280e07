package import TrackerDomain
internal import TrackerStorage

/// An obligation whose effective due date a corrected calendar moves.
package struct CalendarMove: Sendable {
    package let before: ObligationEntry
    package let effective: CivilDate
}

/// What a correction of the calendar has changed, or in a dry run would change.
package struct CalendarCorrection: Sendable {
    package let date: CivilDate
    /// What the calendar has for the day now; `nil` for an ordinary weekday or weekend.
    package let entry: WorkCalendar.Entry?
    /// What the calendar had for the day.
    package let replaced: WorkCalendar.Entry?
    /// How many computed days of the year became data with it.
    package let listed: Int
    /// How many days of the year are computed again.
    package let unlisted: Int
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
        return try changeCalendar(on: entry.date, isDryRun: isDryRun) { $0.correcting(entry) }
    }

    /// Takes a day out of the store's calendar again: it is as the program's own calendar has it, and effective due dates
    /// follow as in a correction. A day that the program's own calendar lists just so stays.
    package func removeFromCalendar(_ day: CivilDate, isDryRun: Bool) throws(TrackerError) -> CalendarCorrection {
        let original = WorkCalendar(entries: try Self.builtInCalendar())
        return try changeCalendar(on: day, isDryRun: isDryRun) { calendar in
            guard let entry = calendar.listedEntry(for: day) else {
                throw TrackerError.notFound(.calendarDay(day), nearest: [])
            }
            guard entry != original.entry(for: day) else { throw TrackerError.builtInCalendarDay(day) }
            return calendar.restoring(day, from: original)
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

    /// Changes what the store's calendar says of a day.
    private func changeCalendar(
        on day: CivilDate, isDryRun: Bool, _ change: (WorkCalendar) throws -> WorkCalendar
    ) throws(TrackerError) -> CalendarCorrection {
        let now = ambient.now()
        if isDryRun {
            return try store.read { transaction in
                let calendar = try Self.referenceData(in: transaction).calendar
                return try correction(
                    on: day, from: calendar, to: try change(calendar), isDryRun: true, in: transaction)
            }
        }
        return try store.write { transaction in
            try Self.fillReferenceData(in: transaction)
            let calendar = try transaction.reading.workCalendar()
            let changed = try change(calendar)
            let correction = try correction(
                on: day, from: calendar, to: changed, isDryRun: false, in: transaction.reading)
            try transaction.replaceCalendarDays(of: day.year, with: changed.listedEntries(of: day.year))
            for move in correction.moved {
                try Self.apply(move, Self.reason(for: correction), changed, now: now, to: transaction)
            }
            return correction
        }
    }

    private func correction(
        on day: CivilDate, from calendar: WorkCalendar, to changed: WorkCalendar, isDryRun: Bool,
        in transaction: ReadTransaction
    ) throws -> CalendarCorrection {
        let moved = try transaction.openObligations(dueAround: day).compactMap { found -> CalendarMove? in
            guard let nominal = found.obligation.state.nominalDue else { return nil }
            let effective = changed.workingDay(onOrAfter: nominal)
            guard effective != found.obligation.state.effectiveDue else { return nil }
            return CalendarMove(before: found, effective: effective)
        }
        let (wasComputed, isComputed) = (calendar.isComputed(day.year), changed.isComputed(day.year))
        return CalendarCorrection(
            date: day, entry: changed.entry(for: day), replaced: calendar.entry(for: day),
            listed: wasComputed && !isComputed ? calendar.entries(of: day.year).count : 0,
            unlisted: isComputed && !wasComputed ? changed.entries(of: day.year).count : 0, moved: moved,
            isDryRun: isDryRun, asOf: today)
    }

    private static func apply(
        _ move: CalendarMove, _ reason: String, _ calendar: WorkCalendar, now: Int64, to transaction: WriteTransaction
    ) throws {
        let old = move.before.obligation
        guard let nominal = old.state.nominalDue else { return }
        let action = Action.changeDeadline(
            to: DueDate(nominal: nominal, calendar: calendar), reason: reason, cause: .calendar)
        let today = CivilDate(millisecondsSince1970: now)
        let agency = try transaction.reading.plan(move.before.planID).flatMap { plan in
            try transaction.reading.standingAgency(of: plan, on: today)
        }
        try ObligationChange(following: action, for: old, standingAgency: agency, at: now)
            .apply(to: old, in: transaction)
    }

    /// What the history says of a move: the day with its source, or that it was taken out.
    private static func reason(for correction: CalendarCorrection) -> String {
        let day = "Lịch làm việc: \(correction.date.vietnamese)"
        guard let entry = correction.entry else {
            return "\(day) không còn trong lịch (trước đây: \(correction.replaced?.name ?? ""))"
        }
        return "\(day) \(entry.kind == .off ? "nghỉ" : "làm việc"), \(entry.name) (\(entry.source))"
    }
}
