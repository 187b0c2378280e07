package import TrackerDomain
internal import TrackerStorage

/// Which agencies a list shows; what is `nil` does not narrow it.
package struct AgencyRequest: Sendable {
    /// Words of the name or an alias, with or without diacritics, or of the id.
    package var words: String?
    /// The slug of a territory, "son-la".
    package var territory: String?
    /// The members of a group, by id or name.
    package var group: String?
    /// Whether those that do not exist on the day are shown as well.
    package var showsEnded = false
    /// The day as of which the list stands; today where it is `nil`.
    package var asOf: CivilDate?

    package init() {}
}

/// Agencies as they were called on a day.
package struct AgencyList: Sendable {
    package let asOf: CivilDate
    package let items: [Agency]
    /// How many more there are that do not exist on the day.
    package let hidden: Int
}

/// One agency with everything around it.
package struct AgencyDetail: Sendable {
    package let asOf: CivilDate
    package let agency: Agency
    /// The members on the day, of a group.
    package let members: [Agency]
    /// Successions by which it took over from others.
    package let predecessors: [Succession]
    /// Successions by which it ends or gives a function away.
    package let successions: [Succession]
    /// Who does on the day what it did, where it has ended.
    package let successors: [AgencyID]
    /// How many open obligations it owes now.
    package let openObligations: Int
    /// Where reminders reach it now.
    package let addresses: [AgencyAddress]
    /// The names of all agencies around it, on the day.
    package let names: [AgencyID: String]
}

extension Tracker {
    /// The directory on a day.
    package func agencies(_ request: AgencyRequest) throws(TrackerError) -> AgencyList {
        let day = request.asOf ?? today
        let group = try request.group.map { name throws(TrackerError) in
            try agency(named: name, in: request.territory, on: day)
        }
        let agencies = try store.read { try Self.referenceData(in: $0).directory.agencies }
        if let territory = request.territory, !agencies.contains(where: { $0.territory == territory }) {
            throw .notFound(.territory(territory), nearest: Set(agencies.map(\.territory)).sorted())
        }
        let key = request.words.map(VietnameseText.searchKey)
        let found = agencies.filter { agency in
            (request.territory == nil || agency.territory == request.territory)
                && (key.map(agency.isNamed(with:)) ?? true)
                && (group.map { agency.memberOf.contains($0.id) } ?? true)
        }
        let valid = found.filter { agency in
            agency.isValid(on: day) && (group.map { agency.belongs(to: $0.id, on: day) } ?? true)
        }
        return AgencyList(
            asOf: day, items: request.showsEnded ? found : valid,
            hidden: request.showsEnded ? 0 : found.count - valid.count)
    }

    /// Everything about one agency, by its id or by the name that it has on the day.
    package func agencyDetail(
        named name: String, asOf: CivilDate? = nil, access: AccessToken? = nil
    ) throws(TrackerError) -> AgencyDetail {
        let day = asOf ?? today
        let agency = try agency(named: name, on: day)
        return try store.read { transaction in
            let reference = try Self.referenceData(in: transaction)
            let table = reference.successions
            return AgencyDetail(
                asOf: day, agency: agency, members: reference.directory.members(of: agency.id, on: day),
                predecessors: table.predecessors(of: agency.id), successions: table.successions(from: agency.id),
                successors: table.successors(of: agency.id, on: day).filter { $0 != agency.id },
                openObligations: try transaction.openObligationCount(of: agency.id),
                addresses: Self.showsReminders(of: agency.id, to: access)
                    ? try transaction.addresses(of: agency.id) : [],
                names: Dictionary(
                    reference.directory.agencies.map { ($0.id, $0.name(on: day)) },
                    uniquingKeysWith: { first, _ in first }))
        }
    }

    /// Open obligations of agencies that no longer exist: a person has to give them to somebody.
    package func orphans(_ request: ListRequest) throws(TrackerError) -> ObligationList {
        try list(request, kind: .ofEndedAgency, order: .byNumber)
    }
}

extension Agency {
    /// Whether its id, a name or an alias has words that were typed with or without diacritics.
    fileprivate func isNamed(with key: String) -> Bool {
        id.description.contains(key)
            || ([name] + aliases + formerNames.map(\.name)).contains { VietnameseText.searchKey($0).contains(key) }
    }
}
