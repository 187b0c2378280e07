internal import Foundation
internal import TrackerDomain

/// JSON with sorted keys, on one line.
package enum JSONText {
    package static func encode(_ value: some Encodable) -> String {
        if let value = value as? any DirectlyEncodable { return value.json.text }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            return "{\"code\":\"internal\"}"
        }
    }
}

/// What is encoded so often that it does so itself. Its ``json`` is the text that the general encoder would make of it.
protocol DirectlyEncodable: Encodable {
    var json: JSONObjectText { get }
}

/// A value that is written as `null` where it is `nil`, so that the key is always there.
@propertyWrapper
package struct Nullable<Value: Encodable>: Encodable {
    package var wrappedValue: Value?

    package init(wrappedValue: Value?) {
        self.wrappedValue = wrappedValue
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}

extension Nullable: Sendable where Value: Sendable {}
