import Foundation
import TrackerDomain

/// A `plan.json`: what is known of a plan besides its table.
///
/// ```json
/// {"number": "2407/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "issued": "2021-10-01",
///  "title": "Kế hoạch cải cách hành chính nhà nước tỉnh Sơn La giai đoạn 2021-2030",
///  "years": {"from": 2021, "to": 2030}, "parent": "76/NQ-CP", "territory": "son-la", "standingAgency": "so-noi-vu",
///  "regime": "bnv-cchc", "beforeIncludesDay": false, "movesToWorkingDay": true}
/// ```
///
/// All keys are optional, and `null` is the same as none.
package struct PlanFile: Hashable, Sendable {
    package var header: PlanHeaderDraft
    /// The territory whose agencies the plan names.
    package var territory: String?
    /// The agency that keeps the plan.
    package var standingAgency: String?
    /// How its deadlines are read.
    package var settings: PlanSettingsDraft
    /// Keys that mean nothing to the tracker, sorted; a misspelt key is one of them.
    package var unknownKeys: [String]

    /// Reads the file's bytes; fails with all that is wrong at once.
    package init(_ bytes: [UInt8]) throws(PlanFileFailure) {
        let contents: Contents
        do {
            contents = try JSONDecoder().decode(Contents.self, from: Data(bytes))
        } catch {
            throw .notAnObject
        }
        guard contents.problems.isEmpty else { throw .fields(contents.problems) }
        header = contents.header
        territory = contents.territory
        standingAgency = contents.standingAgency
        settings = contents.settings
        unknownKeys = contents.unknownKeys
    }
}

/// Why a `plan.json` could not be read.
package enum PlanFileFailure: Error, Hashable, Sendable {
    /// A key whose value cannot be taken.
    package enum Problem: Hashable, Sendable {
        /// The key needs a text that is not blank.
        case notText(key: String)
        /// The value is no number and symbol of a document.
        case notDocumentNumber(key: String, value: String)
        /// The value is no day written as 2021-10-01.
        case notDay(key: String, value: String)
        /// The value is not {"from": year, "to": year} with years in order, 1945 to 2200.
        case notYears(key: String)
        /// The value is neither true nor false.
        case notYesOrNo(key: String)
    }

    /// The file is no JSON object.
    case notAnObject
    case fields([Problem])
}

/// The keys as they stand in the file, read one by one so that all problems are found.
private struct Contents: Decodable {
    var header = PlanHeaderDraft()
    var territory: String?
    var standingAgency: String?
    var settings = PlanSettingsDraft()
    var problems: [PlanFileFailure.Problem] = []
    var unknownKeys: [String] = []

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private struct Years: Decodable {
        let from: Int
        let to: Int
    }

    private static let knownKeys: Set<String> = [
        "number", "issuer", "issued", "title", "years", "parent", "territory", "standingAgency",
        "regime", "beforeIncludesDay", "movesToWorkingDay",
    ]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        header.number = number("number", in: container)
        header.issuer = text("issuer", in: container)
        header.issued = day("issued", in: container)
        header.title = text("title", in: container)
        header.years = years("years", in: container)
        header.parent = number("parent", in: container)
        territory = text("territory", in: container)
        standingAgency = text("standingAgency", in: container)
        settings.regime = text("regime", in: container)
        settings.beforeIncludesDay = yesOrNo("beforeIncludesDay", in: container)
        settings.movesToWorkingDay = yesOrNo("movesToWorkingDay", in: container)
        unknownKeys = container.allKeys.map(\.stringValue).filter { !Self.knownKeys.contains($0) }.sorted()
    }

    private mutating func text(_ name: String, in container: KeyedDecodingContainer<Key>) -> String? {
        let key = Key(stringValue: name)
        guard container.contains(key), (try? container.decodeNil(forKey: key)) != true else { return nil }
        guard let value = try? container.decode(String.self, forKey: key), !value[...].isBlank else {
            problems.append(.notText(key: name))
            return nil
        }
        return String(value.precomposedStringWithCanonicalMapping[...].trimmed)
    }

    private mutating func yesOrNo(_ name: String, in container: KeyedDecodingContainer<Key>) -> Bool? {
        let key = Key(stringValue: name)
        guard container.contains(key), (try? container.decodeNil(forKey: key)) != true else { return nil }
        guard let value = try? container.decode(Bool.self, forKey: key) else {
            problems.append(.notYesOrNo(key: name))
            return nil
        }
        return value
    }

    private mutating func number(_ name: String, in container: KeyedDecodingContainer<Key>) -> DocumentNumber? {
        guard let value = text(name, in: container) else { return nil }
        guard let number = DocumentNumber(value) else {
            problems.append(.notDocumentNumber(key: name, value: value))
            return nil
        }
        return number
    }

    private mutating func day(_ name: String, in container: KeyedDecodingContainer<Key>) -> CivilDate? {
        guard let value = text(name, in: container) else { return nil }
        guard let day = CivilDate(iso: value) else {
            problems.append(.notDay(key: name, value: value))
            return nil
        }
        return day
    }

    private mutating func years(_ name: String, in container: KeyedDecodingContainer<Key>) -> ClosedRange<Int>? {
        let key = Key(stringValue: name)
        guard container.contains(key), (try? container.decodeNil(forKey: key)) != true else { return nil }
        guard let years = try? container.decode(Years.self, forKey: key), years.from <= years.to,
            years.from >= 1945, years.to <= 2200
        else {
            problems.append(.notYears(key: name))
            return nil
        }
        return years.from...years.to
    }
}
