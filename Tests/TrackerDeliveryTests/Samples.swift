import Foundation
import Testing
import TrackerDelivery
import TrackerDomain

/// A folder of its own, removed when the test is over.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "phuluc-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: "\(path)/\(name)")), as: UTF8.self)
    }

    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }
}

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
