/// A way in which reminders leave the tracker. Each keeps its own ledger.
public enum ReminderChannel: String, CaseIterable, Sendable {
    /// Standard output, for a person or a program that passes them on.
    case stdout
    /// One `.eml` file a message in a folder, for a mail program to pick up.
    case eml
    /// The mail system's `sendmail` program.
    case sendmail
    /// An HTTP request with a signed JSON body.
    case webhook

    /// The kind of address that a recipient needs; `nil` where it needs none.
    public var address: AgencyAddress.Kind? {
        switch self {
        case .stdout: nil
        case .eml, .sendmail: .email
        case .webhook: .webhook
        }
    }
}

/// Where an agency can be reached.
///
/// ```swift
/// AgencyAddress(email: "vanthu.stp@sonla.gov.vn")
/// AgencyAddress(webhook: "https://chat.sonla.gov.vn/hooks/stp")
/// AgencyAddress(email: "Sở Tư pháp")  // nil
/// ```
public struct AgencyAddress: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case email, webhook
    }

    public let kind: Kind
    /// The address or URL as it was given.
    public let text: String

    /// An e-mail address in the plain form of RFC 5321: letters, digits and `.!#$%&'*+/=?^_{|}~-` before the sign, a domain of
    /// at least two labels behind it; ASCII only, at most 254 octets.
    public init?(email text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].count) else { return nil }
        let dot = UInt8(ascii: ".")
        let local = parts[0].split(separator: dot, omittingEmptySubsequences: false)
        let isLocal = local.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isAlphanumeric || Self.signs.contains($0) } }
        guard isLocal, Self.isDomain(parts[1]) else { return nil }
        kind = .email
        self.text = text
    }

    /// An `https` URL, or `http` for a service inside the network, with a host; no spaces, no signs beyond ASCII.
    public init?(webhook text: String) {
        guard let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix) else { return nil }
        let rest = text.utf8.dropFirst(scheme.utf8.count)
        let host = rest.prefix { !"/?#:".utf8.contains($0) }
        let isHost = host.allSatisfy { $0.isAlphanumeric || ".-".utf8.contains($0) }
        guard !host.isEmpty, isHost, rest.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }),
            text.utf8.count <= 2_000
        else { return nil }
        kind = .webhook
        self.text = text
    }

    /// An address of a kind, as the store keeps it.
    public init?(_ kind: Kind, _ text: String) {
        switch kind {
        case .email: self.init(email: text)
        case .webhook: self.init(webhook: text)
        }
    }

    private static let signs = Set("!#$%&'*+/=?^_{|}~-".utf8)

    private static func isDomain(_ bytes: some Collection<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
                    && label.first != UInt8(ascii: "-") && Array(label).last != UInt8(ascii: "-")
            }
    }
}

extension UInt8 {
    fileprivate var isAlphanumeric: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
