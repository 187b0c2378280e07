import Foundation
import TestSupport
import Testing

/// Real processes that remind on one file: at once, killed at each step, late.
struct ReminderProcessTests {
    /// The messages of a run's output as "number text", to compare what went out.
    private func messages(_ run: ProgramRun) throws -> [String] {
        try JSON(run.output)["messages"].items.map { message in
            let text = try #require(message["text"].string)
            return "\(message["number"].integer ?? 0) \(text)"
        }
    }

    private func remind(
        _ desk: Desk, on day: String, _ more: String..., environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try desk.run(["remind", "--format", "json"] + more, on: day, environment: environment)
    }

    @Test(arguments: [2, 20])
    func runsAtOnceSendEachMessageExactlyOnce(count: Int) async throws {
        let desk = try Desk.withSonLa()
        for plan in ["dong-nai-2021-2030", "nam-dinh-2021-2030"] {
            #expect(try desk.run("import", Desk.plans.appendingPathComponent(plan).path).status == 0)
        }
        let expected = try messages(remind(desk, on: "2023-02-08", "--dry-run"))
        #expect(expected.count > 10)
        let runs = try await withThrowingTaskGroup(of: ProgramRun.self) { group in
            for _ in 0..<count { group.addTask { try remind(desk, on: "2023-02-08") } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(runs.allSatisfy { $0.status == 0 }, "\(runs.map(\.errors))")
        #expect(try runs.flatMap(messages).sorted() == expected.sorted(), "none twice, none lost, none altered")
        #expect(try messages(remind(desk, on: "2023-02-08")).isEmpty)
        let status = try JSON(desk.run("remind", "status", "--format", "json", on: "2023-02-08").output)
        #expect(status["channels"].items.first?["unsent"] == .number(0))
    }

    /// What is written before the program is killed, and by the runs after it, each message by its number.
    @Test(arguments: ["planned", "claimed", "claimed:2", "sent", "sent:3"])
    func aKilledRunLosesNothingAndItsRepeatIsTheSame(step: String) throws {
        let desk = try Desk.withSonLa()
        let expected = try messages(remind(desk, on: "2022-02-09", "--dry-run"))
        #expect(expected.count >= 4)
        let killed = try remind(desk, on: "2022-02-09", environment: ["PHULUC_TEST_STOP_AT": step])
        #expect(killed.status == -9)
        // What was written before is an object that lacks its end.
        let written = killed.output.isEmpty ? [] : try messages(of: killed.output + "]}")
        let sameDay = try messages(remind(desk, on: "2022-02-09"))
        let nextDay = try messages(remind(desk, on: "2022-02-10"))
        let all = written + sameDay + nextDay
        #expect(Set(all) == Set(expected), "the same numbers with the same texts")
        // The receiver sees at most one message twice: that which was handed over and not yet marked.
        #expect(all.count == expected.count + (step.hasPrefix("sent") ? 1 : 0))
        #expect(nextDay.count == (step == "planned" ? 0 : 1), "what was claimed waits for the end of its lease")
        #expect(try messages(remind(desk, on: "2022-02-10")).isEmpty)
        let verification = try JSON(desk.run("verify", "--format", "json").output)
        #expect(verification["sound"] == .boolean(true))
    }

    private func messages(of output: String) throws -> [String] {
        try JSON(output)["messages"].items.map { "\($0["number"].integer ?? 0) \($0["text"].string ?? "")" }
    }

    @Test func whatIsDoneWhileRunsAreKilledIsNotRemindedOf() throws {
        let desk = try Desk.withSonLa()
        _ = try remind(desk, on: "2022-02-09", environment: ["PHULUC_TEST_STOP_AT": "planned"])
        #expect(try desk.run("suspend", "3", "--reason", "chờ", on: "2022-02-09").status == 0)
        let run = try JSON(remind(desk, on: "2022-02-09").output)
        let told = run["messages"].items.flatMap { $0["obligations"].items.compactMap { $0["id"].integer } }
        #expect(!told.isEmpty && !told.contains(3))
        let plan = try JSON(desk.run("remind", "plan", "3", "--format", "json", on: "2022-02-09").output)
        #expect(plan["past"].items.last?["state"] == .text("cancelled"))
    }
}
