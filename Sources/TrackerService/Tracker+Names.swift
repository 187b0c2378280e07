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

    /// The agency that a person means by its id or by one of its names, in one plan's directory or in all of them.
    package func agency(named name: String, in territory: String? = nil) throws(TrackerError) -> Agency {
        if let id = AgencyID(name), let agency = try store.read({ try $0.agency(id) }) { return agency }
        let directory = AgencyDirectory(agencies: try store.read { try $0.agencies() })
        let territories = territory.map { [$0] } ?? directory.territories
        var found: [Agency] = []
        var nearest: [Agency] = []
        for territory in territories {
            switch directory.resolve(name, in: territory, on: today) {
            case .agency(let agency), .group(let agency): found.append(agency)
            case .ambiguous(let agencies): found += agencies
            case .unknown(let near): nearest += near
            }
        }
        if found.count == 1, let agency = found.first { return agency }
        let candidates = found.isEmpty ? nearest : found
        throw .notFound(.agency(name), nearest: candidates.prefix(6).map { "\($0.id) = \($0.name)" })
    }
}
