package import TrackerDomain
internal import TrackerStorage

/// A visitor of the board who has signed in.
package struct WebSession: Sendable {
    /// The token that the visitor signed in with: all rights are its.
    package let access: AccessToken
    /// What the token's agency is called today.
    package let agencyName: String?
    /// Whether no obligation is hidden from the visitor.
    package let seesEverything: Bool
    /// The word that every form of this session carries, so that no other site can send one.
    package let formToken: String

    package init(access: AccessToken, agencyName: String?, seesEverything: Bool, formToken: String) {
        self.access = access
        self.agencyName = agencyName
        self.seesEverything = seesEverything
        self.formToken = formToken
    }

    package func may(_ permission: Permission) -> Bool {
        AccessPolicy.scope(of: permission, for: access.role) != .none
    }

    /// Whether a form that was sent came from a page of this session.
    package func accepts(_ formToken: String?) -> Bool {
        formToken.map { TokenSecret.areEqual($0, self.formToken) } ?? false
    }
}

/// A session that was opened: the only time that its secret is shown.
package struct NewSession: Sendable {
    package let access: AccessToken
    /// What the browser keeps in its cookie.
    package let secret: String
}

extension Tracker {
    /// How long a session lasts, however busy it is: twelve hours, in milliseconds.
    package static let sessionDuration: Int64 = 12 * 3_600_000

    /// Opens a session for the holder of a token; `nil` where the token is none that can be used. One that only follows a
    /// calendar is refused.
    package func signIn(_ token: String) throws(TrackerError) -> NewSession? {
        guard let access = try authenticate(token) else { return nil }
        try Self.requireAccess(.readReference, of: access)
        let (now, secret) = (ambient.now(), SessionSecret())
        try store.write { transaction in
            try transaction.deleteSessions(expiredBy: now)
            try transaction.insertSession(secret.hash, ofToken: access.id, at: now, until: now + Self.sessionDuration)
        }
        return NewSession(access: access, secret: secret.text)
    }

    /// The session that a secret belongs to; `nil` where it has ended, by itself or with its token.
    package func session(_ secret: String) throws(TrackerError) -> WebSession? {
        guard let secret = SessionSecret(secret) else { return nil }
        let (now, today) = (ambient.now(), today)
        return try store.read { transaction in
            guard let access = try transaction.token(ofSession: secret.hash, at: now),
                access.status(on: today) == .active
            else { return nil }
            return WebSession(
                access: access,
                agencyName: try access.agency.flatMap { try transaction.agencyName($0, on: today) },
                seesEverything: try Self.visibility(for: access, on: today, in: transaction) == .everything,
                formToken: secret.formToken)
        }
    }

    /// Ends a session.
    package func signOut(_ secret: String) throws(TrackerError) {
        guard let secret = SessionSecret(secret) else { return }
        try store.write { try $0.deleteSession(secret.hash) }
    }

    /// Ends all sessions that were opened with a token, in whatever browser.
    package func signOutEverywhere(_ access: AccessToken) throws(TrackerError) {
        try store.write { try $0.deleteSessions(ofToken: access.id) }
    }
}
