import Testing
import TrackerDomain
import TrackerService

/// Sessions of the board: opened with a token, kept as a hash, ended by time, by hand or with the token.
struct SessionTests {
    private static let today = "2022-02-08"
    private let fixture: ServiceFixture
    private let token: NewToken

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importPlan()
        token = try Self.make(.lead, in: fixture)
    }

    private static func make(_ role: AccessRole, in fixture: ServiceFixture, expires: String? = nil) throws -> NewToken
    {
        try fixture.tracker(on: today).createToken(
            TokenRequest(
                name: "", role: role, agency: role == .reader ? nil : "Sở Tư pháp",
                expiresOn: try expires.map { try day($0) }))
    }

    private func tracker(minutesLater: Int64 = 0) throws -> Tracker {
        try fixture.tracker(on: Self.today, minutesLater: minutesLater)
    }

    private func signIn(minutesLater: Int64 = 0) throws -> String {
        try #require(try tracker(minutesLater: minutesLater).signIn(token.secret)).secret
    }

    @Test func aSessionHasTheRightsOfItsToken() throws {
        let session = try #require(try tracker().session(try signIn()))
        #expect(session.access == token.entry.token)
        #expect(session.agencyName == "Sở Tư pháp")
        #expect(!session.seesEverything && session.may(.act) && !session.may(.readQuestions))
        let reader = try #require(try tracker().signIn(try Self.make(.reader, in: fixture).secret))
        #expect(try #require(try tracker().session(reader.secret)).seesEverything)
    }

    @Test func theStoreKeepsNeitherTheSecretNorTheWordOfTheForms() throws {
        let secret = try signIn()
        let word = try #require(try tracker().session(secret)).formToken
        #expect(secret.utf8.count == 43, "256 bits in base64url")
        #expect(try fixture.dump().allSatisfy { !$0.contains(secret) && !$0.contains(word) })
        #expect(try signIn() != secret)
    }

    @Test func theWordOfTheFormsIsTheSessionsOwn() throws {
        let (one, other) = (try tracker().session(try signIn()), try tracker().session(try signIn()))
        let (mine, foreign) = (try #require(one), try #require(other))
        #expect(mine.accepts(mine.formToken) && !mine.accepts(foreign.formToken))
        #expect(!mine.accepts(nil) && !mine.accepts("") && !mine.accepts(mine.formToken + "0"))
    }

    @Test func whatIsNoTokenOpensNoSession() throws {
        #expect(try tracker().signIn("") == nil)
        #expect(try tracker().signIn(String(token.secret.dropLast()) + "!") == nil)
        #expect(try fixture.rows("SELECT * FROM web_session").isEmpty)
        let feed = try Self.make(.calendar, in: fixture)
        #expect(throws: TrackerError.forbidden(.readReference, .calendar)) { try tracker().signIn(feed.secret) }
        #expect(try fixture.rows("SELECT * FROM web_session").isEmpty)
    }

    @Test func whatIsNoSecretBelongsToNobody() throws {
        let secret = try signIn()
        for text in ["", "x", secret.dropLast() + "!", secret + "A", token.secret] {
            #expect(try tracker().session(String(text)) == nil)
        }
    }

    @Test func aSessionLastsTwelveHoursHoweverBusyItIs() throws {
        let secret = try signIn()
        #expect(try tracker(minutesLater: 12 * 60 - 1).session(secret) != nil)
        #expect(try tracker(minutesLater: 12 * 60).session(secret) == nil)
    }

    @Test func expiredSessionsAreForgottenWhenSomebodySignsIn() throws {
        _ = try signIn()
        _ = try signIn(minutesLater: 60)
        #expect(try fixture.rows("SELECT count(*) FROM web_session") == ["2"])
        _ = try signIn(minutesLater: 12 * 60)
        #expect(try fixture.rows("SELECT count(*) FROM web_session") == ["2"])
    }

    @Test func aSessionEndsWithItsToken() throws {
        let secret = try signIn()
        _ = try tracker().revokeToken(token.entry.token.id)
        #expect(try tracker().session(secret) == nil)
        let short = try Self.make(.lead, in: fixture, expires: Self.today)
        let opened = try #require(try tracker().signIn(short.secret)).secret
        #expect(try tracker(minutesLater: 11 * 60).session(opened) != nil)
        // Midnight has passed.
        #expect(try tracker(minutesLater: 11 * 60 + 59 + 2).session(opened) == nil)
    }

    @Test func signingOutEndsOneSessionOrAllOfTheToken() throws {
        let (one, two) = (try signIn(), try signIn())
        let reader = try #require(try tracker().signIn(try Self.make(.reader, in: fixture).secret)).secret
        try tracker().signOut(one)
        #expect(try tracker().session(one) == nil)
        let access = try #require(try tracker().session(two)).access
        try tracker().signOutEverywhere(access)
        #expect(try tracker().session(two) == nil)
        #expect(try tracker().session(reader) != nil)
    }

    @Test func aStoreThatIsBroughtBackKnowsNoSessions() throws {
        let secret = try signIn()
        let copy = fixture.folder + "/copy.sqlite"
        try tracker().backup(to: copy, replaces: false)
        let back = fixture.folder + "/back.sqlite"
        _ = try Tracker.restore(
            from: copy, to: back, replaces: false, ambient: Ambient.standing(at: try day(Self.today)))
        let restored = try Tracker(path: back, ambient: Ambient.standing(at: try day(Self.today)))
        #expect(try restored.session(secret) == nil)
        #expect(try restored.authenticate(token.secret) != nil)
    }
}
