import Foundation
package import TrackerDomain

/// A reporting regime as JSON:
///
/// ```json
/// {"id": "bnv-cchc", "name": {"vi": "Báo cáo CCHC gửi Bộ Nội vụ", "en": "Reform reports to the ministry"},
///  "cutOffDay": 14, "reports": [{"period": "Q1", "dueDay": 20}, {"period": "year", "dueDay": 5, "dueMonth": 1}],
///  "certainty": "stated", "source": {"vi": "CV 581/BNV-CCHC", "en": "Letter 581/BNV-CCHC"}}
/// ```
///
/// `period` is one of ``RecurrenceRule/Period/regimeNames``; without `dueDay` a report is due on the last day; `dueMonth`
/// counts months from the last one of the period. Without `cutOffDay` data counts to the end of the period.
package enum RegimeFile {
    /// Why the file is no regime; the first thing that is wrong.
    package enum Failure: Error, Hashable, Sendable {
        case notAnObject
        /// A key is missing or has a value of another kind.
        case badValue(key: String)
        /// The id is not small letters, digits and hyphens.
        case badID(String)
        /// A day or month out of range.
        case outOfRange(key: String, value: Int, ClosedRange<Int>)
        case unknownPeriod(String)
        /// No report, or one period twice.
        case reportsNotDistinct
    }

    /// The file as it is read and written.
    package struct Contents: Codable, Sendable {
        package struct Report: Codable, Sendable {
            let period: String
            let dueDay: Int?
            let dueMonth: Int?
        }

        let id: String
        let name: LocalizedFileText
        let cutOffDay: Int?
        let reports: [Report]
        let certainty: String
        let source: LocalizedFileText

        package init(_ regime: ReportingRegime) {
            id = regime.id
            name = LocalizedFileText(regime.name)
            cutOffDay = regime.cutOffDay
            reports = regime.reports.map {
                Report(
                    period: $0.period.regimeName ?? "", dueDay: $0.dueDay,
                    dueMonth: $0.dueMonth == 0 ? nil : $0.dueMonth)
            }
            certainty = regime.certainty.rawValue
            source = LocalizedFileText(regime.source)
        }
    }

    /// Reads the file's bytes.
    package static func regime(in bytes: [UInt8]) throws(Failure) -> ReportingRegime {
        let contents = try contents(of: bytes)
        guard isID(contents.id) else { throw .badID(contents.id) }
        try check(contents.cutOffDay, 1...28, key: "cutOffDay")
        guard let certainty = ReportingRegime.Certainty(rawValue: contents.certainty) else {
            throw .badValue(key: "certainty")
        }
        var reports: [ReportingRegime.Entry] = []
        for report in contents.reports {
            try check(report.dueDay, 1...31, key: "dueDay")
            try check(report.dueMonth, -11...11, key: "dueMonth")
            guard let period = RecurrenceRule.Period(regimeName: report.period) else {
                throw .unknownPeriod(report.period)
            }
            reports.append(.init(period, dueDay: report.dueDay, dueMonth: report.dueMonth ?? 0))
        }
        guard !reports.isEmpty, Set(reports.map(\.period)).count == reports.count else { throw .reportsNotDistinct }
        return ReportingRegime(
            id: contents.id, name: contents.name.localized, cutOffDay: contents.cutOffDay, reports: reports,
            certainty: certainty, source: contents.source.localized)
    }

    private static func contents(of bytes: [UInt8]) throws(Failure) -> Contents {
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

    /// Whether a text may name a regime or a policy: small letters, digits and hyphens.
    static func isID(_ text: String) -> Bool { !text.isEmpty && text.utf8.allSatisfy(isOfID) }

    private static func isOfID(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || byte == UInt8(ascii: "-")
    }

    private static func check(_ value: Int?, _ range: ClosedRange<Int>, key: String) throws(Failure) {
        if let value, !range.contains(value) { throw .outOfRange(key: key, value: value, range) }
    }
}

extension RegimeFile.Failure {
    /// What is wrong and how to write it.
    package func words(in language: Language) -> String {
        switch self {
        case .notAnObject:
            PlanFileFailure.notAnObject.words(in: language)
        case .badValue(let key):
            language(
                vi:
                    "Thiếu “\(key)” hoặc giá trị không đúng kiểu; xem mẫu bằng “phuluc regimes show bnv-cchc --format json”.",
                en: "“\(key)” is missing or of another kind; see “phuluc regimes show bnv-cchc --format json”.")
        case .badID(let id):
            language(
                vi: "Mã “\(id)” chỉ được gồm chữ thường không dấu, chữ số và gạch nối.",
                en: "The id “\(id)” may hold small letters, digits and hyphens only.")
        case .outOfRange(let key, let value, let range):
            language(
                vi: "“\(key)” là \(value), phải từ \(range.lowerBound) đến \(range.upperBound).",
                en: "“\(key)” is \(value); it must be \(range.lowerBound) to \(range.upperBound).")
        case .unknownPeriod(let name):
            language(
                vi: "Không có kỳ “\(name)”; dùng \(RecurrenceRule.Period.regimeNames.joined(separator: ", ")).",
                en: "There is no period “\(name)”; use \(RecurrenceRule.Period.regimeNames.joined(separator: ", ")).")
        case .reportsNotDistinct:
            language(
                vi: "“reports” phải có ít nhất một kỳ và không kỳ nào lặp lại.",
                en: "“reports” needs at least one period, and none twice.")
        }
    }
}
