import Foundation
import TestSupport
import Testing
import TrackerDomain

@testable import TrackerDelivery

@Suite("A webhook", .enabled(if: ProcessRun.find("curl") != nil, "curl is not installed"))
struct WebhookTests {
    private static let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

    private func webhook(timeout: Int = 20) throws -> Webhook {
        try Webhook(secret: try WebhookSecret(Self.secret), timeout: timeout) { 1_644_368_460_500 }
    }

    @Test func carriesTheMessageAndItsSignature() throws {
        let server = try LoopbackServer(answers: [LoopbackServer.answer(204)])
        let message = OutgoingMessage.sample(addresses: [server.address], text: "Kính gửi: \"Sở\" \\ 100%\n@")
        try webhook().send(message)
        let request = try #require(server.requests.first)
        let parts = request.components(separatedBy: "\r\n\r\n")
        let body = try #require(parts.last)
        let headers = try #require(parts.first).components(separatedBy: "\r\n")
        let signature = try WebhookSecret(Self.secret).signature(
            id: message.messageID, timestamp: 1_644_368_460, body: body)
        #expect(headers.first == "POST /hook HTTP/1.1")
        for header in [
            "Content-Type: application/json", "Webhook-Id: <7.a1b2@phuluc.invalid>",
            "Webhook-Timestamp: 1644368460",
            "Webhook-Signature: \(signature)", "User-Agent: phuluc",
        ] {
            #expect(headers.contains(header), "\(header)")
        }
        #expect(
            body == #"""
                {"data":{"day":"2022-02-09","id":"<7.a1b2@phuluc.invalid>","items":[{"deadlineVersion":1,"obligation":3,"stage":"overdue-1"}],"language":"vi","number":7,"recipient":"son-la/so-tu-phap","recipientName":"Sở Tư pháp","subject":"Nhắc việc ngày 09/02/2022: 4 nhiệm vụ quá hạn","text":"Kính gửi: \"Sở\" \\ 100%\n@"},"timestamp":"2022-02-09T01:00:00Z","type":"reminder"}
                """#)
    }

    /// The example of the specification (github.com/standard-webhooks/standard-webhooks, its libraries' tests).
    @Test func signsAsTheConventionSays() throws {
        let signature = try WebhookSecret(Self.secret).signature(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: #"{"test": 2432232314}"#)
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test(arguments: [
        (500, true), (503, true), (429, true), (408, true), (301, false), (400, false), (401, false), (404, false),
    ])
    func whatIsAnsweredSaysWhetherToTryAgain(status: Int, isTransient: Bool) throws {
        let server = try LoopbackServer(answers: [LoopbackServer.answer(status)])
        let failure = try failure(of: try webhook(), .sample(addresses: [server.address]))
        #expect(failure.isTransient == isTransient)
        #expect(failure.reason.en.contains("HTTP \(status)"))
    }

    @Test func theSameIsTakenTheSecondTime() throws {
        let server = try LoopbackServer(answers: [LoopbackServer.answer(500), LoopbackServer.answer(200)])
        let message = OutgoingMessage.sample(addresses: [server.address])
        #expect(try failure(of: try webhook(), message).isTransient)
        try webhook().send(message)
        #expect(server.requests.count == 2)
        #expect(
            server.requests.first?.components(separatedBy: "\r\n\r\n").last
                == server.requests.last?.components(separatedBy: "\r\n\r\n").last)
    }

    @Test func aReceiverThatSaysNothingOrIsNotThereIsTriedAgain() throws {
        let server = try LoopbackServer(answers: [""])
        #expect(try failure(of: try webhook(), .sample(addresses: [server.address])).isTransient)
        let gone = try failure(of: try webhook(), .sample(addresses: ["http://127.0.0.1:1/hook"]))
        #expect(gone.isTransient)
        #expect(gone.reason.en.contains("curl 7"))
    }

    @Test(arguments: [
        "", "sonla.gov.vn", "ftp://sonla.gov.vn", "file:///etc/passwd", "https://a b", "https://a\nheader = x",
    ])
    func anAddressThatIsNoneIsRefusedForGood(address: String) throws {
        #expect(try !failure(of: try webhook(), .sample(addresses: [address])).isTransient)
    }

    @Test func nothingInAnOptionBecomesAnotherOption() {
        let text = CurlInstructions(
            url: "https://a.vn/\"\\", timeout: 5, bodyPath: "/tmp/x", headers: ["A: \"b\""]
        ).text
        #expect(text.hasPrefix(#"url = "https://a.vn/\"\\""# + "\n"))
        #expect(text.contains(#"header = "A: \"b\"""# + "\n"))
    }

    @Test(arguments: ["", "ngan", "whsec_AAAA", "whsec_ không phải base64 nhưng đủ dài đủ dài"])
    func aWeakSecretIsRefused(text: String) throws {
        let failure = try #require(throws: DeliveryFailure.self) { try WebhookSecret(text) }
        #expect(failure.reason.vi.contains("openssl rand"))
    }
}
