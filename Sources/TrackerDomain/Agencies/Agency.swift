/// An agency that can owe something under a plan, or a group of agencies that a plan names together.
///
/// A plan of 2021 says "Sở Nội vụ" and "Các sở, ban, ngành"; the first is one agency, the second a group whose members
/// say so themselves (``memberOf``), because who is a member changes more often than what the group is called.
///
/// ```swift
/// agency.name                       // "Sở Nội vụ"
/// agency.isValid(on: issued)        // true on 01/10/2021
/// ```
public struct Agency: Hashable, Sendable, Identifiable {
    /// One agency, or several named together.
    public enum Kind: String, CaseIterable, Sendable {
        /// A single body, "Sở Nội vụ".
        case agency
        /// A name for several, "Các sở, ban, ngành".
        case group
    }

    /// The level of government whose body the agency is.
    public enum Level: String, CaseIterable, Sendable {
        /// A body of a ministry that works in the territory, "Cục Thuế tỉnh".
        case central
        /// A body of the province, "Sở Nội vụ".
        case province
        /// A body of a district, "Phòng Nội vụ"; the level ended on 01/7/2025 (Luật 72/2025/QH15).
        case district
        /// A body of a commune.
        case commune
        /// Neither: Party press, state companies, groups across levels.
        case other
    }

    /// What an agency does for every plan of its territory.
    public enum Role: String, CaseIterable, Sendable {
        /// Cơ quan thường trực cải cách hành chính, which keeps the list: Sở Nội vụ of a province.
        case standing
        /// The People's Committee that issues the plans of the territory.
        case issuer
    }

    /// How sure the entry is.
    public enum Certainty: String, CaseIterable, Sendable {
        /// The document in ``Agency/source`` names it.
        case stated
        /// It follows from general rules (a decree on departments, the list of districts); a person should confirm it.
        case general
    }

    /// Who it is, for good: "son-la/so-noi-vu".
    public let id: AgencyID
    /// One agency or a group.
    public let kind: Kind
    /// The name as the plan writes it, "Sở Nội vụ"; the newest where it has had several (``name(on:)``).
    public let name: String
    /// The names that it had before, the oldest first.
    public let formerNames: [FormerName]
    /// The name for readers of English, "Department of Home Affairs".
    public let englishName: String
    /// Other ways to write the name, "Sở KH&ĐT"; "UBND" for "Ủy ban nhân dân" need not be listed, the reader knows it.
    public let aliases: [String]
    /// The level of government.
    public let level: Level
    /// The groups that it belongs to and when; a group can belong to a group.
    public let memberships: [Membership]
    /// The agency that it is a unit of: "Trung tâm lưu trữ lịch sử" of "Sở Nội vụ".
    public let partOf: AgencyID?
    /// What it does for every plan of the territory.
    public let roles: Set<Role>
    /// The first day on which it existed, or `nil` where the directory does not say.
    public let validFrom: CivilDate?
    /// The last day on which it existed, or `nil` while it does.
    public let validTo: CivilDate?
    /// The clause that names it, "QĐ 2407/QĐ-UBND, phần VI.2".
    public let source: String
    /// Whether the source names it or general rules imply it.
    public let certainty: Certainty

    /// An entry of the directory; what most entries have none of may be left out.
    ///
    /// `memberOf` names groups to which it belongs as long as it exists, `memberships` those to which it belongs for a time.
    public init(
        id: AgencyID, kind: Kind = .agency, name: String, formerNames: [FormerName] = [], englishName: String = "",
        aliases: [String] = [], level: Level = .province, memberOf: [AgencyID] = [], memberships: [Membership] = [],
        partOf: AgencyID? = nil, roles: Set<Role> = [], validFrom: CivilDate? = nil, validTo: CivilDate? = nil,
        source: String = "", certainty: Certainty = .stated
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.formerNames = formerNames.sorted { $0.until < $1.until }
        self.englishName = englishName
        self.aliases = aliases
        self.level = level
        self.memberships = memberOf.map { Membership(of: $0) } + memberships
        self.partOf = partOf
        self.roles = roles
        self.validFrom = validFrom
        self.validTo = validTo
        self.source = source
        self.certainty = certainty
    }

    /// The territory whose directory it belongs to: "son-la" for "son-la/so-noi-vu".
    public var territory: String { id.territory }

    /// The groups that it belongs to or has belonged to.
    public var memberOf: [AgencyID] { memberships.map(\.group) }

    /// Whether it existed on a day; both ends of the interval count.
    public func isValid(on day: CivilDate) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validTo, day > validTo { return false }
        return true
    }
}

extension Agency.Level {
    /// The level in words, "cấp tỉnh".
    public func words(in language: Language) -> String {
        switch self {
        case .central: language(vi: "trung ương", en: "central")
        case .province: language(vi: "cấp tỉnh", en: "province")
        case .district: language(vi: "cấp huyện", en: "district")
        case .commune: language(vi: "cấp xã", en: "commune")
        case .other: language(vi: "khác", en: "other")
        }
    }
}
