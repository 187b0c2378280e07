/// One appendix row as the tracker keeps it: its words, and what was read into them.
public struct Activity: Hashable, Sendable {
    /// A name in the lead or the cooperation cell, with the agency or group that it means.
    public struct Mention: Hashable, Sendable {
        public let role: Role
        /// The words as written.
        public let words: String
        /// `nil` where the directory does not know the name.
        public let agency: AgencyID?

        public init(role: Role, words: String, agency: AgencyID?) {
            self.role = role
            self.words = words
            self.agency = agency
        }
    }

    public let id: Int64
    public let plan: Int64
    public let row: AppendixRow
    public let deadlineKind: DeadlineKind
    /// A condition in the task, "Sau khi Bộ Nội vụ ban hành hướng dẫn".
    public let condition: String?
    public let mentions: [Mention]
    /// The day on which a revision took the row out of the plan.
    public let removedOn: CivilDate?
    /// What people have said about words that could not be read.
    public let settlements: [Settlement]

    public init(
        id: Int64, plan: Int64, row: AppendixRow, deadlineKind: DeadlineKind, condition: String?, mentions: [Mention],
        removedOn: CivilDate?, settlements: [Settlement] = []
    ) {
        self.id = id
        self.plan = plan
        self.row = row
        self.deadlineKind = deadlineKind
        self.condition = condition
        self.mentions = mentions
        self.removedOn = removedOn
        self.settlements = settlements
    }
}
