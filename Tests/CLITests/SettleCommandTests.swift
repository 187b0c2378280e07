import TestSupport
import Testing
import TrackerDomain

/// Settling what the program does not guess.
struct SettleCommandTests {
    @Test(arguments: Language.allCases)
    func anAnswerReadsAsRecorded(language: Language) throws {
        let desk = try Desk.withSonLa()
        let question = try number(of: "deadline", on: desk)
        var transcript = ""
        for arguments in [["--deadline", "Quý IV/2022", "--dry-run"], ["--deadline", "Quý IV/2022"]] {
            let run = try desk.run(["settle", question] + arguments + ["--lang", language.rawValue])
            #expect(run.status == 0, "\(run.errors)")
            transcript += run.transcript + "\n"
        }
        try expectSnapshot(transcript, "settle-answer.\(language.rawValue)")
    }

    @Test func anAnswerIsJSON() throws {
        let desk = try Desk.withSonLa()
        let question = try number(of: "deadline", on: desk)
        let run = try desk.run("settle", question, "--deadline", "31/12/2022", "--format", "json")
        let answer = try JSON(run.output)
        #expect(answer["form"] == .text("deadline"))
        #expect(answer["settledBy"] == .text("son-la/so-noi-vu"))
        #expect(answer["settledOn"] == .text(Desk.today))
        #expect(try desk.run("settle", question, "--deadline", "31/12/2022").status == 3, "it is settled")
    }

    @Test func whatSettlesNothingIsRefused() throws {
        let desk = try Desk.withSonLa()
        let question = try number(of: "deadline", on: desk)
        let before = try desk.dump()
        #expect(try desk.run("settle", question).status == 2)
        #expect(try desk.run("settle", "--as-read").status == 2)
        #expect(try desk.run("settle", question, "--as-read", "--deadline", "2022").status == 2)
        #expect(try desk.run("settle", question, "--deadline", "sớm nhất có thể").status == 4)
        #expect(try desk.run("settle", question, "--deadline", "Quý IV/2022", "--as", "Sở Tư pháp").status == 4)
        #expect(try desk.run("settle", "999", "--as-read").status == 3)
        #expect(try desk.dump() == before)
    }

    /// The number of the first question about a deadline.
    private func number(of kind: String, on desk: Desk) throws -> String {
        let list = try JSON(desk.run("settle", "--format", "json", "--limit", "500").output)
        let found = list["items"].items.first { $0["kind"].string?.hasPrefix(kind) ?? false }
        guard case .number(let number)? = found?["id"] else {
            Issue.record("no question about a \(kind)")
            return ""
        }
        return String(Int(number))
    }
}
