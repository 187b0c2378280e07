/// A due date as the words give it, and as it takes effect.
public struct DueDate: Hashable, Sendable {
    /// What the words say; statistics keep its year.
    public let nominal: CivilDate
    /// The nominal date moved to the next working day where it falls on a day off; overdue starts the day after.
    public let effective: CivilDate

    /// The due date under a calendar (Civil Code 2015 art. 148 cl. 5): 31/01/2022 takes effect on 07/02/2022, after Tết.
    /// Without a calendar it takes effect on its day, whether or not that is worked.
    public init(nominal: CivilDate, calendar: WorkCalendar?) {
        self.nominal = nominal
        self.effective = calendar?.workingDay(onOrAfter: nominal) ?? nominal
    }

    /// A due date whose effective day is known already; without one it is the nominal day.
    public init(nominal: CivilDate, effective: CivilDate? = nil) {
        self.nominal = nominal
        self.effective = effective ?? nominal
    }
}
