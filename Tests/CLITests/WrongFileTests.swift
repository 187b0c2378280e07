import Foundation
import TestSupport
import Testing
import TrackerDomain

/// Files that are no plan: one clear error each, nothing written.
struct WrongFileTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let contents: Data
        /// What the message has to say, in Vietnamese.
        let reason: String

        init(_ name: String, _ contents: Data, _ reason: String) {
            self.name = name
            self.contents = contents
            self.reason = reason
        }

        init(_ name: String, _ contents: String, _ reason: String) {
            self.init(name, Data(contents.utf8), reason)
        }

        var testDescription: String { name }
    }

    static let cases = [
        Case("rong.csv", "", "không có nội dung"), Case("trang.txt", " \n\n \n", "không có nội dung"),
        Case("nhi-phan.csv", Data([0, 1, 2, 0, 255, 0, 7, 0]), "nhị phân"),
        Case(
            "ke-hoach.docx",
            Data([0x50, 0x4B, 3, 4, 20, 0, 6, 0]) + Data("[Content_Types].xml word/document.xml".utf8), "Word"),
        Case("ke-hoach.zip", Data([0x50, 0x4B, 3, 4, 20, 0, 6, 0]) + Data("anh.png".utf8), "ZIP"),
        Case(
            "latin1.csv", Data("STT,Nhi".utf8) + Data([0xE9, 0x6D, 0x20, 0x76, 0xE8]) + Data("\n1,x\n".utf8), "UTF-8"),
        Case("utf16.csv", "STT,Nhiệm vụ,Chủ trì,Thời gian\n".data(using: .utf16) ?? Data(), "UTF-16"),
        Case(
            "khong-phu-luc.txt",
            """
            ỦY BAN NHÂN DÂN
            TỈNH SƠN LA
            Số: 15/QĐ-UBND
            Sơn La, ngày 05 tháng 01 năm 2026
            QUYẾT ĐỊNH
            Về việc ban hành Kế hoạch cải cách hành chính năm 2026
            Điều 1. Ban hành kèm theo Quyết định này Kế hoạch.

            """, "hụ lục"),
        Case("thieu-cot.csv", "STT,Nội dung\n1,Ban hành kế hoạch\n", "cột"),
        Case("chi-tieu-de.csv", "STT,Nhiệm vụ,Kết quả,Chủ trì,Phối hợp,Thời gian,Kinh phí\n", "dòng"),
        Case("ngoac-kep.csv", "STT,Nhiệm vụ,Chủ trì,Thời gian\n1,\"Ban hành,Sở Nội vụ,2026\n", "ngoặc kép"),
        Case(
            "khong-ke-hoach.csv",
            "Mục,STT,Nhiệm vụ,Sản phẩm,Chủ trì,Phối hợp,Thời gian\nI,1,Ban hành,Kế hoạch,Sở Nội vụ,,2026\n", "số"),
    ]

    @Test(arguments: cases)
    func aWrongFileIsRefusedAndNoStoreIsLeftBehind(file: Case) throws {
        let desk = try Desk()
        try desk.write(file.name, file.contents)
        for language in Language.allCases {
            let run = try desk.run("import", file.name, "--lang", language.rawValue)
            #expect(run.status == 1, "\(run.errors)")
            #expect(run.output.isEmpty)
            #expect(run.errors.hasPrefix("phuluc: "))
            #expect(run.errors.contains(file.name))
            #expect(run.errors.split(separator: "\n").count == 1, "one message: \(run.errors)")
            if language == .vi { #expect(run.errors.contains(file.reason), "\(run.errors)") }
        }
        #expect(!desk.storeExists)
    }

    @Test(arguments: cases)
    func aRefusedImportLeavesTheStoreAsItWas(file: Case) throws {
        let desk = try Desk.withSonLa()
        let before = try desk.dump()
        try desk.write(file.name, file.contents)
        #expect(try desk.run("import", file.name).status == 1)
        #expect(try desk.run("import", file.name, "--dry-run").status == 1)
        #expect(try desk.dump() == before)
    }

    @Test(arguments: Language.allCases)
    func refusedFilesReadAsRecorded(language: Language) throws {
        let desk = try Desk()
        let transcripts = try Self.cases.map { file in
            try desk.write(file.name, file.contents)
            return try desk.runPlain(["import", file.name, "--lang", language.rawValue]).transcript
        }
        try expectSnapshot(transcripts.joined(separator: "\n"), "wrong-files.\(language.rawValue)")
    }

    @Test func aHugeFileIsRefusedWithoutBeingRead() throws {
        let desk = try Desk()
        try desk.write("lon.csv", "")
        let file = try FileHandle(forWritingTo: desk.folder.appendingPathComponent("lon.csv"))
        try file.truncate(atOffset: 40 << 20)
        try file.close()
        let run = try desk.run("import", "lon.csv")
        #expect(run.status == 1)
        #expect(run.errors.contains("41943040 byte"))
        #expect(!desk.storeExists)
    }

    @Test func aFolderWithoutATableIsNamed() throws {
        let desk = try Desk()
        try FileManager.default.createDirectory(
            at: desk.folder.appendingPathComponent("trong"), withIntermediateDirectories: false)
        let run = try desk.run("import", "trong")
        #expect(run.status == 1)
        #expect(run.errors.contains("trong"))
        #expect(run.errors.contains("activities.csv"))
        #expect(!desk.storeExists)
    }

    @Test func aMissingFileIsNotFound() throws {
        let desk = try Desk()
        let run = try desk.run("import", "khong-co.csv")
        #expect(run.status == 3)
        #expect(run.errors.contains("khong-co.csv"))
        #expect(!desk.storeExists)
    }

    @Test func oneWrongFileAmongSeveralKeepsTheStoreFromBeingCreated() throws {
        let desk = try Desk()
        try desk.layOutSonLa()
        try desk.write("rong.csv", "")
        let run = try desk.run("import", "son-la", "rong.csv")
        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(!desk.storeExists)
    }

    @Test func strictRefusesAFileWithWarnings() throws {
        let desk = try Desk()
        try desk.layOutSonLa()
        let run = try desk.run("import", "son-la", "--strict")
        #expect(run.status == 1)
        #expect(run.errors.contains("--strict"))
        #expect(!desk.storeExists)
    }
}
