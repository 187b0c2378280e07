/// An issued plan as the tracker keeps it.
public struct Plan: Hashable, Sendable {
    public let id: Int64
    public let header: PlanHeader
    /// Whose directory of agencies its words are read with: "son-la".
    public let territory: String
    /// Cơ quan thường trực: keeps the plan, accepts and returns.
    public let standingAgency: AgencyID?
    /// The day from which obligations exist; what was due before is counted apart and never reminded.
    public let trackedFrom: CivilDate

    public init(
        id: Int64, header: PlanHeader, territory: String, standingAgency: AgencyID?, trackedFrom: CivilDate
    ) {
        self.id = id
        self.header = header
        self.territory = territory
        self.standingAgency = standingAgency
        self.trackedFrom = trackedFrom
    }

    /// Where and for which years its deadlines are written.
    public var deadlineContext: DeadlineContext {
        DeadlineContext(issued: header.issued, years: header.years)
    }

    /// The plan's years as a period, "2021-2030" or "2017".
    public var period: String { header.period }
}
