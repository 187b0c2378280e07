package import TrackerDomain
internal import TrackerStorage

/// An agency with where it is reached.
package struct AgencyAddresses: Sendable {
    package let agency: Agency
    package let addresses: [AgencyAddress]
}

extension Tracker {
    /// Sets where an agency is reached; `nil` leaves the addresses of a kind as they are, none takes them away.
    package func setAddresses(
        of name: String, emails: [String]?, webhooks: [String]?, isDryRun: Bool
    ) throws(TrackerError) -> AgencyAddresses {
        let agency = try agency(named: name)
        let email = try emails.map(Self.emails)
        let webhook = try webhooks.map(Self.webhooks)
        func change(_ transaction: WriteTransaction) throws -> AgencyAddresses {
            if let email { try transaction.setAddresses(email, .email, of: agency.id) }
            if let webhook { try transaction.setAddresses(webhook, .webhook, of: agency.id) }
            return AgencyAddresses(agency: agency, addresses: try transaction.reading.addresses(of: agency.id))
        }
        return isDryRun ? try store.rehearse(change) : try store.write(change)
    }

    private static func emails(_ texts: [String]) throws(TrackerError) -> [AgencyAddress] {
        try texts.map { text throws(TrackerError) in
            guard let address = AgencyAddress(email: text) else {
                throw .invalidInput(
                    name: "--email", value: text,
                    hint: LocalizedText(
                        vi: "nhập địa chỉ dạng vanthu.stp@sonla.gov.vn, không dấu, không có tên kèm theo.",
                        en: "enter an address such as vanthu.stp@sonla.gov.vn, ASCII only and without a name."))
            }
            return address
        }
    }

    private static func webhooks(_ texts: [String]) throws(TrackerError) -> [AgencyAddress] {
        guard texts.count <= 1 else {
            throw .invalidInput(
                name: "--webhook", value: texts.joined(separator: " "),
                hint: LocalizedText(
                    vi: "mỗi cơ quan chỉ có một địa chỉ nhận.", en: "an agency has one such address at most."))
        }
        return try texts.map { text throws(TrackerError) in
            guard let address = AgencyAddress(webhook: text) else {
                throw .invalidInput(
                    name: "--webhook", value: text,
                    hint: LocalizedText(
                        vi: "nhập URL bắt đầu bằng https:// (hoặc http:// trong mạng nội bộ), không có dấu cách.",
                        en: "enter a URL that begins with https:// (or http:// inside the network), without spaces."))
            }
            return address
        }
    }
}
