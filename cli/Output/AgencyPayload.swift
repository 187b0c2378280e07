import TrackerDomain

/// An agency as programs read it, as it was called on a day.
struct AgencyPayload: Encodable {
    let id: String
    let kind: String
    let name: String
    let englishName: String
    let level: String
    let groups: [String]
    @Nullable var validFrom: String?
    @Nullable var validTo: String?
    let valid: Bool
    let source: String
    let certainty: String

    init(_ agency: Agency, on day: CivilDate) {
        id = agency.id.description
        kind = agency.kind.rawValue
        name = agency.name(on: day)
        englishName = agency.englishName
        level = agency.level.rawValue
        groups = agency.memberships.map(\.group).filter { agency.belongs(to: $0, on: day) }.map(\.description)
        validFrom = agency.validFrom?.description
        validTo = agency.validTo?.description
        valid = agency.isValid(on: day)
        source = agency.source
        certainty = agency.certainty.rawValue
    }

    static let csvHeader = [
        "id", "kind", "name", "englishName", "level", "groups", "validFrom", "validTo", "valid", "source", "certainty",
    ]

    var csvRecord: [String] {
        [
            id, kind, name, englishName, level, groups.joined(separator: "|"), validFrom ?? "", validTo ?? "",
            String(valid), source, certainty,
        ]
    }
}

/// A succession as programs read it.
struct SuccessionPayload: Encodable {
    let from: String
    let to: [String]
    let on: String
    let kind: String
    let function: String
    let source: String
    let certainty: String

    init(_ succession: Succession) {
        from = succession.from.description
        to = succession.to.map(\.description)
        on = succession.on.description
        kind = succession.kind.rawValue
        function = succession.function
        source = succession.source
        certainty = succession.certainty.rawValue
    }
}

extension Agency.Level {
    /// "cấp tỉnh".
    func words(in language: Language) -> String {
        switch self {
        case .central: language(vi: "trung ương", en: "central")
        case .province: language(vi: "cấp tỉnh", en: "province")
        case .district: language(vi: "cấp huyện", en: "district")
        case .commune: language(vi: "cấp xã", en: "commune")
        case .other: language(vi: "khác", en: "other")
        }
    }
}

extension TextStyle {
    /// "từ 01/3/2025", "đến 28/02/2025"; a dash where no day is known.
    func interval(from: CivilDate?, to: CivilDate?) -> String {
        switch (from, to) {
        case (nil, nil): "–"
        case (let from?, nil): self(vi: "từ \(day(from))", en: "from \(day(from))")
        case (nil, let to?): self(vi: "đến \(day(to))", en: "until \(day(to))")
        case (let from?, let to?): "\(day(from)) – \(day(to))"
        }
    }
}
