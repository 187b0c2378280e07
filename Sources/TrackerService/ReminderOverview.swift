internal import TrackerDomain
internal import TrackerStorage

extension ReminderLetter.Overview {
    /// How many of each list a letter shows; the rest is counted.
    static let limit = 10

    /// How the plans of one standing agency stand on a day.
    init(ofPlans plans: [Int64], on day: CivilDate, in transaction: ReadTransaction) throws {
        let overdue = try transaction.overdueByAgency(plans: plans, on: day)
        func list(
            _ kind: ObligationQuery.Kind, stage: Stage? = nil
        ) throws -> ReminderLetter.Listing<ReminderLetter.Item> {
            var items: [ReminderLetter.Item] = []
            var total = 0
            for plan in plans {
                var query = ObligationQuery(
                    filter: ObligationFilter(plan: plan, stage: stage), asOf: day, readsPast: false, order: .byNumber,
                    kind: kind, limit: Self.limit)
                items += try transaction.obligations(query).items.map { ReminderLetter.Item($0, namesAgency: true) }
                query.limit = Tracker.countLimit
                total += try transaction.count(query)
            }
            return .init(Array(items.prefix(Self.limit)), total: total)
        }
        var questions: [QuestionEntry] = []
        for plan in plans {
            questions += try transaction.questions(
                plan: plan, onlyCooperating: false, on: day, after: nil, limit: Tracker.countLimit
            ).items
        }
        self.init(
            overdueByAgency: .init(
                overdue.prefix(Self.limit).map {
                    .init(agencyName: $0.name, overdue: $0.count, longestDaysLate: $0.earliest.distance(to: day))
                }, total: overdue.count),
            toConfirm: try list(.all, stage: .submitted),
            toSettle: .init(Array(questions.prefix(Self.limit)), total: questions.count),
            extensionRequests: try list(.extensionRequested))
    }
}
