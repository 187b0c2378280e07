import TestSupport
import Testing
import TrackerDomain

/// Tokens at the command line. A secret differs each time, so that it is taken out of what is compared.
struct TokenCommandTests {
    @Test(arguments: Language.allCases)
    func theStoryOfATokenReadsAsRecorded(language: Language) throws {
        let desk = try Desk.withSonLa()
        var transcript = ""
        func step(_ arguments: String..., status: Int32 = 0) throws {
            let run = try desk.run(arguments + ["--lang", language.rawValue])
            #expect(run.status == status, "\(run.transcript)")
            transcript += run.transcript.replacing(/_[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/, with: "_…") + "\n"
        }
        try step("token", "list")
        try step(
            "token", "create", "--role", "lead", "--agency", "so tu phap", "--expires", "31/12/2022", "--name",
            "Nguyễn Văn A")
        try step("token", "create", "--role", "reader", "--name", "Thanh tra")
        try step("token", "create", "--role", "standing", status: 2)
        try step("token", "create", "--role", "lead", "--agency", "Sở Tư pháp", "--expires", "1/1/2022", status: 2)
        try step("token", "revoke", "1")
        try step("token", "list")
        try step("token", "list", "--all")
        try step("token", "revoke", "9", status: 3)
        try expectSnapshot(transcript, "token.\(language.rawValue)")
    }

    @Test func jsonHasTheSecretOnlyOnce() throws {
        let desk = try Desk.withSonLa()
        let made = try JSON(
            desk.run("token", "create", "--role", "lead", "--agency", "Sở Tư pháp", "--format", "json").output)
        #expect(made["token"].string?.wholeMatch(of: /phuluc_1_[A-Za-z0-9_-]{43}/) != nil)
        let list = try JSON(desk.run("token", "list", "--format", "json").output)
        #expect(list["items"].items.count == 1)
        #expect(list["items"].items[0]["token"] == .missing)
        #expect(list["items"].items[0]["agency"] == .text("son-la/so-tu-phap"))
        #expect(list["items"].items[0]["lastUsedAt"] == .null)
        let records = csvRecords(try desk.run("token", "list", "--format", "csv").output)
        #expect(records.count == 2)
    }
}
