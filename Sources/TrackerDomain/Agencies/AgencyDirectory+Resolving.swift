extension AgencyDirectory {
    /// What one name stands for, in plans of a territory, on a day (the plan's issue date, as a rule).
    ///
    /// Capitals, NFC or NFD, abbreviations, marks at the end and words that only repeat the place do not matter. A name
    /// whose entry did not exist on the day is unknown, with that entry first among the nearest.
    ///
    /// ```swift
    /// directory.resolve("VP Ủy ban nhân dân tỉnh Sơn La.", in: "son-la", on: issued)  // .agency(Văn phòng UBND tỉnh)
    /// directory.resolve("Sở Nôi vu", in: "son-la", on: issued)                        // .unknown(nearest: [Sở Nội vụ])
    /// ```
    public func resolve(_ name: String, in territory: String, on day: CivilDate) -> AgencyMatch {
        let scanner = AgencyScanner(words: AgencyWords(name), index: index(of: territory))
        guard let start = scanner.tokens.firstIndex(where: { $0.kind == .word }) else { return .unknown(nearest: []) }
        guard let known = scanner.knownName(at: start, endingIf: scanner.isOnlyMarks(from:)) else {
            return unknown(scanner.tokens[start...].filter { $0.kind == .word }.map(\.key), in: territory)
        }
        return match(known, on: day)
    }

    /// What a known name stands for on a day: of the entries that existed, those of the nearest territory.
    func match(_ name: AgencyScanner.KnownName, on day: CivilDate) -> AgencyMatch {
        let valid = name.entries.filter { agencies[$0.agency].isValid(on: day) }
        let meant = valid.filter { $0.rank == valid.first?.rank }.map { agencies[$0.agency] }
        guard let agency = meant.first, !name.isRestricted else {
            return .unknown(nearest: name.entries.prefix(3).map { agencies[$0.agency] })
        }
        guard meant.count == 1 else { return .ambiguous(meant) }
        return agency.kind == .group ? .group(agency) : .agency(agency)
    }

    /// An unknown name, with the entries whose names are nearest to it.
    func unknown(_ keys: [String], in territory: String) -> AgencyMatch {
        .unknown(nearest: (index(of: territory)?.nearest.agencies(like: keys) ?? []).map { agencies[$0] })
    }
}
