internal import GRDB
internal import TrackerDomain

/// The columns of an obligation's state, the same in the current and in the past table.
enum StateColumns {
    static let names = [
        "since", "stage", "progress", "nominal_due", "effective_due", "original_nominal", "original_effective",
        "deadline_version", "extensions", "requested_due", "requested_effective", "requested_on", "request_reason",
        "suspended_in", "submitted_on", "reported_on", "version", "agency_id",
    ]

    /// "o.since, o.stage, …"
    static func list(of table: String) -> String {
        names.map { "\(table).\($0)" }.joined(separator: ", ")
    }

    static func values(_ state: ObligationState) -> [DatabaseValue] {
        let request = state.extensionRequest
        func day(_ day: CivilDate?) -> DatabaseValue { day?.description.databaseValue ?? .null }
        func text(_ text: String?) -> DatabaseValue { text?.databaseValue ?? .null }
        return [
            day(state.since), text(state.stage.rawValue), state.progress.databaseValue, day(state.nominalDue),
            day(state.effectiveDue), day(state.originalDue?.nominal), day(state.originalDue?.effective),
            state.deadlineVersion.databaseValue, state.extensions.databaseValue, day(request?.due.nominal),
            day(request?.due.effective), day(request?.askedOn), text(request?.reason),
            text(state.suspendedIn?.rawValue), day(state.submittedOn), day(state.reportedOn),
            state.version.databaseValue, text(state.agency?.description),
        ]
    }

    /// The state in columns that follow each other in the order of ``names``, from a position on. Positions, because
    /// looking names up costs more than all the rest of reading a list.
    static func state(from row: Row, at first: Int) throws -> ObligationState {
        var state = ObligationState(
            since: try row.day(first), stage: try row.value(first + 1), agency: try row.optionalAgency(first + 17),
            progress: row[first + 2], nominalDue: try row.optionalDay(first + 3),
            effectiveDue: try row.optionalDay(first + 4), deadlineVersion: row[first + 7],
            submittedOn: try row.optionalDay(first + 14), reportedOn: try row.optionalDay(first + 15),
            version: row[first + 16])
        state.originalDue = try dueDate(from: row, at: first + 5)
        state.extensions = row[first + 8]
        if let asked = try dueDate(from: row, at: first + 9) {
            state.extensionRequest = ExtensionRequest(
                due: asked, reason: row[first + 12], askedOn: try row.day(first + 11))
        }
        state.suspendedIn = (row[first + 13] as String?).flatMap { Stage(rawValue: $0) }
        return state
    }

    private static func dueDate(from row: Row, at first: Int) throws -> DueDate? {
        guard let nominal = try row.optionalDay(first) else { return nil }
        return DueDate(nominal: nominal, effective: try row.day(first + 1))
    }
}

/// Columns by name or by position, as values of the domain. What cannot be one means a damaged file.
extension Row {
    func day(_ column: Int) throws -> CivilDate {
        guard let day = try optionalDay(column) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return day
    }

    func optionalDay(_ column: Int) throws -> CivilDate? {
        guard let text: String = self[column] else { return nil }
        guard let day = CivilDate(iso: text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return day
    }

    func optionalAgency(_ column: Int) throws -> AgencyID? {
        guard let text: String = self[column] else { return nil }
        guard let id = AgencyID(text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return id
    }

    func value<Value: RawRepresentable<String>>(_ column: Int) throws -> Value {
        guard let value = Value(rawValue: self[column] as String) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return value
    }

    func day(_ column: String) throws -> CivilDate { try day(try position(of: column)) }

    func optionalDay(_ column: String) throws -> CivilDate? { try optionalDay(try position(of: column)) }

    func optionalAgency(_ column: String) throws -> AgencyID? { try optionalAgency(try position(of: column)) }

    func agency(_ column: Int) throws -> AgencyID {
        guard let id = try optionalAgency(column) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return id
    }

    func agency(_ column: String) throws -> AgencyID {
        guard let id = try optionalAgency(column) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return id
    }

    func value<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
        try value(try position(of: column))
    }

    private func position(of column: String) throws -> Int {
        guard let position = columnNames.firstIndex(of: column) else { throw DatabaseError(resultCode: .SQLITE_ERROR) }
        return columnNames.distance(from: columnNames.startIndex, to: position)
    }
}
