/// Why a due date takes effect later than the words say: the days off from the nominal date on.
///
/// ```swift
/// let move = DueDateMove(DueDate(nominal: day31January2022, calendar: calendar), calendar: calendar)
/// move?.words(in: .vi)   // "31/01/2022 nghỉ Giao thừa Tết Nguyên Đán … Mùng bốn Tết Nguyên Đán → 07/02/2022"
/// ```
public struct DueDateMove: Hashable, Sendable {
    /// A day on which offices do not work.
    public struct DayOff: Hashable, Sendable {
        public let date: CivilDate
        /// What the calendar says of the day; `nil` for an ordinary weekend.
        public let entry: WorkCalendar.Entry?

        /// The name of the day; every ordinary weekend has one name.
        public func name(in language: Language) -> String {
            entry?.name ?? language(vi: "cuối tuần", en: "weekend")
        }
    }

    /// The date as the words give it and as it takes effect.
    public let due: DueDate
    /// The days off from the nominal date to the day before the effective one; at least one.
    public let daysOff: [DayOff]
    /// Whether the calendar of the year in which the date takes effect is computed from the law, because nobody has listed
    /// its days yet.
    public let isComputed: Bool

    /// `nil` where the date takes effect on the day itself.
    public init?(_ due: DueDate, calendar: WorkCalendar) {
        guard due.nominal < due.effective else { return nil }
        self.due = due
        daysOff = (due.nominal..<due.effective).map { DayOff(date: $0, entry: calendar.entry(for: $0)) }
        isComputed = calendar.isComputed(due.effective.year)
    }

    /// Expected where a day off on the way is, or where the whole year is computed.
    public var certainty: WorkCalendar.Entry.Certainty {
        isComputed || daysOff.contains { $0.entry?.certainty == .expected } ? .expected : .official
    }

    /// The move in one line, with the names of the days off; of more than two the first and the last in the calendar.
    public func words(in language: Language) -> String {
        let line = language(
            vi: "\(due.nominal.vietnamese) nghỉ \(names(in: .vi)) → \(due.effective.vietnamese)",
            en: "\(due.nominal) off for \(names(in: .en)) → \(due.effective)")
        return line + remark(in: language)
    }

    private func names(in language: Language) -> String {
        var names: [String] = []
        for day in daysOff where !names.contains(day.name(in: language)) { names.append(day.name(in: language)) }
        guard names.count > 2, let last = daysOff.last(where: { $0.entry != nil }) else {
            return names.joined(separator: ", ")
        }
        return "\(names[0]) … \(last.name(in: language))"
    }

    private func remark(in language: Language) -> String {
        if isComputed {
            let year = due.effective.year
            return language(vi: " (lịch năm \(year) tự tính)", en: " (calendar of \(year) computed)")
        }
        return certainty == .expected ? language(vi: " (dự kiến)", en: " (expected)") : ""
    }
}
