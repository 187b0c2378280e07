import Foundation

/// A JSON value to look into.
enum JSON: Equatable {
    case null
    case boolean(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([String: JSON])
    /// No value at all: the key is missing.
    case missing

    init(_ text: String) throws {
        self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    }

    subscript(key: String) -> JSON {
        if case .object(let members) = self { members[key] ?? .missing } else { .missing }
    }

    var keys: Set<String> {
        if case .object(let members) = self { Set(members.keys) } else { [] }
    }

    var items: [JSON] {
        if case .list(let values) = self { values } else { [] }
    }

    var string: String? {
        if case .text(let value) = self { value } else { nil }
    }

    var integer: Int? {
        if case .number(let value) = self { Int(exactly: value) } else { nil }
    }

    var isBoolean: Bool {
        if case .boolean = self { true } else { false }
    }

    /// Whether it is a day, "2022-02-08".
    var isDay: Bool { string?.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil }
}

extension JSON: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }
}
