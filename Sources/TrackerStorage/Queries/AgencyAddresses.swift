internal import GRDB
package import TrackerDomain

extension ReadTransaction {
    /// Where an agency is reached, e-mail first.
    package func addresses(of agency: AgencyID) throws -> [AgencyAddress] {
        try AgencyAddress.Kind.allCases.flatMap { try addresses(of: agency, $0) }
    }

    package func addresses(of agency: AgencyID, _ kind: AgencyAddress.Kind) throws -> [AgencyAddress] {
        try database.cachedRows(
            "SELECT address FROM agency_address WHERE agency_id = ? AND kind = ? ORDER BY position",
            [agency.description, kind.rawValue]
        ) { row in
            guard let address = AgencyAddress(kind, row[0]) else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
            return address
        }
    }

    /// The agencies that have an address of a kind.
    package func agencies(with kind: AgencyAddress.Kind) throws -> Set<AgencyID> {
        Set(
            try database.cachedRows(
                "SELECT DISTINCT agency_id FROM agency_address WHERE kind = ?", [kind.rawValue]
            ) { try $0.agency(0) })
    }
}

extension WriteTransaction {
    /// Replaces the addresses of a kind.
    package func setAddresses(_ addresses: [AgencyAddress], _ kind: AgencyAddress.Kind, of agency: AgencyID) throws {
        try database.execute(
            sql: "DELETE FROM agency_address WHERE agency_id = ? AND kind = ?",
            arguments: [agency.description, kind.rawValue])
        for (position, address) in addresses.enumerated() {
            try database.execute(
                sql: "INSERT INTO agency_address (agency_id, kind, position, address) VALUES (?, ?, ?, ?)",
                arguments: [agency.description, kind.rawValue, position, address.text])
        }
    }
}
