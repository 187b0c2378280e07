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
    /// How its deadlines are read and followed.
    public let settings: PlanSettings

    public init(
        id: Int64, header: PlanHeader, territory: String, standingAgency: AgencyID?, trackedFrom: CivilDate,
        settings: PlanSettings = .standard
    ) {
        self.id = id
        self.header = header
        self.territory = territory
        self.standingAgency = standingAgency
        self.trackedFrom = trackedFrom
        self.settings = settings
    }

    /// Where and for which years its deadlines are written.
    public var deadlineContext: DeadlineContext { header.deadlineContext(under: settings) }

    /// The plan's years as a period, "2021-2030" or "2017".
    public var period: String { header.period }
}
