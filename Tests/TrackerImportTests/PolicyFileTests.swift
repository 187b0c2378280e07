import AppendixData
import Foundation
import Testing
import TrackerDomain
import TrackerImport

struct PolicyFileTests {
    private func file(_ changes: [String: String?] = [:]) -> [UInt8] {
        var fields: [String: String] = [
            "id": "\"gap\"", "name": "{\"vi\": \"Gấp\", \"en\": \"Urgent\"}", "daysBefore": "{\"weekly\": [2, 0]}",
            "otherwiseDaysBefore": "[10, 0]", "daysAfter": "[1]", "thenEvery": "2",
        ]
        for (key, value) in changes { fields[key] = value }
        return Array(("{" + fields.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}").utf8)
    }

    @Test func aFileBecomesAPolicy() throws {
        let policy = try PolicyFile.policy(
            in: file([
                "escalation": "{\"leadership\": 20, \"standing\": 5}", "waitsForWorkingDay": "false",
                "quietDays": "[\"friday\", \"2026-02-14/2026-02-22\"]",
            ]))
        #expect(policy.id == "gap" && policy.name(.en) == "Urgent")
        #expect(policy.daysBefore == ["weekly": [2, 0]] && policy.otherwiseDaysBefore == [10, 0])
        #expect(policy.escalation == [.init(to: .standing, daysLate: 5), .init(to: .leadership, daysLate: 20)])
        #expect(!policy.waitsForWorkingDay)
        #expect(policy.quietDays.map(\.description) == ["friday", "2026-02-14/2026-02-22"])
    }

    @Test func whatIsLeftOutHasItsUsualValue() throws {
        let policy = try PolicyFile.policy(in: file())
        #expect(policy.escalation.isEmpty && policy.waitsForWorkingDay && policy.quietDays.isEmpty)
    }

    @Test func theStandardPolicyIsOneAndIsWrittenAsItIsRead() throws {
        let policy = try PolicyFile.policy(in: AppendixData.reminderPolicy)
        #expect(policy.id == ReminderPolicies.standardID)
        let written = try JSONEncoder().encode(PolicyFile.Contents(policy))
        #expect(try PolicyFile.policy(in: Array(written)) == policy)
    }

    @Test func whatIsWrongIsNamed() {
        let cases: [([UInt8], PolicyFile.Failure)] = [
            (Array("[".utf8), .notAnObject), (Array("[]".utf8), .notAnObject),
            (file(["id": nil]), .badValue(key: "id")), (file(["id": "\"Gấp\""]), .badID("Gấp")),
            (file(["name": "\"Gấp\""]), .badValue(key: "name")),
            (file(["thenEvery": "\"7\""]), .badValue(key: "thenEvery")),
            (file(["daysAfter": "[1, \"x\"]"]), .badValue(key: "daysAfter.Index 1")),
            (file(["escalate": "7"]), .unknownKey("escalate")),
            (file(["daysBefore": "{\"daily\": [1]}"]), .unknownCadence("daily")),
            (file(["daysBefore": "{\"weekly\": []}"]), .daysNotDistinct(key: "daysBefore.weekly")),
            (file(["daysBefore": "{\"weekly\": [400]}"]), .outOfRange(key: "daysBefore.weekly", value: 400, 0...366)),
            (file(["otherwiseDaysBefore": "[7, 7]"]), .daysNotDistinct(key: "otherwiseDaysBefore")),
            (file(["daysAfter": "[0]"]), .outOfRange(key: "daysAfter", value: 0, 1...366)),
            (file(["thenEvery": "0"]), .outOfRange(key: "thenEvery", value: 0, 1...366)),
            (file(["escalation": "{\"minister\": 7}"]), .unknownRecipient("minister")),
            (file(["escalation": "{\"standing\": -1}"]), .outOfRange(key: "escalation.standing", value: -1, 0...3_660)),
            (file(["quietDays": "[\"Tết\"]"]), .badQuietDays("Tết")),
            (
                file([
                    "quietDays":
                        "[\"monday\",\"tuesday\",\"wednesday\",\"thursday\",\"friday\",\"saturday\",\"sunday\"]"
                ]),
                .neverSends
            ),
        ]
        for (bytes, failure) in cases {
            #expect(throws: failure) { try PolicyFile.policy(in: bytes) }
            for language in Language.allCases { #expect(failure.words(in: language).count > 20) }
        }
    }
}
