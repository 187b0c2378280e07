import Foundation

/// Holds JSON against a schema of the OpenAPI document: as much of JSON Schema as the document uses.
struct Schema {
    let document: [String: Any]

    init(_ document: [String: Any]) { self.document = document }

    /// What is wrong with a value, with the place.
    func problems(_ value: Any, against schema: Any?, at place: String = "$") -> [String] {
        guard var schema = schema as? [String: Any] else { return ["\(place): no schema"] }
        if let reference = schema["$ref"] as? String {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: Any]
            guard let found = schemas?[name] as? [String: Any] else { return ["\(place): no schema \(name)"] }
            schema = found
        }
        if let choices = schema["anyOf"] as? [Any] {
            return choices.contains { problems(value, against: $0, at: place).isEmpty }
                ? [] : ["\(place): fits nothing"]
        }
        if let values = schema["enum"] as? [String] {
            return (value as? String).map(values.contains) == true ? [] : ["\(place): \(value)"]
        }
        let types = (schema["type"] as? [String]) ?? [(schema["type"] as? String) ?? ""]
        guard types.contains(where: { Self.isOf($0, value) }) else { return ["\(place): \(value) is no \(types)"] }
        if let text = value as? String, schema["format"] as? String == "date",
            text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil
        {
            return ["\(place): \(text) is no day"]
        }
        if let list = value as? [Any] {
            return list.enumerated().flatMap { problems($1, against: schema["items"], at: "\(place)[\($0)]") }
        }
        guard let object = value as? [String: Any] else { return [] }
        let properties = schema["properties"] as? [String: Any] ?? [:]
        let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map {
            "\(place).\($0) missing"
        }
        return missing
            + object.flatMap { key, value in
                (properties[key] ?? schema["additionalProperties"] as? [String: Any]).map {
                    problems(value, against: $0, at: "\(place).\(key)")
                } ?? [
                    "\(place).\(key) unknown"
                ]
            }
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        let number = value as? NSNumber
        let isBoolean = number.map { Self.isBoolean($0) } ?? false
        return switch type {
        case "null": value is NSNull
        case "string": value is String
        case "boolean": isBoolean
        case "integer": number.map { !isBoolean && $0.doubleValue == $0.doubleValue.rounded() } ?? false
        case "number": number != nil && !isBoolean
        case "array": value is [Any]
        case "object": value is [String: Any]
        default: false
        }
    }

    /// On Linux, JSON's true and false are numbers of the type of a C bool.
    private static func isBoolean(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }
}
