/// A JSON object written member by member (RFC 8259), in the order in which they are added. For what is written for each
/// change and each line of a list, where the general encoder takes ten times as long.
///
/// ```swift
/// var object = JSONObjectText()
/// object.add("place", "mục \"I\"")
/// object.add("number", 3)
/// object.text // {"place":"mục \"I\"","number":3}
/// ```
public struct JSONObjectText: Sendable {
    private var members: [UInt8]

    /// - Parameter capacity: how long it will be, in bytes, as far as that is known.
    public init(capacity: Int = 256) {
        members = []
        members.reserveCapacity(capacity)
        members.append(UInt8(ascii: "{"))
    }

    /// The whole object.
    public var text: String {
        String(decoding: members, as: UTF8.self) + "}"
    }

    /// Adds words, escaped where JSON needs it. Keys are identifiers, which need no escapes.
    public mutating func add(_ key: String, _ words: String) {
        begin(key)
        Self.append(words, to: &members)
    }

    public mutating func add(_ key: String, _ number: some BinaryInteger) {
        begin(key)
        members.append(contentsOf: String(number).utf8)
    }

    public mutating func add(_ key: String, _ flag: Bool) {
        begin(key)
        members.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    /// Adds words, or `null` where there are none.
    public mutating func add(_ key: String, orNull words: String?) {
        if let words { add(key, words) } else { addNull(key) }
    }

    public mutating func addNull(_ key: String) {
        begin(key)
        members.append(contentsOf: "null".utf8)
    }

    public mutating func add(_ key: String, _ object: JSONObjectText) {
        begin(key)
        members.append(contentsOf: object.members)
        members.append(UInt8(ascii: "}"))
    }

    public mutating func add(_ key: String, _ objects: [JSONObjectText]) {
        begin(key)
        members.append(UInt8(ascii: "["))
        for (index, object) in objects.enumerated() {
            if index > 0 { members.append(UInt8(ascii: ",")) }
            members.append(contentsOf: object.members)
            members.append(UInt8(ascii: "}"))
        }
        members.append(UInt8(ascii: "]"))
    }

    private mutating func begin(_ key: String) {
        if members.count > 1 { members.append(UInt8(ascii: ",")) }
        members.append(UInt8(ascii: "\""))
        members.append(contentsOf: key.utf8)
        members.append(UInt8(ascii: "\""))
        members.append(UInt8(ascii: ":"))
    }

    /// Section 7 of RFC 8259, with the short escapes where there are any.
    private static func append(_ words: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        var words = words
        words.withUTF8 { words in
            var start = 0
            for (index, byte) in words.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: words[start..<index])
                bytes.append(contentsOf: escape(of: byte).utf8)
                start = index + 1
            }
            bytes.append(contentsOf: words[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func escape(of byte: UInt8) -> String {
        switch byte {
        case 0x08: "\\b"
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0C: "\\f"
        case 0x0D: "\\r"
        case 0x22: "\\\""
        case 0x5C: "\\\\"
        default: "\\u00" + CollectionOfOne(byte).hexadecimal
        }
    }
}
