import TrackerDomain

/// Reads one table of agencies, line by line.
struct AgencyTableReader {
    private typealias Column = AgencyTable.Column
    private typealias Table = TableReader<AgencyTable.Column>

    /// The entries that could be read.
    private(set) var rows: [AgencyTable.Row] = []
    /// The ids of those that could not.
    private(set) var unread: Set<AgencyID> = []
    /// What is wrong, in the order of the lines.
    var problems: [TableProblem] { table.problems }

    private let file: String
    private var table: Table

    /// Reads a table.
    init(reading bytes: [UInt8], of file: String) {
        self.file = file
        table = Table(reading: bytes, of: file)
        for fields in table.misfits { unread.formUnion(fields.compactMap(AgencyID.init(_:)).prefix(1)) }
        for record in table.records { read(record) }
    }

    private mutating func read(_ record: Table.Record) {
        let before = table.problems.count
        let id = table.required(.id, in: record, AgencyID.init(_:))
        let kind = table.required(.kind, in: record, Agency.Kind.init(rawValue:))
        let name = table.required(.name, in: record) { $0 }
        let level = table.required(.level, in: record, Agency.Level.init(rawValue:))
        let certainty = table.required(.certainty, in: record, Agency.Certainty.init(rawValue:))
        let source = table.required(.source, in: record) { $0 }
        let formerNames = table.list(.formerNames, in: record, Self.formerName(_:))
        let groups = table.list(.memberOf, in: record, Self.membership(_:))
        let roles = table.list(.roles, in: record, Agency.Role.init(rawValue:))
        let parent = table.optional(.partOf, in: record, AgencyID.init(_:))
        let from = table.optional(.validFrom, in: record, CivilDate.init(iso:))
        let to = table.optional(.validTo, in: record, CivilDate.init(iso:))
        if let from, let to, to < from { table.report(.endsBeforeItBegins, record.line, .validTo) }
        guard table.problems.count == before, let id, let kind, let name, let level, let certainty, let source else {
            if let id { unread.insert(id) }
            return
        }
        let agency = Agency(
            id: id, kind: kind, name: name, formerNames: formerNames, englishName: record.fields[.english] ?? "",
            aliases: table.list(.aliases, in: record) { $0 }, level: level, memberships: groups, partOf: parent,
            roles: Set(roles), validFrom: from, validTo: to, source: source, certainty: certainty)
        rows.append(.init(file: file, line: record.line, agency: agency))
    }

    /// "UBND thị xã Long Khánh@2019-05-31": a name with its last day.
    private static func formerName(_ text: String) -> FormerName? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let until = CivilDate(iso: parts[1]) else { return nil }
        return FormerName(String(parts[0]), until: until)
    }

    /// "son-la/so-ban-nganh", or "son-la/so-ban-nganh@2021-01-01/2023-12-31" where it was a member for a time; either day
    /// may be left out.
    private static func membership(_ text: String) -> Membership? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard let group = AgencyID(parts[0]) else { return nil }
        guard parts.count == 2 else { return parts.count == 1 ? Membership(of: group) : nil }
        let days = parts[1].split(separator: "/", omittingEmptySubsequences: false)
        guard days.count == 2 else { return nil }
        let (from, to) = (CivilDate(iso: days[0]), CivilDate(iso: days[1]))
        guard (from != nil || days[0].isEmpty) && (to != nil || days[1].isEmpty) else { return nil }
        if let from, let to, to < from { return nil }
        return Membership(of: group, from: from, to: to)
    }
}
