/// Makes the index of each territory from the entries of the directory; used once, while a directory is built.
struct AgencyIndexBuilder {
    private let agencies: [Agency]
    private let forms: [[[String]]]
    private let parents: [String: [String]]
    private let places: [String: [String]]
    private let positions: [AgencyID: Int]

    /// Takes the names of all entries apart and finds out which territory lies in which.
    init(agencies: [Agency], positions: [AgencyID: Int]) {
        self.agencies = agencies
        self.positions = positions
        forms = agencies.map { agency in
            ([agency.name] + agency.aliases + agency.formerNames.map(\.name)).map(AgencyWords.keys(of:))
        }
        var parents: [String: [String]] = [:]
        var places: [String: [String]] = [:]
        for (agency, forms) in zip(agencies, forms) where agency.roles.contains(.issuer) {
            parents[agency.territory, default: []] += agency.memberOf.map(\.territory)
            if places[agency.territory] == nil { places[agency.territory] = Array((forms.first ?? []).dropFirst()) }
        }
        self.parents = parents
        self.places = places
    }

    /// Names of issuers and of places, with the territory where only one goes by the name.
    var territoryOfIssuer: [String: String] {
        var territories: [String: Set<String>] = [:]
        for (agency, forms) in zip(agencies, forms) where agency.roles.contains(.issuer) {
            let place = places[agency.territory] ?? []
            for keys in forms + [place, Array(place.dropFirst())] where !keys.isEmpty {
                territories[keys.joined(separator: " "), default: []].insert(agency.territory)
            }
        }
        return territories.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// The index of a territory: its own names, those of its groups' members, then the names of the territories above.
    func index(of territory: String) -> AgencyDirectory.TerritoryIndex {
        var lexicon = AgencyLexicon()
        var names: [(agency: Int, keys: [String])] = []
        for (rank, level) in lineage(of: territory).enumerated() {
            lexicon.appendTails(AgencyVocabulary.tails(ofPlace: places[level] ?? []))
            for (position, agency) in agencies.enumerated() {
                let entry = AgencyLexicon.Entry(agency: position, rank: rank)
                if agency.territory == level {
                    for keys in spellings(of: position) { lexicon.insert(keys, for: entry) }
                    names += forms[position].map { (position, $0) }
                } else if let name = forms[position].first, agency.memberOf.contains(where: { $0.territory == level }) {
                    // Its other names, such as "UBND huyện", mean it only in its own territory.
                    lexicon.insert(name, for: entry)
                    names.append((position, name))
                }
            }
        }
        return .init(lexicon: lexicon, nearest: AgencyNearest(names: names))
    }

    /// A territory and those above it, the nearest first.
    private func lineage(of territory: String) -> [String] {
        var line = [territory]
        var position = 0
        while position < line.count {
            for parent in parents[line[position]] ?? [] where !line.contains(parent) { line.append(parent) }
            position += 1
        }
        return line
    }

    /// All ways to write an entry's names: a group with and without "các", a unit alone and with its parent.
    private func spellings(of position: Int) -> [[String]] {
        let agency = agencies[position]
        var spellings = forms[position]
        if agency.kind == .group {
            spellings += forms[position].map { keys in
                keys.first == AgencyVocabulary.plural ? Array(keys.dropFirst()) : [AgencyVocabulary.plural] + keys
            }
        }
        guard let parent = agency.partOf.flatMap({ positions[$0] }) else { return spellings }
        for link in ["", "thuộc", "của"].map(AgencyWords.keys(of:)) {
            for unit in forms[position] {
                spellings += forms[parent].map { unit + link + $0 }
            }
        }
        return spellings
    }
}
