import Foundation
import Testing
import TrackerDelivery
import TrackerDomain

extension OutgoingMessage {
    /// A message written at 8 o'clock on 09/02/2022 in Vietnam.
    static func sample(
        id: String = "<7.a1b2@phuluc.invalid>", addresses: [String] = ["stp@sonla.gov.vn"],
        name: String = "Sở Tư pháp", subject: String = "Nhắc việc ngày 09/02/2022: 4 nhiệm vụ quá hạn",
        text: String = "Kính gửi: Sở Tư pháp\n\nTrân trọng./.", html: String = "<p>Kính gửi: Sở Tư pháp</p>\n"
    ) -> OutgoingMessage {
        OutgoingMessage(
            number: 7, messageID: id, recipient: "son-la/so-tu-phap", recipientName: name, addresses: addresses,
            writtenAt: 1_644_368_400_000, day: "2022-02-09", language: .vi, subject: subject, text: text, html: html,
            items: [.init(obligation: 3, deadlineVersion: 1, stage: "overdue-1")])
    }
}

/// The failure that sending ends in.
func failure(of delivery: some Delivery, _ message: OutgoingMessage = .sample()) throws -> DeliveryFailure {
    try #require(throws: DeliveryFailure.self) { try delivery.send(message) }
}
