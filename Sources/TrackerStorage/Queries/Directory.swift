internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// The whole directory, in the order in which it was entered.
    package func agencies() throws -> [Agency] {
        try agencies(matching: nil)
    }

    /// One agency; `nil` where there is none of that id.
    package func agency(_ id: AgencyID) throws -> Agency? {
        try agencies(matching: id).first
    }

    private func agencies(matching id: AgencyID?) throws -> [Agency] {
        let arguments: StatementArguments = ["id": id?.description]
        func condition(_ column: String) -> String { id == nil ? ":id IS NULL" : "\(column) = :id" }
        let aliases = try grouped(
            """
            SELECT agency_id AS key, alias AS value FROM agency_alias WHERE \(condition("agency_id"))
            ORDER BY agency_id, position
            """, arguments)
        let groups = try grouped(
            """
            SELECT member_id AS key, group_id AS value FROM agency_membership WHERE \(condition("member_id"))
            ORDER BY member_id, group_id
            """, arguments)
        return try Row.fetchAll(
            database, sql: "SELECT * FROM agency WHERE \(condition("id")) ORDER BY position", arguments: arguments
        ).map { try Self.agency(from: $0, aliases: aliases, groups: groups) }
    }

    package func agencyName(_ id: AgencyID) throws -> String? {
        try String.fetchOne(database, sql: "SELECT name FROM agency WHERE id = ?", arguments: [id.description])
    }

    /// The groups that an agency belongs to, directly or through another group.
    package func groups(of agency: AgencyID) throws -> Set<AgencyID> {
        let ids = try String.fetchAll(
            database,
            sql: """
                WITH RECURSIVE found(id) AS (
                    SELECT group_id FROM agency_membership WHERE member_id = ?
                    UNION SELECT m.group_id FROM found JOIN agency_membership m ON m.member_id = found.id)
                SELECT id FROM found
                """, arguments: [agency.description])
        return Set(ids.compactMap { AgencyID($0) })
    }

    /// The People's Committee that issues a territory's plans, unless it is the given agency itself.
    package func issuerName(of territory: String, otherThan agency: AgencyID) throws -> String? {
        try String.fetchOne(
            database,
            sql: "SELECT name FROM agency WHERE id >= ? AND id < ? AND id <> ? AND roles LIKE '%issuer%' LIMIT 1",
            arguments: ["\(territory)/", "\(territory)0", agency.description])
    }

    private func grouped(_ sql: String, _ arguments: StatementArguments) throws -> [String: [String]] {
        var result: [String: [String]] = [:]
        for row in try Row.fetchAll(database, sql: sql, arguments: arguments) {
            result[row["key"], default: []].append(row["value"])
        }
        return result
    }

    private static func agency(
        from row: Row, aliases: [String: [String]], groups: [String: [String]]
    ) throws -> Agency {
        let key: String = row["id"]
        guard let id = AgencyID(key) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return Agency(
            id: id, kind: try row.value("kind"), name: row["name"], englishName: row["english_name"],
            aliases: aliases[key] ?? [], level: try row.value("level"),
            memberOf: (groups[key] ?? []).compactMap { AgencyID($0) }, partOf: try row.optionalAgency("part_of"),
            roles: Set((row["roles"] as String).split(separator: "|").compactMap { Agency.Role(rawValue: String($0)) }),
            validFrom: try row.optionalDay("valid_from"), validTo: try row.optionalDay("valid_to"),
            source: row["source"], certainty: try row.value("certainty"))
    }
}

extension WriteTransaction {
    /// Adds agencies, with their aliases and memberships, to the directory.
    package func insertAgencies(_ agencies: [Agency]) throws {
        for (position, agency) in agencies.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO agency (id, kind, name, english_name, level, roles, part_of, valid_from, valid_to, source,
                        certainty, position)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    agency.id.description, agency.kind.rawValue, agency.name, agency.englishName,
                    agency.level.rawValue, agency.roles.map(\.rawValue).sorted().joined(separator: "|"),
                    agency.partOf?.description, agency.validFrom?.description, agency.validTo?.description,
                    agency.source, agency.certainty.rawValue, position,
                ])
            for (index, alias) in agency.aliases.enumerated() {
                try database.execute(
                    sql: "INSERT INTO agency_alias (agency_id, position, alias) VALUES (?, ?, ?)",
                    arguments: [agency.id.description, index, alias])
            }
            for group in agency.memberOf {
                try database.execute(
                    sql: "INSERT INTO agency_membership (member_id, group_id) VALUES (?, ?)",
                    arguments: [agency.id.description, group.description])
            }
        }
    }
}
