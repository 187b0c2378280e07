import Foundation
import TestSupport
import Testing

/// The world around the program: clocks, locales, pipes, and how letters are composed.
struct EnvironmentTests {
    @Test(arguments: [
        ["overdue"], ["due", "--within", "60"], ["stats", "--by", "year"], ["show", "3"], ["remind", "--dry-run"],
    ])
    func theTimeZoneChangesNothing(arguments: [String]) throws {
        let desk = try Desk.withSonLa()
        let outputs = try ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Ho_Chi_Minh"].map { zone in
            let run = try desk.run(arguments, environment: ["TZ": zone])
            #expect(run.status == 0)
            return run.output
        }
        #expect(Set(outputs).count == 1)
    }

    @Test(arguments: ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Ho_Chi_Minh"])
    func aDayIsRecordedAsTyped(zone: String) throws {
        let desk = try Desk.withSonLa()
        try desk.run("start", "3", environment: ["TZ": zone])
        let event = try JSON(desk.run("history", "3", "--format", "json").output)["items"].items.first
        #expect(event?["countsOn"] == .text("2022-02-08"))
        #expect(event?["recordedOn"] == .text("2022-02-08"))
    }

    @Test(arguments: ["C", "C.UTF-8", "POSIX", "vi_VN.UTF-8", "tr_TR.UTF-8"])
    func theLocaleChangesNothing(locale: String) throws {
        let desk = try Desk.withSonLa()
        let plain = try desk.run("list", "--search", "CẢI CÁCH").output
        #expect(
            try desk.run("list", "--search", "CẢI CÁCH", environment: ["LANG": locale, "LC_ALL": locale]).output
                == plain)
    }

    @Test func theColumnsOfTheTerminalDecideTheWidth() throws {
        let desk = try Desk.withSonLa()
        for columns in [100, 160] {
            let output = try desk.run("list", environment: ["COLUMNS": "\(columns)"]).output
            let widest = output.split(separator: "\n").map(\.count).max() ?? 0
            #expect(widest <= columns && widest > columns - 12)
        }
    }

    @Test func withoutATerminalThereIsNoColour() throws {
        #expect(try !Desk.withSonLa().run("overdue").output.contains("\u{1B}"))
    }

    @Test func aReaderThatGoesAwayEndsTheProgramQuietly() throws {
        let desk = try Desk.withSonLa()
        let program = try ProgramRun.builtProgram().path
        let script =
            "for i in 1 2 3; do \"$0\" list --limit 500 --store kho.sqlite --format json | head -c 20 >/dev/null; done; "
            + "\"$0\" list --limit 500 --store kho.sqlite --today 2022-02-08 | head -1"
        let run = try ProgramRun(["-c", script, program], in: desk.folder, program: URL(fileURLWithPath: "/bin/sh"))
        #expect(run.status == 0)
        #expect(run.output == "209 nghĩa vụ, ngày 08/02/2022\n")
        #expect(run.errors.isEmpty)
    }

    @Test func decomposedWordsWorkAsComposedOnes() throws {
        let desk = try Desk.withSonLa()
        func decomposed(_ text: String) -> String { text.decomposedStringWithCanonicalMapping }
        for arguments in [
            ["list", "--search", "cải cách thể chế", "--format", "json"],
            ["list", "--agency", "Sở Tư pháp", "--format", "json"],
            ["list", "--plan", "2407/QĐ-UBND", "--format", "json"], ["explain", "Quý IV hàng năm"],
        ] {
            let composed = try desk.run(arguments)
            #expect(composed.status == 0)
            #expect(
                try desk.run(arguments.map(decomposed)).output
                    == composed.output.replacingOccurrences(
                        of: "“Quý IV hàng năm”",
                        with: arguments[0] == "explain" ? decomposed("“Quý IV hàng năm”") : "“Quý IV hàng năm”"))
        }
        let run = try desk.run(
            "submit", "3", "--as", decomposed("Sở Tư pháp"), "--note", decomposed("Đã gửi đủ"), "--document",
            decomposed("45/QĐ-STP"), "--dated", "8/2/2022", "--subject", decomposed("Kế hoạch"))
        #expect(run.status == 0, "\(run.errors)")
        let history = try desk.run("history", "3").output
        for words in ["Đã gửi đủ", "45/QĐ-STP", "Kế hoạch", "Sở Tư pháp"] {
            #expect(history.utf8.firstRange(of: words.utf8) != nil, "\(words) is stored composed")
        }
    }

    @Test func wordsThatBeginWithADashAreWords() throws {
        let desk = try Desk.withSonLa()
        let text = "- Quý IV hàng năm\n- Báo cáo quý, 6 tháng và năm."
        let explained = try JSON(desk.run("explain", text, "--format", "json").output)
        #expect(explained["text"] == .text(text))
        try desk.run("progress", "3", "--note", "- Đã họp\n- Đã lấy ý kiến")
        let history = try JSON(desk.run("history", "3", "--format", "json").output)
        #expect(history["items"].items.first?["note"] == .text("- Đã họp\n- Đã lấy ý kiến"))
    }
}
