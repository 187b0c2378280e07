/// A name that an agency had until a day.
public struct FormerName: Hashable, Sendable {
    /// The name as it was, "UBND thị xã Long Khánh".
    public let name: String
    /// The last day on which it was the name.
    public let until: CivilDate

    /// A name with its last day. The first day follows from the name before it, so that names never overlap.
    public init(_ name: String, until: CivilDate) {
        self.name = name
        self.until = until
    }
}

/// A name with the days on which it is or was the name.
public struct NamePeriod: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The first day, or `nil` where the directory does not say.
    public let from: CivilDate?
    /// The last day, or `nil` while it is the name.
    public let to: CivilDate?
}

/// That an agency belongs to a group, always or for a time.
public struct Membership: Hashable, Sendable {
    /// The group, "son-la/so-ban-nganh".
    public let group: AgencyID
    /// The first day, or `nil` for as long as the agency exists.
    public let from: CivilDate?
    /// The last day, or `nil` for as long as the agency exists.
    public let to: CivilDate?

    /// A membership; without days it lasts as long as the agency.
    public init(of group: AgencyID, from: CivilDate? = nil, to: CivilDate? = nil) {
        self.group = group
        self.from = from
        self.to = to
    }
}

extension Agency {
    /// What it was called on a day: a plan of 2021 and the lists of 2021 keep the words of 2021.
    ///
    /// ```swift
    /// agency.formerNames          // [Sở Công nghiệp until 31/12/2007]
    /// agency.name(on: may2007)    // "Sở Công nghiệp"
    /// ```
    public func name(on day: CivilDate) -> String {
        formerNames.first { day <= $0.until }?.name ?? name
    }

    /// All its names with their days, the oldest first.
    public var names: [NamePeriod] {
        var from = validFrom
        return formerNames.map { former in
            defer { from = former.until.adding(days: 1) }
            return NamePeriod(name: former.name, from: from, to: former.until)
        } + [NamePeriod(name: name, from: from, to: validTo)]
    }

    /// Whether it existed on a day and belonged to a group then.
    public func belongs(to group: AgencyID, on day: CivilDate) -> Bool {
        isValid(on: day)
            && memberships.contains { membership in
                membership.group == group && membership.from.map { $0 <= day } ?? true
                    && membership.to.map { day <= $0 } ?? true
            }
    }

    /// The agency under a new name from a day on, with the document that says so. Its id, and with it every obligation,
    /// stays.
    public func renamed(_ name: String, englishName: String, on day: CivilDate, source: String) -> Agency {
        changed(
            name: name, formerNames: formerNames + [FormerName(self.name, until: day.adding(days: -1))],
            englishName: englishName, validTo: validTo, source: "\(self.source); \(source)")
    }

    /// The agency with a last day.
    public func ending(on day: CivilDate) -> Agency {
        changed(name: name, formerNames: formerNames, englishName: englishName, validTo: day, source: source)
    }

    private func changed(
        name: String, formerNames: [FormerName], englishName: String, validTo: CivilDate?, source: String
    ) -> Agency {
        Agency(
            id: id, kind: kind, name: name, formerNames: formerNames, englishName: englishName, aliases: aliases,
            level: level, memberships: memberships, partOf: partOf, roles: roles, validFrom: validFrom,
            validTo: validTo, source: source, certainty: certainty)
    }
}
