import Foundation
import Testing
import TrackerDelivery
import TrackerDomain

@Suite("A message in the ledger")
struct OutgoingMessageTests {
    @Test("is read back as it was written")
    func roundTrip() throws {
        let message = OutgoingMessage(
            number: 7, messageID: "<7.a@phuluc>", recipient: "son-la/so-noi-vu", recipientName: "Sở Nội vụ",
            addresses: ["snv@example.vn"], writtenAt: 1_790_000_000_000, day: "2026-11-21", language: .vi,
            subject: "Nhắc việc", text: "Kính gửi", html: "<p>Kính gửi</p>",
            items: [.init(obligation: 3, deadlineVersion: 1, stage: "before-7")])
        #expect(try JSONDecoder().decode(OutgoingMessage.self, from: JSONEncoder().encode(message)) == message)
    }
}
