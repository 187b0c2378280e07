import TrackerDomain

/// The plans that the tests read deadlines in.
enum Plan {
    /// Sơn La 2407/QĐ-UBND of 01/10/2021, for 2021–2030.
    static let sonLa = context(2021, 10, 1, 2021...2030)
    /// A plan of 05/01/2026 for 2026–2030.
    static let fiveYears = context(2026, 1, 5, 2026...2030)
    /// A plan of 05/01/2026 for 2026 alone.
    static let oneYear = context(2026, 1, 5, 2026...2026)

    static func context(_ year: Int, _ month: Int, _ day: Int, _ years: ClosedRange<Int>) -> DeadlineContext {
        let issued = CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
        return DeadlineContext(issued: issued, years: years)
    }
}

extension DeadlineReading {
    /// The first nominal dates, as the tests write them: "2022-01-31,2023-01-31".
    func nominal(in context: DeadlineContext, limit: Int = 12) -> String {
        nominalDates(in: context, limit: limit).map(\.description).joined(separator: ",")
    }
}
