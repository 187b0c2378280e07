extension EventTrigger {
    /// The nominal due date once the event has happened: the event's day plus the offset, or the day itself without one.
    ///
    /// The day of the event is not counted (Civil Code 2015 art. 147); a term in weeks, months or years ends on the
    /// corresponding day (art. 148). Working days need a work calendar, which the caller brings.
    ///
    /// ```swift
    /// // "10 ngày sau khi Nghị quyết được ban hành", adopted on 10/7/2026
    /// trigger.due(afterEventOn: adopted) { day, count in calendar.adding(count, to: day) }   // 2026-07-20
    /// ```
    /// - Parameter addingWorkingDays: the day that lies so many working days after a day.
    public func due(
        afterEventOn day: CivilDate, addingWorkingDays: (CivilDate, Int) -> CivilDate
    ) -> CivilDate {
        guard let offset else { return day }
        return offset.calendarEnd(from: day) ?? addingWorkingDays(day, offset.count)
    }
}

extension EventTrigger.Offset {
    /// The end of the term when it is counted in calendar units, `nil` for working days.
    ///
    /// 100 days from 01/10/2021 end on 09/01/2022; one month from 31/01/2026 ends on 28/02/2026.
    public func calendarEnd(from day: CivilDate) -> CivilDate? {
        switch unit {
        case .days: day.adding(days: count)
        case .weeks: day.adding(days: count * 7)
        case .months: day.adding(months: count)
        case .years: day.adding(months: count * 12)
        case .workingDays: nil
        }
    }
}
