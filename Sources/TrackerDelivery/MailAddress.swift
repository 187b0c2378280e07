/// An address that mail is sent to or from, with or without a name: "cchc@sonla.gov.vn", "Sở Nội vụ <cchc@sonla.gov.vn>".
package struct MailAddress: Hashable, Sendable {
    /// The name before the address; empty where there is none.
    package let name: String
    /// "cchc@sonla.gov.vn".
    package let address: String

    /// Reads an address; `nil` unless it has the plain form of RFC 5321 ("local@domain" in ASCII, nothing quoted).
    package init?(_ text: String, name: String = "") {
        var (name, address) = (name, text.trimmed)
        if let start = address.firstIndex(of: "<") {
            guard address.hasSuffix(">") else { return nil }
            name = String(address[..<start]).trimmed
            if name.hasPrefix("\""), name.hasSuffix("\""), name.count > 1 { name = String(name.dropFirst().dropLast()) }
            address = String(address[address.index(after: start)...].dropLast())
        }
        let parts = address.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, address.utf8.count <= 254, parts[0].utf8.count <= 64,
            Self.isDotted(parts[0], allowing: "!#$%&'*+-/=?^_`{|}~"), Self.isDotted(parts[1], allowing: "-")
        else { return nil }
        self.name = name
        self.address = address
    }

    /// "sonla.gov.vn".
    package var domain: String { address.split(separator: "@").last.map(String.init) ?? "" }

    /// Words of letters, digits and some signs, with single dots between them.
    private static func isDotted(_ text: Substring, allowing signs: String) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || signs.contains($0)) }
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
