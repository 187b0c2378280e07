import Foundation
import HummingbirdTesting
import TestSupport
import Testing
import TrackerDomain
import TrackerService

@testable import phuluc_server

/// `phuluc --server` does and says what `phuluc` does and says on a store.
struct RemoteCommandTests {
    private static let plans = Repository.appendixData("plans")

    @Test(arguments: [
        ["text", "--lang", "vi"], ["text", "--lang", "en"], ["json", "--lang", "en"], ["csv"],
    ])
    func listsAndDetailsAreTheSame(format: [String]) async throws {
        let desk = try ServerDesk()
        try await desk.serve { client in
            let remote = try RemoteDesk(desk, client)
            let token = try remote.tokenFile(.standing, "son-la/so-noi-vu")
            for arguments in [
                ["plans"], ["activities"], ["activities", "2407/QĐ-UBND", "--limit", "7"], ["list"],
                ["list", "--agency", "Sở Tư pháp", "--year", "2022", "--limit", "3"],
                ["list", "--search", "cai cach", "--stage", "waiting", "--section", "I"], ["show", "3"],
                ["show", "1", "--as-of", "31/12/2021"], ["history", "3"], ["overdue"], ["overdue", "--conditional"],
                ["overdue", "--as-of", "31/3/2022", "--agency", "Sở Nội vụ"], ["due", "--within", "60"], ["confirm"],
                ["checkins"], ["settle"], ["settle", "--cooperating"], ["stats"], ["stats", "--by", "agency"],
                ["stats", "--plan", "1", "--report", "2022-Q1"], ["extend", "list"], ["agencies", "pending"],
                ["agencies", "list", "so", "tai", "chinh", "--all"], ["agencies", "--territory", "son-la"],
                ["agencies", "show", "Sở Tài chính"], ["agencies", "show", "son-la/so-ke-hoach-va-dau-tu"],
                ["explain", "Tháng 1 hàng năm", "--issued", "01/10/2021", "--period", "2021-2030", "--rrule"],
                ["explain", "Quý IV hàng năm", "- Quý I & II\n- 50% + 1?", "--issued", "2021-10-01"],
                ["explain", "25 hàng tháng", "--regime", "quy-6-nam", "--limit", "3"], ["calendar", "year", "2027"],
                ["calendar", "check", "31/01/2022"],
                ["policies", "list"], ["remind", "failed"], ["remind", "failed", "--channel", "webhook"],
            ] { try await remote.expectSame(arguments + ["--format"] + format, token) }
            try await remote.expectSame(["explain", "-", "--format"] + format, token, input: "Quý I\n\n15/6/2022\n")
        }
    }

    @Test(arguments: ["text", "json"], Language.allCases)
    func whatCannotBeShownIsComplainedOfAlike(format: String, language: Language) async throws {
        let desk = try ServerDesk()
        try await desk.serve { client in
            let remote = try RemoteDesk(desk, client)
            let token = try remote.tokenFile(.reader)
            for arguments in [
                ["list", "--limit", "501"], ["settle", "--after", "x"], ["explain", "2022", "--limit", "0"],
                ["overdue", "--agency", "Sở Không Có"], ["stats", "--plan", "9/QĐ"], ["agencies", "show", "nowhere"],
                ["explain", "Quý I", "--regime", "nope"], ["due", "--after", "17"], ["show", "99999"],
            ] {
                let run = try await remote.expectSame(
                    arguments + ["--format", format, "--lang", language.rawValue], token)
                #expect(run.status != 0 && run.output.isEmpty && !run.errors.isEmpty)
            }
        }
    }

    @Test func aPageGoesOnWhereTheOneBeforeEnded() async throws {
        let desk = try ServerDesk()
        try await desk.serve { client in
            let remote = try RemoteDesk(desk, client)
            let token = try remote.tokenFile(.reader)
            let first = try await remote.expectSame(["due", "--within", "400", "--limit", "2"], token)
            let next = try #require(first.output.split(separator: "--after ").last?.trimmingCharacters(in: .newlines))
            try await remote.expectSame(["due", "--within", "400", "--limit", "2", "--after", next], token)
        }
    }

    /// One obligation through all that may happen to it.
    @Test func everyActionDoesAndSaysTheSame() async throws {
        let desk = try ServerDesk()
        try await desk.serve { client in
            let remote = try RemoteDesk(desk, client)
            let (lead, standing) = (
                try remote.tokenFile(.lead, "Sở Tư pháp"), try remote.tokenFile(.standing, "son-la/so-noi-vu")
            )
            let document = ["--document", "15/KH-STP", "--dated", "27/01/2022", "--subject", "Kế hoạch \"năm\""]
            let story: [(isLead: Bool, [String])] = [
                (true, ["start", "3"]), (true, ["progress", "3", "--percent", "40", "--note", "Đã lấy ý kiến"]),
                (true, ["extend", "request", "3", "--to", "30/6/2022", "--reason", "Chờ hướng dẫn"]),
                (false, ["extend", "list"]),
                (false, ["extend", "refuse", "3", "--reason", "Cấp bách", "--lang", "en"]),
                (true, ["extend", "request", "3", "--to", "30/6/2022", "--reason", "Chờ", "--format", "json"]),
                (false, ["extend", "grant", "3", "--reason", "Được"] + document), (true, ["submit", "3"]),
                (true, ["submit", "3"] + document), (false, ["confirm"]),
                (false, ["return", "3", "--reason", "Thiếu báo cáo"]), (true, ["submit", "3", "--note", "Đủ rồi"]),
                (true, ["accept", "3"]), (false, ["accept", "3", "--format", "csv"]),
                (false, ["accept", "3", "--if-version", "2"]),
                (false, ["accept", "3", "--if-version", "2", "--format", "json"]), (false, ["accept", "3"]),
                (false, ["reopen", "3", "--reason", "Bị thu hồi"]), (false, ["suspend", "3", "--reason", "Chờ"]),
                (false, ["resume", "3", "--note", "Xong"]), (true, ["comment", "3", "--note", "Đã gửi"]),
                (false, ["reassign", "3", "--to", "so y te", "--reason", "Chuyển"]),
                (false, ["reassign", "3", "--to", "Sở Không Có", "--reason", "Chuyển"]),
                (false, ["withdraw", "3", "--document", "120/QĐ-UBND", "--dated", "02/02/2022", "--on", "3/2/2022"]),
                (false, ["settle", "3", "--deadline", "Quý IV/2022", "--dry-run"]),
                (false, ["settle", "3", "--deadline", "x"]), (false, ["settle", "3", "--as-read"]),
                (false, ["settle", "3", "--deadline", "Quý IV/2022"]), (false, ["settle"]),
                (false, ["settle", "3", "--deadline", "Quý IV/2022"]),
                (false, ["start", "99999"]), (false, ["history", "3"]), (false, ["show", "3"]), (false, ["list"]),
            ]
            for (isLead, arguments) in story {
                try await remote.expectSame(
                    arguments, as: isLead ? "Sở Tư pháp" : nil, isLead ? lead : standing)
            }
            var request = ListRequest()
            request.filter.stage = .waiting
            let waiting = try desk.tracker.list(request).page.items
            let id = try #require(waiting.first?.obligation.id)
            try await remote.expectSame(["record-event", "\(id)", "--happened", "01/02/2022"] + document, standing)
            try await remote.expectSame(["history", "\(id)", "--format", "json"], standing)
        }
    }

    @Test func plansAreImportedAlike() async throws {
        let desk = try ServerDesk()
        try FileManager.default.copyItem(
            at: Self.plans.appending(path: "dong-nai-2017"), to: desk.folder.appending(path: "dong-nai"))
        let file = desk.folder.appending(path: "nhiem-vu.csv")
        try "Nhiệm vụ,Chủ trì,Thời gian\nBáo cáo,Sở Tư pháp,Quý I hàng năm\n".write(
            to: file, atomically: true, encoding: .utf8)
        try await desk.serve { client in
            let remote = try RemoteDesk(desk, client)
            let standing = try remote.tokenFile(.standing, "dong-nai/so-noi-vu")
            let own = try remote.tokenFile(.standing, "son-la/so-noi-vu")
            for arguments in [
                ["import", "dong-nai", "--dry-run"], ["import", "dong-nai", "--dry-run", "--format", "json"],
                ["import", "dong-nai"], ["import", "dong-nai"], ["import", "dong-nai", "--all", "--lang", "en"],
                ["import", "dong-nai", "--strict"],
            ] { try await remote.expectSame(arguments, standing) }
            let header = [
                "--number", "15/KH-UBND", "--issued", "05/01/2022", "--period", "2022-2026", "--title",
                "Kế hoạch & thử",
                "--issuer", "UBND tỉnh Sơn La",
            ]
            try await remote.expectSame(["import", "nhiem-vu.csv"], own)
            try await remote.expectSame(["import", "nhiem-vu.csv", "--no-move-to-working-day"] + header, own)
            try await remote.expectSame(["plans"], own)
            let foreign = try await remote.remote(["import", "dong-nai"], own)
            #expect(
                foreign.status == 4 && foreign.errors.contains("trong phạm vi của son-la/so-noi-vu"),
                "\(foreign.errors)")
        }
    }

    @Test func theEnvironmentMayNameServerAndToken() async throws {
        let desk = try ServerDesk()
        try await desk.serve { client in
            let remote = try RemoteDesk(desk, client)
            let environment = ["PHULUC_SERVER": "URL", "PHULUC_TOKEN_FILE": try remote.tokenFile(.reader)]
            let run = try await remote.run(["plans"], "", environment)
            #expect(run.status == 0 && run.output.contains("2407/QĐ-UBND"), "\(run.errors)")
            // A store that somebody names is meant.
            let named = try await remote.run(["plans", "--store", "nowhere.sqlite"], "", environment)
            #expect(named.status == 3)
            let help = try await remote.run(["help", "backup"], "", environment)
            #expect(help.status == 0)
            for command in [
                ["backup", "x"], ["verify"], ["doctor"], ["token", "list"], ["remind", "status"],
            ] {
                let refused = try await remote.run(command, "", environment)
                #expect(refused.status == 2 && refused.errors.contains("--store"), "\(command) \(refused.errors)")
            }
        }
    }

    @Test func whatDoesNotGoWithAServerIsSaid() async throws {
        let desk = try ServerDesk()
        try await desk.serve { client in
            let remote = try RemoteDesk(desk, client)
            let token = try remote.tokenFile(.reader)
            for more in [["--store", "a.sqlite"], ["--today", "2022-02-08"], ["--as", "Sở Tư pháp"]] {
                let run = try await remote.remote(["list"] + more, token)
                #expect(run.status == 2 && run.errors.contains(more[0]), "\(run.errors)")
            }
            let open = desk.folder.appending(path: "open")
            try "phuluc_1_x".write(to: open, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: open.path)
            let readable = try await remote.remote(["list"], "open")
            #expect(readable.status == 1 && readable.errors.contains("chmod 600 open"), "\(readable.errors)")
            let missing = try await remote.remote(["list"], "nowhere")
            #expect(missing.status == 3)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: open.path)
            let wrong = try await remote.remote(["list"], "open")
            #expect(wrong.status == 4 && wrong.errors.contains("token create"), "\(wrong.errors)")
            for (url, status) in [
                ("http://127.0.0.1:1", 1), ("http://sonla.gov.vn", 2), ("sonla.gov.vn", 2), ("ftp://a", 2),
            ] {
                let run = try await remote.run(["list", "--server", url, "--token-file", token])
                #expect(run.status == Int32(status) && run.errors.contains(url), "\(run.errors)")
            }
            let none = try await remote.run(["list", "--server", "URL"])
            #expect(none.status == 2 && none.errors.contains("PHULUC_TOKEN_FILE"))
        }
    }
}
