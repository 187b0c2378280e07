extension CivilDate: Comparable, Strideable {
    public static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.dayNumber < right.dayNumber
    }

    /// Days from this day to another; negative where the other is earlier.
    public func distance(to other: CivilDate) -> Int {
        Int(other.dayNumber) - Int(dayNumber)
    }

    public func advanced(by days: Int) -> CivilDate {
        CivilDate(dayNumber: dayNumber + Int32(days))
    }

    /// The day `days` later, or earlier for a negative count: 31/12/2021 plus 1 is 01/01/2022.
    public func adding(days: Int) -> CivilDate { advanced(by: days) }

    /// The corresponding day `months` later, or the last day of that month where it has no such day.
    ///
    /// Civil Code 2015 art. 148: a term in months ends on the corresponding day of the last month; where that month has
    /// none, on its last day. 31/01/2026 plus one month is 28/02/2026.
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = civil
        let end = CivilDate.endOfMonth(month + months, of: year)
        return end.adding(days: min(day, end.day) - end.day)
    }
}
