import Crypto
import Foundation
import Testing
import TrackerDomain
import TrackerService

/// Access tokens: made once, kept as a hash, ended by a day or by hand.
struct TokenTests {
    private let fixture: ServiceFixture

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importPlan()
    }

    private func make(
        _ role: AccessRole = .lead, agency: String? = "Sở Tư pháp", expires: String? = nil,
        on today: String = "2022-02-01"
    ) throws -> NewToken {
        try fixture.tracker(on: today).createToken(
            TokenRequest(name: "", role: role, agency: agency, expiresOn: try expires.map { try day($0) }))
    }

    @Test func aTokenOpensForItsAgencyAndRole() throws {
        let token = try make()
        #expect(token.entry.agencyName == "Sở Tư pháp")
        let found = try fixture.tracker(on: "2022-02-02").authenticate(token.secret)
        #expect(found == token.entry.token)
        #expect(found?.agency == AgencyID("son-la/so-tu-phap"))
        #expect(found?.role == .lead)
    }

    @Test func theStoreKeepsOnlyTheHash() throws {
        let secret = try make().secret
        let words = try #require(secret.split(separator: "_", maxSplits: 2).last)
        #expect(words.utf8.count == 43, "256 bits in base64url")
        #expect(try fixture.dump().allSatisfy { !$0.contains(words) })
        let hash = SHA256.hash(data: Data(secret.utf8)).map { String(format: "%02x", $0) }.joined()
        #expect(try fixture.rows("SELECT hash FROM api_token") == [hash])
        let second = try make().secret
        #expect(second != secret)
        #expect(!second.hasSuffix(words))
    }

    @Test func whatIsNotTheTokenOpensNothing() throws {
        let secret = try make().secret
        let tracker = try fixture.tracker(on: "2022-02-02")
        let last = try #require(secret.last)
        let wrong = [
            "", "phuluc", "phuluc_1_", String(secret.dropLast()), secret + "A",
            secret.dropLast() + (last == "A" ? "B" : "A"),
            secret.replacing("phuluc_1_", with: "phuluc_2_"), secret.replacing("phuluc_1_", with: "phuluc_01_"),
            secret.replacing("phuluc_1_", with: "phuluc_-1_"), secret.uppercased(), " " + secret,
        ]
        for text in wrong {
            #expect(try tracker.authenticate(text) == nil, "\(text)")
        }
    }

    @Test func aTokenExpiresAfterItsLastDay() throws {
        let secret = try make(expires: "2022-02-10").secret
        #expect(try fixture.tracker(on: "2022-02-10").authenticate(secret) != nil)
        #expect(try fixture.tracker(on: "2022-02-11").authenticate(secret) == nil)
        #expect(try fixture.tracker(on: "2022-02-11").tokens().isEmpty)
        #expect(try fixture.tracker(on: "2022-02-11").tokens(includingEnded: true).map(\.status) == [.expired])
        #expect(throws: TrackerError.self) { try make(expires: "2022-01-31") }
    }

    @Test func aRevokedTokenIsDeadAtOnceForWhoeverHasTheStoreOpen() throws {
        let open = try fixture.tracker(on: "2022-02-02")
        let secret = try make().secret
        #expect(try open.authenticate(secret) != nil)
        let revoked = try fixture.tracker(on: "2022-02-02").revokeToken(1)
        #expect(revoked.status == .revoked)
        #expect(try open.authenticate(secret) == nil)
        // Revoking it again changes nothing.
        #expect(try fixture.tracker(on: "2022-02-03").revokeToken(1).token.revokedAt == revoked.token.revokedAt)
        #expect(throws: TrackerError.notFound(.token(7), nearest: [])) { try open.revokeToken(7) }
    }

    @Test func theNumberOfATokenIsNeverGivenAgain() throws {
        _ = try make()
        try fixture.execute("DELETE FROM api_token")
        #expect(try make().entry.token.id == 2)
    }

    @Test func theLastUseIsWrittenDownOnceAMinute() throws {
        let secret = try make().secret
        func use(_ minutes: Int64) throws -> Int64? {
            let tracker = try fixture.tracker(on: "2022-02-01", minutesLater: minutes)
            let token = try #require(try tracker.authenticate(secret))
            try tracker.noteUse(of: token)
            return try tracker.tokens().first?.token.lastUsedAt
        }
        let first = try #require(try use(0))
        #expect(try use(0) == first)
        #expect(try use(1) == first + 60_000)
    }

    @Test(arguments: AccessRole.allCases)
    func everyRoleButTheReaderNeedsAnAgencyThatExists(role: AccessRole) throws {
        if role == .reader {
            #expect(try make(role, agency: nil).entry.token.agency == nil)
        } else {
            #expect(throws: TrackerError.self) { try make(role, agency: nil) }
        }
        #expect(throws: TrackerError.self) { try make(role, agency: "Sở Không có") }
        #expect(throws: TrackerError.self, "a group") { try make(role, agency: "son-la/so-ban-nganh") }
        // It ended in 2025.
        #expect(throws: TrackerError.self) {
            try make(role, agency: "son-la/so-ke-hoach-va-dau-tu", on: "2025-06-01")
        }
    }
}
