import AppendixData
import Foundation
import TestSupport
import Testing
import TrackerDomain
import TrackerImport

struct RegimeFileTests {
    private func file(
        id: String = "tinh-a", cutOffDay: String = "14", reports: String = "[{\"period\": \"Q1\", \"dueDay\": 5}]",
        certainty: String = "stated"
    ) -> [UInt8] {
        Array(
            """
            {"id": "\(id)", "name": {"vi": "A", "en": "B"}, "cutOffDay": \(cutOffDay), "reports": \(reports),
             "certainty": "\(certainty)", "source": {"vi": "CV 1", "en": "Letter 1"}}
            """.utf8)
    }

    @Test func aFileBecomesARegime() throws {
        let regime = try RegimeFile.regime(
            in: file(reports: "[{\"period\": \"9M\"}, {\"period\": \"year\", \"dueDay\": 25, \"dueMonth\": -1}]"))
        #expect(regime.id == "tinh-a")
        #expect(regime.cutOffDay == 14)
        #expect(regime.reports == [.init(.nineMonths), .init(.year, dueDay: 25, dueMonth: -1)])
        #expect(regime.source(.en) == "Letter 1")
        #expect(try RegimeFile.regime(in: file(cutOffDay: "null")).cutOffDay == nil)
    }

    @Test func whatIsWrongIsNamed() {
        let cases: [([UInt8], RegimeFile.Failure)] = [
            (Array("[".utf8), .notAnObject), (Array("[]".utf8), .notAnObject),
            (Array("{}".utf8), .badValue(key: "id")),
            (file(id: "Tỉnh A"), .badID("Tỉnh A")), (file(id: ""), .badID("")),
            (file(cutOffDay: "31"), .outOfRange(key: "cutOffDay", value: 31, 1...28)),
            (file(cutOffDay: "\"14\""), .badValue(key: "cutOffDay")),
            (file(reports: "[]"), .reportsNotDistinct),
            (file(reports: "[{\"period\": \"Q1\"}, {\"period\": \"Q1\"}]"), .reportsNotDistinct),
            (file(reports: "[{\"period\": \"Q5\"}]"), .unknownPeriod("Q5")),
            (file(reports: "[{\"dueDay\": 5}]"), .badValue(key: "reports.Index 0.period")),
            (file(reports: "[{\"period\": \"Q1\", \"dueDay\": 32}]"), .outOfRange(key: "dueDay", value: 32, 1...31)),
            (
                file(reports: "[{\"period\": \"Q1\", \"dueMonth\": 12}]"),
                .outOfRange(key: "dueMonth", value: 12, -11...11)
            ),
            (file(certainty: "sure"), .badValue(key: "certainty")),
        ]
        for (bytes, failure) in cases {
            #expect(throws: failure) { try RegimeFile.regime(in: bytes) }
            #expect(!failure.words(in: .vi).isEmpty && failure.words(in: .vi) != failure.words(in: .en))
        }
    }

    @Test func everyBuiltInRegimeIsEmbedded() throws {
        let folder = Repository.appendixData("regimes")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let regimes = try AppendixData.reportingRegimes.map(RegimeFile.regime(in:))
        #expect(Set(files) == Set(regimes.map { "\($0.id).json" }))
    }
}
