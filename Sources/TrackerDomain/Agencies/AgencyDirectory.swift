/// Every agency and group that plans may name, with what it takes to find them by the names that plans write.
///
/// The directory is a value: it is built once from the tables (a few hundred entries) and only read afterwards. Names
/// are looked up within a territory, because every province has a Sở Nội vụ. A district's plan also names agencies of
/// its province, so a territory whose People's Committee is a member of a group of another territory (UBND huyện Xuân
/// Lộc of "UBND cấp huyện" of Đồng Nai) finds the names of that one too, after its own.
///
/// ```swift
/// let directory = AgencyDirectory(agencies: agencies)
/// directory.territory(ofIssuer: "ỦY BAN NHÂN DÂN TỈNH SƠN LA")          // "son-la"
/// directory.resolve("Các Sở, ban ngành", in: "son-la", on: issued)      // .group(Các sở, ban, ngành)
/// ```
public struct AgencyDirectory: Sendable {
    /// All entries, in the order in which they were given.
    public let agencies: [Agency]
    /// The slugs of all territories, sorted.
    public let territories: [String]

    private let positions: [AgencyID: Int]
    private let memberPositions: [AgencyID: [Int]]
    private let territoryOfIssuer: [String: String]
    private let indexes: [String: TerritoryIndex]

    /// The names of one territory, to read and to compare.
    struct TerritoryIndex: Sendable {
        /// Known names.
        var lexicon: AgencyLexicon
        /// Names that are nearly known.
        var nearest: AgencyNearest
    }

    /// A directory of these entries. Of entries with the same id the first counts; a reference to an id that is not there
    /// leads nowhere (`AgencyTable` reports both).
    public init(agencies: [Agency]) {
        self.agencies = agencies
        positions = Dictionary(zip(agencies.map(\.id), agencies.indices)) { first, _ in first }
        var memberPositions: [AgencyID: [Int]] = [:]
        for (position, agency) in agencies.enumerated() {
            for group in Set(agency.memberOf) { memberPositions[group, default: []].append(position) }
        }
        self.memberPositions = memberPositions
        territories = Set(agencies.map(\.territory)).sorted()
        let builder = AgencyIndexBuilder(agencies: agencies, positions: positions)
        indexes = Dictionary(uniqueKeysWithValues: territories.map { ($0, builder.index(of: $0)) })
        territoryOfIssuer = builder.territoryOfIssuer
    }

    /// The entry with this id.
    public subscript(id: AgencyID) -> Agency? { positions[id].map { agencies[$0] } }

    /// The territory whose plans an issuer issues: "son-la" for "UBND tỉnh Sơn La", "ỦY BAN NHÂN DÂN TỈNH SƠN LA", "Chủ
    /// tịch UBND tỉnh Sơn La", "tỉnh Sơn La" or "Sơn La"; `nil` for "UBND tỉnh", which every province has.
    public func territory(ofIssuer name: String) -> String? {
        var keys = AgencyWords.keys(of: name)
        if AgencyVocabulary.openers.contains(keys.prefix(2).joined(separator: " ")) { keys.removeFirst(2) }
        return territoryOfIssuer[keys.joined(separator: " ")]
    }

    /// The agency that keeps the list of a territory's plans: Sở Nội vụ of a province, Phòng Nội vụ of a district.
    ///
    /// With a day, the one that existed on it.
    public func standingAgency(of territory: String, on day: CivilDate? = nil) -> Agency? {
        agency(.standing, of: territory, on: day)
    }

    /// The People's Committee that issues a territory's plans.
    public func issuer(of territory: String, on day: CivilDate? = nil) -> Agency? {
        agency(.issuer, of: territory, on: day)
    }

    /// The agencies that belong to a group on a day, those of groups inside it included, in the order of the directory.
    ///
    /// Empty for an agency and for a group whose members the directory does not list (see ``openGroups(of:on:)``): an
    /// empty answer never means that nobody is concerned.
    public func members(of group: AgencyID, on day: CivilDate) -> [Agency] {
        expanded(group, on: day).members.sorted().map { agencies[$0] }
    }

    /// The groups whose members are not listed, among a group and the groups inside it: "UBND cấp xã" within "UBND các
    /// cấp". What such a group owes waits for a person to name the agencies.
    public func openGroups(of group: AgencyID, on day: CivilDate) -> [Agency] {
        expanded(group, on: day).open.sorted().map { agencies[$0] }
    }

    /// The ids of entries of a territory that go by the same name on the same day, one list for each such name.
    ///
    /// Such a name is read as ``AgencyMatch/ambiguous(_:)``, so a table should have none except on purpose.
    public func sharedNames(in territory: String) -> [[AgencyID]] {
        let shared = indexes[territory]?.lexicon.sharedEntries ?? []
        let overlapping = shared.map { entries in
            let own = entries.filter { $0.rank == 0 }.map { agencies[$0.agency] }
            return own.filter { agency in own.contains { $0.id != agency.id && overlap($0, agency) } }.map(\.id)
        }
        return Set(overlapping.filter { !$0.isEmpty }).sorted { ($0.first?.slug ?? "") < ($1.first?.slug ?? "") }
    }

    /// The names of a territory, or `nil` for one that is not in the directory.
    func index(of territory: String) -> TerritoryIndex? { indexes[territory] }

    private func agency(_ role: Agency.Role, of territory: String, on day: CivilDate?) -> Agency? {
        agencies.first { agency in
            agency.territory == territory && agency.roles.contains(role) && day.map(agency.isValid(on:)) ?? true
        }
    }

    private func expanded(_ group: AgencyID, on day: CivilDate) -> (members: Set<Int>, open: Set<Int>) {
        var members: Set<Int> = []
        var open: Set<Int> = []
        var seen: Set<AgencyID> = []
        var waiting = [group]
        while let id = waiting.popLast() {
            guard seen.insert(id).inserted, let position = positions[id], agencies[position].kind == .group else {
                continue
            }
            let inside = memberPositions[id] ?? []
            if inside.isEmpty { open.insert(position) }
            for member in inside where agencies[member].belongs(to: id, on: day) {
                if agencies[member].kind == .group {
                    waiting.append(agencies[member].id)
                } else {
                    members.insert(member)
                }
            }
        }
        return (members, open)
    }

    private func overlap(_ left: Agency, _ right: Agency) -> Bool {
        let starts = [left.validFrom, right.validFrom].compactMap(\.self).max()
        let ends = [left.validTo, right.validTo].compactMap(\.self).min()
        guard let starts, let ends else { return true }
        return starts <= ends
    }
}
