/// A year of the Vietnamese lunar calendar: twelve months, or thirteen with a leap month, each of 29 or 30 days.
///
/// A month begins on the day, at UTC+7, on which the moon is new. Month 11 is the one in which the sun reaches 270° (the
/// winter solstice). Where thirteen months begin from one month 11 to the next, the first of them during which the sun
/// reaches no multiple of 30° is the leap month and takes the number of the month before it. The rules are those that
/// China follows at UTC+8, so the two calendars part when a new moon or a solar term falls between the two midnights:
/// Tết 2030 is 02/02/2030, a day before China's.
///
/// The computation is the one that Hồ Ngọc Đức describes. Years before 1968 are given by the same rule, though calendars
/// printed then followed other meridians.
///
/// ```swift
/// LunarYear(2030)?.months.first?.firstDay // 2030-02-02
/// LunarYear(2025)?.leapMonth              // 6
/// ```
public struct LunarYear: Hashable, Sendable {
    /// A month of the year.
    public struct Month: Hashable, Sendable {
        /// 1…12; a leap month has the number of the month before it.
        public let number: Int
        public let isLeap: Bool
        /// The civil day of its day 1.
        public let firstDay: CivilDate
        /// 29 or 30.
        public let length: Int

        /// The civil days of the month.
        public var days: Range<CivilDate> { firstDay..<firstDay.adding(days: length) }
    }

    /// The years that are computed; every civil day from 1900 to 2100 lies in one of them.
    public static let supported = 1899...2100

    /// The civil year in which the lunar year begins.
    public let number: Int
    /// Month 1 to month 12 in the order of the calendar.
    public let months: [Month]

    /// The lunar year that begins in a civil year, or `nil` outside ``supported``.
    public init?(_ number: Int) {
        guard Self.supported.contains(number) else { return nil }
        self.number = number
        // Months 11 and 12 of a civil year stand before month 1 of the next: they come from the following cycle.
        let own = Self.cycle(endingIn: number).drop { $0.number > 10 }
        let next = Self.cycle(endingIn: number + 1).prefix { $0.number > 10 }
        months = Array(own) + next
    }

    /// The number of the leap month; `nil` in a year of twelve months.
    public var leapMonth: Int? { months.first(where: \.isLeap)?.number }

    /// The civil days of the year.
    public var days: Range<CivilDate> {
        let first = months[0].firstDay
        return first..<first.adding(days: months.reduce(0) { $0 + $1.length })
    }

    /// The months from month 11 of the year before up to the last before month 11 of `year`.
    private static func cycle(endingIn year: Int) -> [Month] {
        let (first, end) = (lunationOfMonth11(year - 1), lunationOfMonth11(year))
        let starts = (first...end).map(firstDay)
        let terms = starts.map(solarTerm)
        var leap: Int?
        if starts.count > 13 { leap = (1..<13).first { terms[$0] == terms[$0 + 1] } }
        return starts.indices.dropLast().map { index in
            let place = index < leap ?? .max ? index : index - 1
            return Month(
                number: (place + 10) % 12 + 1, isLeap: index == leap, firstDay: starts[index],
                length: starts[index].distance(to: starts[index + 1]))
        }
    }

    /// The lunation that begins the month with the winter solstice of a civil year.
    private static func lunationOfMonth11(_ year: Int) -> Int {
        let end = CivilDate.endOfYear(year)
        let epoch = 10_962.6
        var lunation = CelestialSeries.floor((Double(end.dayNumber) - epoch) / CelestialSeries.synodicMonth)
        while firstDay(lunation + 1) <= end { lunation += 1 }
        while firstDay(lunation) > end || solarTerm(firstDay(lunation)) >= 9 { lunation -= 1 }
        return lunation
    }

    /// The day in Vietnam on which a lunation begins.
    private static func firstDay(_ lunation: Int) -> CivilDate {
        CivilDate(dayNumber: Int32(CelestialSeries.floor(CelestialSeries.newMoon(lunation) + 7.0 / 24)))
    }

    /// The twelfth of the sun's way, 0…11 from the spring equinox, in which it stands as a day begins in Vietnam.
    private static func solarTerm(_ day: CivilDate) -> Int {
        Int(CelestialSeries.sunLongitude(at: Double(day.dayNumber) - 7.0 / 24) / 30)
    }
}
