import Foundation
package import TrackerDomain

/// A reminder policy as JSON; all numbers are days:
///
/// ```json
/// {"id": "standard", "name": {"vi": "Quy tắc chung", "en": "Standard policy"},
///  "daysBefore": {"monthly": [7, 3, 1, 0]}, "otherwiseDaysBefore": [30, 0],
///  "daysAfter": [1, 7], "thenEvery": 7, "escalation": {"standing": 7, "leadership": 28},
///  "waitsForWorkingDay": true, "quietDays": ["saturday", "2026-12-28/2027-01-03"],
///  "source": {"vi": "CV 15/SNV-CCHC", "en": "Letter 15/SNV-CCHC"}}
/// ```
///
/// `daysBefore` is by cadence (``Cadence``); an escalation that is left out is not made; `waitsForWorkingDay` is true without the key.
package enum PolicyFile {
    /// Why the file is no policy; the first thing that is wrong.
    package enum Failure: Error, Hashable, Sendable {
        case notAnObject
        /// A key is missing or has a value of another kind.
        case badValue(key: String)
        /// A key that a policy does not have: probably a slip.
        case unknownKey(String)
        /// The id is not small letters, digits and hyphens.
        case badID(String)
        case unknownCadence(String)
        case unknownRecipient(String)
        /// A list of days that is empty or has one twice.
        case daysNotDistinct(key: String)
        case outOfRange(key: String, value: Int, ClosedRange<Int>)
        case badQuietDays(String)
        /// Quiet on every day of the week.
        case neverSends
    }

    /// The file as it is read and written.
    package struct Contents: Codable, Sendable {
        let id: String
        let name: LocalizedFileText
        let daysBefore: [String: [Int]]
        let otherwiseDaysBefore: [Int]
        let daysAfter: [Int]
        let thenEvery: Int
        let escalation: [String: Int]?
        let waitsForWorkingDay: Bool?
        let quietDays: [String]?
        let source: LocalizedFileText?

        package init(_ policy: ReminderPolicy) {
            id = policy.id
            name = LocalizedFileText(policy.name)
            daysBefore = policy.daysBefore
            otherwiseDaysBefore = policy.otherwiseDaysBefore
            daysAfter = policy.daysAfter
            thenEvery = policy.thenEvery
            escalation = Dictionary(
                policy.escalation.map { ($0.recipient.rawValue, $0.daysLate) }, uniquingKeysWith: { first, _ in first })
            waitsForWorkingDay = policy.waitsForWorkingDay
            quietDays = policy.quietDays.map(\.description)
            source = LocalizedFileText(policy.source)
        }
    }

    private static let keys: Set<String> = [
        "id", "name", "daysBefore", "otherwiseDaysBefore", "daysAfter", "thenEvery", "escalation", "waitsForWorkingDay",
        "quietDays", "source",
    ]
    /// A reminder more than a year ahead or apart is no reminder.
    private static let year = 1...366

    /// Reads the file's bytes.
    package static func policy(in bytes: [UInt8]) throws(Failure) -> ReminderPolicy {
        let contents = try contents(of: bytes)
        guard RegimeFile.isID(contents.id) else { throw .badID(contents.id) }
        for (cadence, days) in contents.daysBefore.sorted(by: { $0.key < $1.key }) {
            guard Cadence(rawValue: cadence) != nil else { throw .unknownCadence(cadence) }
            try check(days, 0...366, key: "daysBefore.\(cadence)")
        }
        try check(contents.otherwiseDaysBefore, 0...366, key: "otherwiseDaysBefore")
        try check(contents.daysAfter, year, key: "daysAfter")
        try check(contents.thenEvery, year, key: "thenEvery")
        return ReminderPolicy(
            id: contents.id, name: contents.name.localized, daysBefore: contents.daysBefore,
            otherwiseDaysBefore: contents.otherwiseDaysBefore, daysAfter: contents.daysAfter,
            thenEvery: contents.thenEvery, escalation: try escalation(contents.escalation ?? [:]),
            waitsForWorkingDay: contents.waitsForWorkingDay ?? true,
            quietDays: try quietDays(contents.quietDays ?? []),
            source: contents.source?.localized ?? LocalizedText(vi: "", en: ""))
    }

    private static func contents(of bytes: [UInt8]) throws(Failure) -> Contents {
        let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        if let unknown = object?.keys.filter({ !keys.contains($0) }).min() { throw .unknownKey(unknown) }
        do {
            return try JSONDecoder().decode(Contents.self, from: Data(bytes))
        } catch DecodingError.keyNotFound(let key, let context) {
            throw .badValue(key: (context.codingPath + [key]).map(\.stringValue).joined(separator: "."))
        } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
            guard !context.codingPath.isEmpty else { throw .notAnObject }
            throw .badValue(key: context.codingPath.map(\.stringValue).joined(separator: "."))
        } catch {
            throw .notAnObject
        }
    }

    private static func escalation(_ levels: [String: Int]) throws(Failure) -> [ReminderEscalation] {
        var result: [ReminderEscalation] = []
        for (name, days) in levels.sorted(by: { $0.key < $1.key }) {
            guard let recipient = ReminderEscalation.Recipient(rawValue: name) else { throw .unknownRecipient(name) }
            try check(days, 0...3_660, key: "escalation.\(name)")
            result.append(ReminderEscalation(to: recipient, daysLate: days))
        }
        return result
    }

    private static func quietDays(_ texts: [String]) throws(Failure) -> [QuietDays] {
        var result: [QuietDays] = []
        for text in texts {
            guard let days = QuietDays(text) else { throw .badQuietDays(text) }
            result.append(days)
        }
        let weekdays = Weekday.allCases.filter { weekday in result.contains(.weekday(weekday)) }
        guard weekdays.count < Weekday.allCases.count else { throw .neverSends }
        return result
    }

    private static func check(_ days: [Int], _ range: ClosedRange<Int>, key: String) throws(Failure) {
        guard !days.isEmpty, Set(days).count == days.count else { throw .daysNotDistinct(key: key) }
        for day in days { try check(day, range, key: key) }
    }

    private static func check(_ value: Int, _ range: ClosedRange<Int>, key: String) throws(Failure) {
        guard range.contains(value) else { throw .outOfRange(key: key, value: value, range) }
    }
}

extension PolicyFile.Failure {
    /// What is wrong and how to write it.
    package func words(in language: Language) -> String {
        switch self {
        case .notAnObject: return PlanFileFailure.notAnObject.words(in: language)
        case .badValue(let key):
            return language(
                vi:
                    "Thiếu “\(key)” hoặc giá trị không đúng kiểu; xem mẫu bằng “phuluc policies show standard --format json”.",
                en: "“\(key)” is missing or of another kind; see “phuluc policies show standard --format json”.")
        case .unknownKey(let key):
            return language(
                vi: "Không có mục “\(key)”; xem mẫu bằng “phuluc policies show standard --format json”.",
                en: "There is no key “\(key)”; see “phuluc policies show standard --format json”.")
        case .badID(let id): return RegimeFile.Failure.badID(id).words(in: language)
        case .unknownCadence(let name):
            let names = Cadence.allCases.map(\.rawValue).joined(separator: ", ")
            return language(
                vi: "“daysBefore”: không có chu kỳ “\(name)”; dùng \(names).",
                en: "“daysBefore”: there is no cadence “\(name)”; use \(names).")
        case .unknownRecipient(let name):
            let names = ReminderEscalation.Recipient.allCases.map(\.rawValue).joined(separator: ", ")
            return language(
                vi: "“escalation”: không có cấp “\(name)”; dùng \(names).",
                en: "“escalation”: there is no level “\(name)”; use \(names).")
        case .daysNotDistinct(let key):
            return language(
                vi: "“\(key)” phải có ít nhất một số ngày và không số nào lặp lại.",
                en: "“\(key)” needs at least one number of days, and none twice.")
        case .outOfRange(let key, let value, let range):
            return RegimeFile.Failure.outOfRange(key: key, value: value, range).words(in: language)
        case .badQuietDays(let text):
            return language(
                vi:
                    "“quietDays”: “\(text)” không phải thứ trong tuần (monday … sunday), ngày (2026-11-20) hay khoảng ngày "
                    + "(2026-12-28/2027-01-03).",
                en:
                    "“quietDays”: “\(text)” is no weekday (monday … sunday), day (2026-11-20) or period "
                    + "(2026-12-28/2027-01-03).")
        case .neverSends:
            return language(
                vi: "“quietDays” gồm cả bảy ngày trong tuần nên không lời nhắc nào được gửi; bỏ bớt.",
                en: "“quietDays” has all seven weekdays, so nothing would ever be sent; leave some out.")
        }
    }
}
