import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// Whom the server believes about where a request comes from.
struct TrustedProxiesTests {
    private func client(
        _ trusted: String, peer: String, forwarded: [String] = [], proto: String? = nil
    ) throws -> TrustedProxies.Client {
        var headers = HTTPFields()
        for value in forwarded { headers.append(HTTPField(name: .xForwardedFor, value: value)) }
        headers[.xForwardedProto] = proto
        return try #require(TrustedProxies(trusted)).client(of: headers, from: peer, isEncrypted: false)
    }

    @Test(arguments: [
        ("", "9.9.9.9", ["1.2.3.4"], "9.9.9.9"),
        ("10.0.0.0/8", "9.9.9.9", ["1.2.3.4"], "9.9.9.9"),
        ("10.0.0.0/8", "10.1.2.3", ["1.2.3.4"], "1.2.3.4"),
        ("10.0.0.0/8", "10.1.2.3", ["6.6.6.6, 1.2.3.4"], "1.2.3.4"),
        ("10.0.0.0/8", "10.1.2.3", ["6.6.6.6", "1.2.3.4, 10.0.0.9"], "1.2.3.4"),
        ("10.0.0.0/8", "10.1.2.3", [], "10.1.2.3"),
        ("10.0.0.0/8", "10.1.2.3", ["1.2.3.4, <script>"], "10.1.2.3"),
        ("10.0.0.0/8", "10.1.2.3", ["10.0.0.9"], "10.0.0.9"),
        ("127.0.0.1, ::1", "::1", ["2001:db8::7"], "2001:db8::7"),
        ("127.0.0.1", "::ffff:127.0.0.1", ["1.2.3.4"], "1.2.3.4"),
        ("172.16.0.0/12", "172.32.0.1", ["1.2.3.4"], "172.32.0.1"),
        ("0.0.0.0/0", "8.8.8.8", ["1.2.3.4"], "1.2.3.4"),
    ])
    func theLastAddressThatIsNoTrustedProxyIsTheClient(
        trusted: String, peer: String, forwarded: [String], client: String
    ) throws {
        #expect(try self.client(trusted, peer: peer, forwarded: forwarded).address == client)
    }

    @Test func onlyAProxySaysThatARequestWasEncrypted() throws {
        #expect(try client("10.0.0.1", peer: "10.0.0.1", proto: "https").isEncrypted)
        #expect(try !client("10.0.0.1", peer: "10.0.0.1", proto: "http").isEncrypted)
        #expect(try !client("10.0.0.1", peer: "10.0.0.2", proto: "https").isEncrypted)
    }

    @Test(arguments: ["localhost", "10.0.0.0/33", "10.0.0/8", "::/129", "10.0.0.1/-1", "1.2.3.4/x"])
    func whatIsNoAddressIsRefused(text: String) {
        #expect(TrustedProxies(text) == nil)
        #expect(throws: Settings.Problem.self) {
            try Settings(flags: ["trustProxy": text], environment: [:], file: [:])
        }
    }

    private static func status(_ client: any TestClientProtocol, behind address: String) async throws -> Int {
        let headers: HTTPFields = [.xForwardedFor: address]
        return try await client.execute(uri: "/v1/me", method: .get, headers: headers) { $0.status.code }
    }

    @Test func theLogAndTheLimitKnowTheClientBehindAProxy() async throws {
        let desk = try ServerDesk()
        try await desk.serve {
            $0.trustProxy = TrustedProxies("127.0.0.1,::1") ?? .none
            // One a minute: however slow the machine is, none comes free while this test runs.
            $0.requestsPerMinute = 1
        } _: { client in
            var seen: [Int] = []
            for _ in 1...2 { seen.append(try await Self.status(client, behind: "203.0.113.7")) }
            seen.append(try await Self.status(client, behind: "203.0.113.8"))
            #expect(seen == [401, 429, 401])
        }
        #expect(desk.log.all.count { $0.contains("\"remote\":\"203.0.113.7\"") } == 2)
    }
}

/// Certificates and other settings that are found wrong before anybody is served.
struct TLSSettingsTests {
    @Test func aCertificateNeedsItsKey() throws {
        var settings = Settings()
        settings.tlsCert = "/etc/ssl/cert.pem"
        #expect(throws: Settings.Problem.self) { try settings.tls() }
        settings.tlsKey = "/nowhere/key.pem"
        #expect(throws: Settings.Problem.self) { try settings.tls() }
        #expect(try Settings().tls() == nil)
    }

    @Test func whatTheStoreLogsCarriesTheRequest() async throws {
        let dispatch = Dispatch(try ServerDesk().tracker, settings: Settings(), metrics: Metrics())
        let id = try await CurrentRequest.$id.withValue("r1") { try await dispatch.onThread { CurrentRequest.id } }
        #expect(id == "r1")
    }

    @Test func settingsHaveOneNameInThreeSpellings() {
        let key = Settings.keys.first { $0.name == "tlsCert" }
        #expect(key?.flagName == "--tls-cert")
        #expect(key?.environmentName == "PHULUC_TLS_CERT")
        #expect(throws: Settings.Problem.self) {
            try Settings(flags: ["logLevel": "loud"], environment: [:], file: [:])
        }
    }
}

/// Sentences of the domain in the words of the API.
struct APIWordsTests {
    @Test(arguments: [
        (ActionRefusal.notForRole(.accept, needed: [.standing], allowed: []), "Use another agency's token."),
        (.evidenceMissing, "(“document”)"), (.noExtensionRequested, "“POST /v1/obligations/7/requestExtension”"),
        (.noDeadlineToExtend, "“GET /v1/obligations/7”"), (.decisionMissing(.withdraw), "“document”"),
        (
            .notForRole(.accept, needed: [.standing], allowed: [.recordEvent, .requestExtension, .comment]),
            "Possible now: recordEvent, requestExtension, comment."
        ),
    ])
    func aRefusalNamesWhatAClientCanDo(refusal: ActionRefusal, words: String) {
        let error = TrackerError.refused(refusal, obligation: 7)
        let text = APIWords.wording(error.words(in: .en))
        #expect(text.contains(words), "\(text)")
        for language in Language.allCases {
            let text = APIWords.wording(error.words(in: language))
            #expect(!text.contains("--") && !text.contains("phuluc"), "\(text)")
        }
    }

    @Test func theListOfQuestionsIsThatOfTheAPI() {
        let text = APIWords.wording(TrackerError.notFound(.question(7), nearest: []).words(in: .en))
        #expect(text.contains("See the list with “GET /v1/settle”."), "\(text)")
    }

    @Test func aRefusalNamesTheHeirsToken() throws {
        let (old, new) = (try #require(AgencyID("son-la/a")), try #require(AgencyID("son-la/b")))
        func words(_ refusal: ActionRefusal) -> String {
            APIWords.wording(TrackerError.refused(refusal, obligation: 7).words(in: .en))
        }
        #expect(words(.agencyEnded(old, heir: new)).contains("use a token of son-la/b"))
        #expect(
            words(.agencyEnded(old, heir: nil)).contains("“POST /v1/obligations/7/reassign”; see “GET /v1/orphans”"))
        #expect(words(.alreadyTheLead(old)).contains("another in “agency”"))
    }

    @Test func everyMethodThatAPathDoesNotTakeIsRefusedAsSuch() async throws {
        let query = try #require(HTTPRequest.Method("QUERY"))
        try await ServerDesk().serve { client in
            for uri in ["/v1/overdue", "/v1/obligations/3", "/healthz"] {
                let answer = try await client.send(query, uri)
                #expect(answer.status == 405, "\(uri)")
                #expect(answer.headers[.allow] == "GET, HEAD", "\(uri)")
            }
            #expect(try await client.send(query, "/v1/obligations/3/x").status == 404)
        }
    }

    @Test func whatIsLongerThanTheDocumentSaysIsRefused() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve { client in
            for (count, status) in [(200, 200), (201, 422)] {
                let words = String(repeating: "a", count: count)
                let answer = try await client.send(.get, "/v1/overdue?search=\(words)", as: token)
                #expect(answer.status == status)
            }
        }
    }
}
