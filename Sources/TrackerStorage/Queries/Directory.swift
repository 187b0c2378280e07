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
        func rows(_ table: String, key: String, order: String) throws -> [String: [Row]] {
            let condition = id == nil ? ":id IS NULL" : "\(key) = :id"
            let rows = try Row.fetchAll(
                database, sql: "SELECT * FROM \(table) WHERE \(condition) ORDER BY \(order)", arguments: arguments)
            return Dictionary(grouping: rows) { $0[key] }
        }
        let aliases = try rows("agency_alias", key: "agency_id", order: "position")
        let names = try rows("agency_former_name", key: "agency_id", order: "until")
        let groups = try rows("agency_membership", key: "member_id", order: "position")
        return try Row.fetchAll(
            database, sql: "SELECT * FROM agency WHERE \(id == nil ? ":id IS NULL" : "id = :id") ORDER BY position",
            arguments: arguments
        ).map { row in
            let key: String = row["id"]
            return try Self.agency(
                from: row, aliases: (aliases[key] ?? []).map { $0["alias"] },
                names: try (names[key] ?? []).map { FormerName($0["name"], until: try $0.day("until")) },
                memberships: try (groups[key] ?? []).map(Self.membership(from:)))
        }
    }

    /// What an agency was called on a day; `nil` where there is none of that id.
    package func agencyName(_ id: AgencyID, on day: CivilDate) throws -> String? {
        try database.cachedValue(
            "SELECT \(AgencyNameSQL.name(of: "g", on: ":day")) FROM agency g WHERE g.id = :id",
            ["id": id.description, "day": day.description])
    }

    /// The groups that an agency belongs to on a day, directly or through another group.
    package func groups(of agency: AgencyID, on day: CivilDate) throws -> Set<AgencyID> {
        // Point lookups: SQLite would make tables of its own for a recursive query, each time it is asked.
        var found: Set<AgencyID> = []
        var next = [agency]
        while let member = next.popLast() {
            let groups = try database.cachedRows(
                """
                SELECT group_id FROM agency_membership
                WHERE member_id = ? AND (member_from IS NULL OR member_from <= ?) AND (member_to IS NULL OR member_to >= ?)
                """, [member.description, day.description, day.description]
            ) { try $0.agency(0) }
            next += groups.filter { found.insert($0).inserted }
        }
        return found
    }

    /// The People's Committee that issues a territory's plans on a day; `nil` where the directory has none.
    package func issuer(of territory: String, on day: CivilDate) throws -> AgencyID? {
        try database.cachedRow(
            """
            SELECT id FROM agency WHERE id >= ? AND id < ? AND roles LIKE '%issuer%' AND coalesce(valid_from, '') <= ?
                AND (valid_to IS NULL OR valid_to >= ?) ORDER BY position LIMIT 1
            """, ["\(territory)/", "\(territory)0", day.description, day.description]
        ) { try $0.agency(0) }
    }

    /// The People's Committee that issues a territory's plans, unless it is the given agency itself.
    package func issuerName(of territory: String, otherThan agency: AgencyID) throws -> String? {
        try String.fetchOne(
            database,
            sql: "SELECT name FROM agency WHERE id >= ? AND id < ? AND id <> ? AND roles LIKE '%issuer%' LIMIT 1",
            arguments: ["\(territory)/", "\(territory)0", agency.description])
    }

    private static func agency(
        from row: Row, aliases: [String], names: [FormerName], memberships: [Membership]
    ) throws -> Agency {
        guard let id = AgencyID(row["id"] as String) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return Agency(
            id: id, kind: try row.value("kind"), name: row["name"], formerNames: names,
            englishName: row["english_name"], aliases: aliases, level: try row.value("level"), memberships: memberships,
            partOf: try row.optionalAgency("part_of"),
            roles: Set((row["roles"] as String).split(separator: "|").compactMap { Agency.Role(rawValue: String($0)) }),
            validFrom: try row.optionalDay("valid_from"), validTo: try row.optionalDay("valid_to"),
            source: row["source"], certainty: try row.value("certainty"))
    }

    private static func membership(from row: Row) throws -> Membership {
        guard let group = try row.optionalAgency("group_id") else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        return Membership(
            of: group, from: try row.optionalDay("member_from"), to: try row.optionalDay("member_to"))
    }
}

/// The name of an agency on a day, in SQL.
enum AgencyNameSQL {
    /// The name of the agency in a table's row, or NULL where the table has none; `day` is text or a parameter.
    static func name(of table: String, on day: String) -> String {
        """
        coalesce((SELECT n.name FROM agency_former_name n WHERE n.agency_id = \(table).id AND n.until >= \(day)
            ORDER BY n.until LIMIT 1), \(table).name)
        """
    }
}

extension WriteTransaction {
    /// Adds agencies, with their names and memberships, to the directory.
    package func insertAgencies(_ agencies: [Agency]) throws {
        let last = try Int.fetchOne(database, sql: "SELECT max(position) FROM agency") ?? -1
        for (position, agency) in agencies.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO agency (id, kind, name, english_name, level, roles, part_of, valid_from, valid_to, source,
                        certainty, position)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: StatementArguments(
                    [agency.id.description] + Self.values(agency) + [last + 1 + position]))
            try insertDetails(of: agency)
        }
    }

    /// Replaces what the directory says of an agency; its id and place, and everything that hangs on it, stay.
    package func updateAgency(_ agency: Agency) throws {
        try database.execute(
            sql: """
                UPDATE agency SET kind = ?, name = ?, english_name = ?, level = ?, roles = ?, part_of = ?, valid_from = ?,
                    valid_to = ?, source = ?, certainty = ?
                WHERE id = ?
                """, arguments: StatementArguments(Self.values(agency) + [agency.id.description]))
        for (table, key) in [
            ("agency_alias", "agency_id"), ("agency_former_name", "agency_id"), ("agency_membership", "member_id"),
        ] {
            try database.execute(
                sql: "DELETE FROM \(table) WHERE \(key) = ?", arguments: [agency.id.description])
        }
        try insertDetails(of: agency)
    }

    private static func values(_ agency: Agency) -> [(any DatabaseValueConvertible)?] {
        [
            agency.kind.rawValue, agency.name, agency.englishName, agency.level.rawValue,
            agency.roles.map(\.rawValue).sorted().joined(separator: "|"), agency.partOf?.description,
            agency.validFrom?.description, agency.validTo?.description, agency.source, agency.certainty.rawValue,
        ]
    }

    private func insertDetails(of agency: Agency) throws {
        for (index, alias) in agency.aliases.enumerated() {
            try database.execute(
                sql: "INSERT INTO agency_alias (agency_id, position, alias) VALUES (?, ?, ?)",
                arguments: [agency.id.description, index, alias])
        }
        for former in agency.formerNames {
            try database.execute(
                sql: "INSERT INTO agency_former_name (agency_id, until, name) VALUES (?, ?, ?)",
                arguments: [agency.id.description, former.until.description, former.name])
        }
        for (index, membership) in agency.memberships.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO agency_membership (member_id, position, group_id, member_from, member_to)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    agency.id.description, index, membership.group.description, membership.from?.description,
                    membership.to?.description,
                ])
        }
    }
}
