package import TrackerDomain
internal import TrackerStorage

extension Tracker {
    /// The plan that a person means by its number in the store or its document number, "2407/QĐ-UBND".
    package func plan(named name: String) throws(TrackerError) -> Plan {
        let plans = try store.read { try $0.plans() }
        if let id = Int64(name), let plan = plans.first(where: { $0.id == id }) { return plan }
        let wanted = VietnameseText.folded(name)
        let matches = plans.filter { VietnameseText.folded($0.header.number.description) == wanted }
        if matches.count == 1, let plan = matches.first { return plan }
        let nearest = (matches.isEmpty ? plans : matches).prefix(5).map { plan in
            "\(plan.id) = \(plan.header.number), \(plan.header.issuer)"
        }
        throw .notFound(.plan(name), nearest: Array(nearest))
    }

    /// The agency that a person means by its id or by one of its names, with or without diacritics: in the directory of
    /// one territory, otherwise in those of all plans of the store; as it was called on a day, today where it is `nil`.
    package func agency(
        named name: String, in territory: String? = nil, on day: CivilDate? = nil
    ) throws(TrackerError) -> Agency {
        let day = day ?? today
        if let id = AgencyID(name), let agency = try store.read({ try $0.agency(id) }) { return agency }
        let (agencies, plans) = try store.read { (try $0.agencies(), try $0.plans()) }
        let directory = AgencyDirectory(agencies: agencies)
        let planned = Set(plans.map(\.territory)).intersection(directory.territories)
        let territories = territory.map { [$0] } ?? (planned.isEmpty ? directory.territories : planned.sorted())
        var found: [Agency] = []
        var nearest: [Agency] = []
        for territory in territories {
            switch directory.resolve(name, in: territory, on: day) {
            case .agency(let agency), .group(let agency): found.append(agency)
            case .ambiguous(let agencies): found += agencies
            case .unknown(let near):
                let named = directory.agencies.filter { $0.territory == territory && $0.isFound(by: name) }
                let valid = named.filter { $0.isValid(on: day) }
                found += valid.isEmpty ? named : valid
                nearest += near
            }
        }
        func list(_ agencies: [Agency]) -> [String] {
            var seen: Set<AgencyID> = []
            return agencies.filter { seen.insert($0.id).inserted }.prefix(6).map { "\($0.id) = \($0.name)" }
        }
        if Set(found.map(\.id)).count == 1, let agency = found.first { return agency }
        guard found.isEmpty else { throw .ambiguousAgency(name, candidates: list(found)) }
        throw .notFound(.agency(name), nearest: list(nearest))
    }
}

extension Agency {
    /// Whether words typed without diacritics are its name or one of its aliases.
    fileprivate func isFound(by words: String) -> Bool {
        let key = VietnameseText.searchKey(words)
        return ([name] + aliases + formerNames.map(\.name)).contains { VietnameseText.searchKey($0) == key }
    }
}
