import TrackerDomain

/// Checks what entries say about each other, over all tables.
struct AgencyReferences {
    private let rows: [AgencyTable.Row]
    private let agencies: [AgencyID: Agency]
    private let unread: Set<AgencyID>

    /// Takes the entries and the ids of those whose lines could not be read, so that one wrong cell in the line of a
    /// group is not reported again for each of its members.
    init(rows: [AgencyTable.Row], beside known: [Agency], unread: Set<AgencyID>) {
        self.rows = rows
        self.unread = unread
        let all = rows.map(\.agency) + known
        agencies = Dictionary(zip(all.map(\.id), all)) { first, _ in first }
    }

    /// Ids that repeat, references that lead nowhere, to something that is no group, or in a circle.
    var problems: [TableProblem] {
        var seen: Set<AgencyID> = []
        return rows.flatMap { row -> [TableProblem] in
            var found: [(column: AgencyTable.Column, what: TableProblem.What)] = []
            if !seen.insert(row.agency.id).inserted { found.append((.id, .repeated(row.agency.id))) }
            found += row.agency.memberOf.compactMap { problem(ofGroup: $0, in: row.agency).map { (.memberOf, $0) } }
            if let what = row.agency.partOf.flatMap({ problem(ofParent: $0, in: row.agency) }) {
                found.append((.partOf, what))
            }
            return found.map { .init(file: row.file, line: row.line, column: $0.column.rawValue, what: $0.what) }
        }
    }

    private func problem(ofGroup group: AgencyID, in agency: Agency) -> TableProblem.What? {
        guard let entry = agencies[group] else { return unread.contains(group) ? nil : .unknownReference(group) }
        guard entry.kind == .group else { return .notAGroup(group) }
        return leads(from: group, to: agency.id, by: \.memberOf) ? .leadsBackToItself(group) : nil
    }

    private func problem(ofParent parent: AgencyID, in agency: Agency) -> TableProblem.What? {
        guard agencies[parent] != nil else { return unread.contains(parent) ? nil : .unknownReference(parent) }
        let isCircle = leads(from: parent, to: agency.id) { $0.partOf.map { [$0] } ?? [] }
        return isCircle ? .leadsBackToItself(parent) : nil
    }

    private func leads(from start: AgencyID, to goal: AgencyID, by next: (Agency) -> [AgencyID]) -> Bool {
        var seen: Set<AgencyID> = []
        var waiting = [start]
        while let id = waiting.popLast() {
            if id == goal { return true }
            guard seen.insert(id).inserted, let agency = agencies[id] else { continue }
            waiting += next(agency)
        }
        return false
    }
}
