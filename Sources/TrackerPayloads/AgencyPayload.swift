package import TrackerDomain
package import TrackerService

/// An agency as programs read it, as it was called on a day.
package struct AgencyPayload: Encodable, Sendable {
    package let id: String
    package let kind: String
    package let name: String
    package let englishName: String
    package let level: String
    package let groups: [String]
    @Nullable package var validFrom: String?
    @Nullable package var validTo: String?
    package let valid: Bool
    package let source: String
    package let certainty: String

    package init(_ agency: Agency, on day: CivilDate) {
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

    package static let csvHeader = [
        "id", "kind", "name", "englishName", "level", "groups", "validFrom", "validTo", "valid", "source", "certainty",
    ]

    package var csvRecord: [String] {
        [
            id, kind, name, englishName, level, groups.joined(separator: "|"), validFrom ?? "", validTo ?? "",
            String(valid), source, certainty,
        ]
    }
}

/// A succession as programs read it.
package struct SuccessionPayload: Encodable, Sendable {
    package let from: String
    package let to: [String]
    package let on: String
    package let kind: String
    package let function: String
    package let source: String
    package let certainty: String

    package init(_ succession: Succession) {
        from = succession.from.description
        to = succession.to.map(\.description)
        on = succession.on.description
        kind = succession.kind.rawValue
        function = succession.function
        source = succession.source
        certainty = succession.certainty.rawValue
    }
}

extension ListPayload<AgencyPayload> {
    package init(_ list: AgencyList) {
        self.init(list.items.map { AgencyPayload($0, on: list.asOf) }, asOf: list.asOf)
    }
}

/// One agency with its names, groups, predecessors and successors.
package struct AgencyDetailPayload: Encodable, Sendable {
    package let agency: AgencyPayload
    package let names: [Name]
    package let aliases: [String]
    package let members: [String]
    package let predecessors: [SuccessionPayload]
    package let successions: [SuccessionPayload]
    package let successors: [String]
    package let openObligations: Int
    package let emails: [String]
    @Nullable package var webhook: String?
    package let asOf: String

    package struct Name: Encodable, Sendable {
        package let name: String
        @Nullable package var from: String?
        @Nullable package var to: String?
    }

    package init(_ detail: AgencyDetail) {
        agency = AgencyPayload(detail.agency, on: detail.asOf)
        names = detail.agency.names.map { Name(name: $0.name, from: $0.from?.description, to: $0.to?.description) }
        aliases = detail.agency.aliases
        members = detail.members.map(\.id.description)
        predecessors = detail.predecessors.map(SuccessionPayload.init)
        successions = detail.successions.map(SuccessionPayload.init)
        successors = detail.successors.map(\.description)
        openObligations = detail.openObligations
        emails = detail.addresses.filter { $0.kind == .email }.map(\.text)
        webhook = detail.addresses.first { $0.kind == .webhook }?.text
        asOf = detail.asOf.description
    }
}
