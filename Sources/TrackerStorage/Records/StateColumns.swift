internal import GRDB
internal import TrackerDomain

/// The columns of an obligation's state, the same in the current and in the past table.
enum StateColumns {
    static let names = [
        "since", "stage", "progress", "nominal_due", "effective_due", "deadline_version", "submitted_on",
        "reported_on", "version",
    ]

    /// "o.since, o.stage, …"
    static func list(of table: String) -> String {
        names.map { "\(table).\($0)" }.joined(separator: ", ")
    }

    static func values(_ state: ObligationState) -> [(any DatabaseValueConvertible)?] {
        [
            state.since.description, state.stage.rawValue, state.progress, state.nominalDue?.description,
            state.effectiveDue?.description, state.deadlineVersion, state.submittedOn?.description,
            state.reportedOn?.description, state.version,
        ]
    }

    static func state(from row: Row) throws -> ObligationState {
        ObligationState(
            since: try row.day("since"), stage: try row.value("stage"), progress: row["progress"],
            nominalDue: try row.optionalDay("nominal_due"), effectiveDue: try row.optionalDay("effective_due"),
            deadlineVersion: row["deadline_version"], submittedOn: try row.optionalDay("submitted_on"),
            reportedOn: try row.optionalDay("reported_on"), version: row["version"])
    }
}

extension Row {
    /// A day column; a text that is no day means a damaged file.
    func day(_ column: String) throws -> CivilDate {
        guard let day = try optionalDay(column) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return day
    }

    func optionalDay(_ column: String) throws -> CivilDate? {
        guard let text: String = self[column] else { return nil }
        guard let day = CivilDate(iso: text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return day
    }

    /// An agency's id; `nil` where the column is null.
    func optionalAgency(_ column: String) throws -> AgencyID? {
        guard let text: String = self[column] else { return nil }
        guard let id = AgencyID(text) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return id
    }

    /// A column that holds one of an enumeration's raw values.
    func value<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
        guard let value = Value(rawValue: self[column] as String) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return value
    }
}
