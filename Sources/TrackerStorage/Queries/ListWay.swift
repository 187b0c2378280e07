internal import GRDB
internal import TrackerDomain

/// A walk along an index in the order of a list (docs/decisions/0030-counts.md). A list of today is read along one or several of
/// them, so that no walk passes over many obligations that somebody may not see.
struct ListWay {
    /// The index; SQLite chooses where it is `nil`.
    var index: String?
    /// What holds on this way, beside the conditions of the list on the obligation itself.
    var conditions: [String]
    /// Whether the conditions tell that everything on this way is owed.
    var tellsWhatIsOwed = false

    /// The conditions on the row of an obligation and on who may see it, all of them at once.
    static func conditions(of query: ObligationQuery) -> [String] {
        var conditions = checks(of: query.filter)
        if let circle = query.filter.visibility.circle { conditions.append(VisibilitySQL.condition(circle, on: "o")) }
        return conditions
    }

    /// That an obligation's agency has ended.
    static let isOfEndedAgency = "+o.agency_id IN (SELECT id FROM agency WHERE valid_to < :asOf)"

    /// The rows to which a filter narrows a list.
    static func rows(of filter: ObligationFilter) -> [String] {
        var rows: [String] = []
        if filter.section != nil { rows.append("SELECT id FROM activity WHERE section_ordinal = :section") }
        if filter.text != nil { rows.append("SELECT rowid FROM activity_search WHERE text MATCH :text") }
        return rows.map { narrowed($0, to: filter) }
    }

    /// Those of some rows that are in the plan of a filter.
    static func narrowed(_ rows: String, to filter: ObligationFilter) -> String {
        filter.plan == nil ? rows : "SELECT id FROM activity WHERE plan_id = :plan AND +id IN (\(rows))"
    }

    /// Conditions that are asked of each obligation on a way; they are no way themselves. What a search finds is gathered once for
    /// each way.
    static func checks(of filter: ObligationFilter) -> [String] {
        var checks: [String] = []
        if filter.section != nil {
            checks.append("(SELECT section_ordinal FROM activity WHERE id = o.activity_id) = :section")
        }
        if filter.text != nil {
            checks.append("+o.activity_id IN (SELECT rowid FROM activity_search WHERE text MATCH :text)")
        }
        return checks
    }
}

/// The indexes that have a kind of list in its order.
struct ListIndexes {
    let ofAgency: String
    let ofPlan: String
    /// Not in the order of the list: what is found is sorted.
    let ofRows: String
    /// What is in the list, as far as ``ofRows`` tells it.
    let amongRows: [String]

    /// `nil` where the list is so short that one index of its own has all of it, or where it is that of one row.
    init?(_ query: ObligationQuery) {
        guard query.filter.activity == nil, Self.ofAll(query) == nil else { return nil }
        switch query.kind {
        case .overdue: self.init(owed: ["o.effective_due < :asOf"])
        case .due: self.init(owed: ["o.effective_due >= :asOf", "o.effective_due <= :until"])
        case .all where query.order == .byDueDate:
            self.init(ofAgency: "obligation_by_due_of_agency", ofPlan: "obligation_by_due_in_plan")
        case .openWithDueDate: self.init(ofAgency: "obligation_open")
        default: self.init(ofAgency: "obligation_of_agency")
        }
    }

    private init(owed conditions: [String]) {
        (ofAgency, ofPlan) = ("obligation_owed_by_agency", "obligation_owed_in_plan")
        (ofRows, amongRows) = ("obligation_counted_in_activity", ["o.counted_as = 'owed'"] + conditions)
    }

    private init(ofAgency: String, ofPlan: String = "obligation_of_plan") {
        (self.ofAgency, self.ofPlan) = (ofAgency, ofPlan)
        (ofRows, amongRows) = ("obligation_of_activity", [])
    }

    /// The index of a short list.
    static func ofAll(_ query: ObligationQuery) -> String? {
        switch query.kind {
        case .conditionalPastDue: "obligation_conditional"
        case .extensionRequested: "obligation_asking"
        case .checkInMissing: "obligation_ongoing"
        case .all where query.order == .byDueDate: nil
        case .all: [.submitted, .suspended].contains(query.filter.stage) ? "obligation_in_stage" : nil
        case .overdue, .due, .openWithDueDate, .ofEndedAgency: nil
        }
    }
}
