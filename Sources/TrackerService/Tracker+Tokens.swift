package import TrackerDomain
internal import TrackerStorage

/// A token to be made.
package struct TokenRequest: Sendable {
    /// Whom it is for.
    package var name: String
    package var role: AccessRole
    /// An agency's name or id.
    package var agency: String?
    /// The last day on which it is valid.
    package var expiresOn: CivilDate?

    package init(name: String, role: AccessRole, agency: String?, expiresOn: CivilDate? = nil) {
        self.name = name
        self.role = role
        self.agency = agency
        self.expiresOn = expiresOn
    }
}

/// A token with what a person reads beside it.
package struct TokenEntry: Sendable {
    package let token: AccessToken
    package let agencyName: String?
    package let status: AccessToken.Status
}

/// A token that was made: the only time that its secret is shown.
package struct NewToken: Sendable {
    package let entry: TokenEntry
    package let secret: String
}

extension Tracker {
    /// Makes a token. Its secret is returned this once; the store keeps its hash.
    package func createToken(_ request: TokenRequest) throws(TrackerError) -> NewToken {
        let today = today
        if let last = request.expiresOn, last < today {
            throw .invalidInput(
                name: "--expires", value: last.vietnamese,
                hint: LocalizedText(
                    vi: "ngày hết hạn đã qua; chọn từ \(today.vietnamese).",
                    en: "the day has passed; choose \(today) or later."))
        }
        guard request.agency != nil || !request.role.needsAgency else {
            throw .invalidInput(
                name: "--role", value: request.role.rawValue,
                hint: LocalizedText(
                    vi: "vai trò này cần một cơ quan: thêm --agency.", en: "this role needs an agency: add --agency."))
        }
        let agency = try request.agency.map { name throws(TrackerError) in try self.agency(named: name) }
        if let agency, agency.kind == .group || !agency.isValid(on: today) {
            throw .invalidInput(
                name: "--agency", value: agency.name,
                hint: LocalizedText(
                    vi: "cần một cơ quan đang hoạt động, không phải nhóm.",
                    en: "it has to be a single agency that exists today."))
        }
        let now = ambient.now()
        return try store.write { transaction in
            let secret = TokenSecret(id: try transaction.nextTokenID())
            let name = request.name.isEmpty ? agency?.name ?? request.role.rawValue : request.name
            let token = AccessToken(
                id: secret.id, name: name, role: request.role, agency: agency?.id, createdAt: now,
                expiresOn: request.expiresOn)
            try transaction.insertToken(StoredToken(token: token, hash: secret.hash))
            return NewToken(
                entry: TokenEntry(token: token, agencyName: agency?.name, status: .active), secret: secret.text)
        }
    }

    /// The tokens that can be used, or all that were ever made.
    package func tokens(includingEnded: Bool = false) throws(TrackerError) -> [TokenEntry] {
        try store.read { transaction in
            try transaction.tokens().map { try Self.entry($0.token, on: today, in: transaction) }
                .filter { includingEnded || $0.status == .active }
        }
    }

    /// Ends a token at once; one that has ended already stays as it is.
    package func revokeToken(_ id: Int64) throws(TrackerError) -> TokenEntry {
        let (now, today) = (ambient.now(), today)
        return try store.write { transaction in
            try transaction.revokeToken(id, at: now)
            guard let stored = try transaction.reading.token(id) else {
                throw TrackerError.notFound(.token(id), nearest: [])
            }
            return try Self.entry(stored.token, on: today, in: transaction.reading)
        }
    }

    /// The token that a secret belongs to; `nil` where it is unknown, has expired or was revoked.
    package func authenticate(_ secret: String) throws(TrackerError) -> AccessToken? {
        guard let secret = TokenSecret(secret) else { return nil }
        let stored = try store.read { try $0.token(secret.id) }
        guard let stored, secret.matches(hash: stored.hash), stored.token.status(on: today) == .active else {
            return nil
        }
        return stored.token
    }

    /// A token with its agency's name.
    package func describe(_ token: AccessToken) throws(TrackerError) -> TokenEntry {
        try store.read { try Self.entry(token, on: today, in: $0) }
    }

    /// Writes down that a token was used, unless that was done less than a minute ago.
    package func noteUse(of token: AccessToken) throws(TrackerError) {
        let now = ambient.now()
        guard token.lastUsedAt.map({ now - $0 >= Self.useResolution }) ?? true else { return }
        try store.write { try $0.noteUse(ofToken: token.id, at: now) }
    }

    /// The last use of a token is true to this many milliseconds: a write for each request would cost more than the request.
    package static let useResolution: Int64 = 60_000

    private static func entry(
        _ token: AccessToken, on day: CivilDate, in transaction: ReadTransaction
    ) throws -> TokenEntry {
        TokenEntry(
            token: token, agencyName: try token.agency.flatMap { try transaction.agencyName($0, on: day) },
            status: token.status(on: day))
    }
}
