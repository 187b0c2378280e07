import Foundation
import TrackerDomain

/// The named values of a query or of a JSON object. A value that cannot be read is refused with its name, as is a name
/// that nobody asked for: a filter with a slip in its name would silently show too much.
struct Fields: Sendable {
    private let values: [String: JSONValue]
    /// "document." in front of the names of a nested object.
    private let prefix: String

    init(_ values: [String: JSONValue], prefix: String = "") {
        self.values = values
        self.prefix = prefix
    }

    /// Whether a name was given, with a value.
    func has(_ name: String) -> Bool { values[name].map { $0 != .null } ?? false }

    func requireOnly(_ names: [String]) throws(TrackerError) {
        let known = names.sorted().joined(separator: ", ")
        for name in values.keys.sorted() where !names.contains(name) {
            throw refusal(
                name, vi: names.isEmpty ? "không nhận tham số nào." : "không có tên này; có: \(known).",
                en: names.isEmpty ? "nothing is taken here." : "there is no such name; there are: \(known).")
        }
    }

    /// Words, composed (NFC) as everything in the store is.
    func text(_ name: String) throws(TrackerError) -> String? {
        switch values[name] {
        case nil, .null?: return nil
        case .text(let value)?:
            guard !value.unicodeScalars.contains("\u{0}") else {
                throw refusal(name, vi: "có ký tự NUL.", en: "it has a NUL character.")
            }
            try requireLength(name, value, at: Self.longestText)
            return value.precomposedStringWithCanonicalMapping
        default: throw refusal(name, vi: "cần một chuỗi.", en: "it has to be a string.")
        }
    }

    /// All values by their names, each as ``text(_:)`` gives it.
    func texts() throws(TrackerError) -> [String: String] {
        var texts: [String: String] = [:]
        for name in values.keys.sorted() { texts[name] = try text(name) }
        return texts
    }

    /// In characters of JSON Schema, which are Unicode's.
    static let longestText = 2_500

    /// Refuses parameters that are longer than the OpenAPI document says.
    func requireLengths(_ parameters: [Parameter]) throws(TrackerError) {
        for parameter in parameters {
            guard let longest = parameter.kind.longest, case .text(let value)? = values[parameter.name] else {
                continue
            }
            try requireLength(parameter.name, value, at: longest)
        }
    }

    private func requireLength(_ name: String, _ value: String, at longest: Int) throws(TrackerError) {
        guard value.unicodeScalars.count <= longest else {
            throw refusal(name, vi: "dài quá \(longest) ký tự.", en: "it exceeds \(longest) characters.")
        }
    }

    func integer(_ name: String, in range: ClosedRange<Int>) throws(TrackerError) -> Int? {
        let number: Int? =
            switch values[name] {
            case nil, .null?: nil
            case .integer(let value)?: Int(value)
            case .text(let value)? where isQuery: Int(value)
            case .number(let value)?: Int(exactly: value)
            default: nil
            }
        guard has(name) else { return nil }
        guard let number, range.contains(number) else {
            throw refusal(
                name, vi: "cần số nguyên từ \(range.lowerBound) đến \(range.upperBound).",
                en: "it has to be a whole number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }

    func flag(_ name: String) throws(TrackerError) -> Bool {
        switch values[name] {
        case nil, .null?: return false
        case .boolean(let value)?: return value
        case .text("true")? where isQuery: return true
        case .text("false")? where isQuery: return false
        default: throw refusal(name, vi: "cần true hoặc false.", en: "it has to be true or false.")
        }
    }

    /// A day as YYYY-MM-DD.
    func day(_ name: String) throws(TrackerError) -> CivilDate? {
        guard let text = try text(name) else { return nil }
        guard let day = CivilDate(iso: text) else {
            throw refusal(name, vi: "cần một ngày như 2026-02-28.", en: "it has to be a day such as 2026-02-28.")
        }
        return day
    }

    func documentNumber(_ name: String) throws(TrackerError) -> DocumentNumber? {
        guard let text = try text(name) else { return nil }
        guard let number = DocumentNumber(text) else {
            throw refusal(name, vi: "viết như 123/QĐ-STP.", en: "write it like 123/QĐ-STP.")
        }
        return number
    }

    func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String, of type: Value.Type
    ) throws(TrackerError) -> Value? {
        guard let text = try text(name) else { return nil }
        guard let value = Value(rawValue: text) else {
            let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
            throw refusal(name, vi: "chọn một trong: \(known).", en: "choose one of: \(known).")
        }
        return value
    }

    /// What must not be missing.
    func required<Value>(_ name: String, _ value: Value?) throws(TrackerError) -> Value {
        guard let value else { throw refusal(name, vi: "bắt buộc phải có.", en: "it is required.") }
        return value
    }

    /// A list of words.
    func texts(_ name: String) throws(TrackerError) -> [String] {
        switch values[name] {
        case nil, .null?: return []
        case .list(let items)?:
            return try items.map { item throws(TrackerError) in
                let words = try Fields([name: item], prefix: prefix).text(name)
                return try required(name, words)
            }
        default: throw refusal(name, vi: "cần một danh sách chuỗi.", en: "it has to be a list of strings.")
        }
    }

    /// A nested object.
    func object(_ name: String) throws(TrackerError) -> Fields? {
        switch values[name] {
        case nil, .null?: return nil
        case .object(let values)?: return Fields(values, prefix: prefix + name + ".")
        default: throw refusal(name, vi: "cần một đối tượng.", en: "it has to be an object.")
        }
    }

    func refusal(_ name: String, vi: String, en: String) -> TrackerError {
        .invalidInput(
            name: prefix + name, value: String((values[name]?.words ?? "").prefix(200)),
            hint: LocalizedText(vi: vi, en: en))
    }

    /// Whether the values come from a query, in which everything is text.
    fileprivate var isQuery = false
}

extension Fields {
    /// The values of a query; a name that stands there twice is refused.
    init(query: some Sequence<(key: Substring, value: Substring)>) throws(TrackerError) {
        var values: [String: JSONValue] = [:]
        for (key, value) in query {
            func decoded(_ text: Substring) -> String? {
                text.replacing("+", with: " ").removingPercentEncoding
            }
            guard let name = decoded(key), let text = decoded(value) else {
                throw .invalidInput(
                    name: String(key.prefix(200)), value: String(value.prefix(200)),
                    hint: LocalizedText(vi: "mã hóa phần trăm bị sai.", en: "its percent-encoding is wrong."))
            }
            guard values.updateValue(.text(text), forKey: name) == nil else {
                throw .invalidInput(
                    name: name, value: text,
                    hint: LocalizedText(vi: "chỉ gửi một lần.", en: "send it once only."))
            }
        }
        self.init(values)
        isQuery = true
    }

    /// The members of a JSON object, no others than these; an empty body is an empty object.
    init(json bytes: [UInt8], members: [Member]) throws {
        try self.init(json: bytes)
        try requireOnly(members.map(\.name))
    }

    private init(json bytes: [UInt8]) throws {
        guard !bytes.isEmpty else {
            self.init([:])
            return
        }
        let (decoder, data) = (JSONDecoder(), Data(bytes))
        if let values = try? decoder.decode([String: JSONValue].self, from: data) {
            self.init(values)
            return
        }
        let isJSON = (try? decoder.decode(JSONValue.self, from: data)) != nil
        throw HTTPProblem.malformedBody(
            isJSON
                ? LocalizedText(vi: "Nội dung phải là một đối tượng JSON.", en: "The content must be a JSON object.")
                : LocalizedText(vi: "Nội dung không phải JSON hợp lệ.", en: "The content is not valid JSON."))
    }
}
