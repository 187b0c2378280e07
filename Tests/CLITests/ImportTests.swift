import Foundation
import TestSupport
import Testing

/// Importing a plan, again, and in a revised edition.
struct ImportTests {
    private static let header =
        "Mục,Lĩnh vực,STT,Nhiệm vụ/Hoạt động,Kết quả/Sản phẩm,Chủ trì,Phối hợp,Thời gian,Kinh phí\n"
    private static let first =
        header + """
            I,Cải cách thể chế,1,Ban hành kế hoạch rà soát văn bản,Kế hoạch,Sở Tư pháp,Các sở,Quý I/2026,Ngân sách tỉnh
            I,Cải cách thể chế,2,Báo cáo kết quả rà soát văn bản,Báo cáo,Sở Tư pháp,,Quý IV/2026,
            I,Cải cách thể chế,3,Tổ chức tập huấn nghiệp vụ,Báo cáo,Sở Nội vụ,,Tháng 6/2026,

            """
    private static let revised =
        header + """
            I,Cải cách thể chế,1,Ban hành kế hoạch rà soát văn bản,Kế hoạch,Sở Tư pháp,Các sở,Quý II/2026,Ngân sách tỉnh
            I,Cải cách thể chế,2,Báo cáo kết quả rà soát văn bản,Báo cáo,Sở Tư pháp,,Quý IV/2026,
            I,Cải cách thể chế,3,Khảo sát mức độ hài lòng của người dân,Báo cáo,Sở Y tế,,Quý III/2026,

            """
    private static let plan = [
        "--number", "15/KH-UBND", "--issued", "05/01/2026", "--period", "2026", "--issuer", "UBND tỉnh Sơn La",
        "--title",
        "Kế hoạch cải cách hành chính năm 2026",
    ]

    private func desk(importing text: String = first) throws -> Desk {
        let desk = try Desk()
        try desk.write("nhiem-vu.csv", text)
        let run = try importPlan(at: desk)
        #expect(run.status == 0, "\(run.errors)")
        return desk
    }

    private func importPlan(at desk: Desk, _ options: String...) throws -> ProgramRun {
        try desk.run(["import", "nhiem-vu.csv"] + Self.plan + options, on: "2026-01-12")
    }

    @Test func aDryRunShowsEverythingAndLeavesNoStore() throws {
        let desk = try Desk()
        try desk.layOutSonLa()
        let dry = try desk.run("import", "son-la", "--dry-run")
        #expect(dry.status == 0)
        #expect(!desk.storeExists)
        let real = try desk.run("import", "son-la")
        #expect(desk.storeExists)
        #expect(dry.output.replacingOccurrences(of: "Thử, chưa ghi: ", with: "Đã ghi: ") == real.output)
    }

    @Test func importingTwiceSaysThatNothingHasChanged() throws {
        let desk = try Desk.withSonLa()
        try desk.layOutSonLa()
        let before = try desk.dump()
        let run = try desk.run("import", "son-la")
        #expect(run.status == 0)
        #expect(run.output.contains("Không có gì thay đổi: 0 dòng mới, 0 sửa, 0 bỏ, 39 giữ nguyên"))
        #expect(try desk.dump() == before)
        let answer = try JSON(desk.run("import", "son-la", "--format", "json").output)
        #expect(answer["outcome"] == .text("unchanged"))
        #expect(answer["unchanged"] == .number(39))
    }

    @Test func aRevisedFileShowsWhatIsNewChangedAndRemoved() throws {
        let desk = try desk()
        try desk.write("nhiem-vu.csv", Self.revised)
        let dry = try importPlan(at: desk, "--dry-run")
        #expect(dry.status == 0)
        let run = try importPlan(at: desk)
        #expect(dry.output.replacingOccurrences(of: "Thử, chưa ghi: ", with: "Đã ghi: ") == run.output)
        let marks = run.output.split(separator: "\n").compactMap { $0.firstMatch(of: /^(I\.\d)  +([+~])/) }
        #expect(marks.map { "\($0.1) \($0.2)" } == ["I.1 ~", "I.3 +"])
        #expect(run.output.contains("bỏ: Tổ chức tập huấn nghiệp vụ"))
        #expect(run.output.contains("1 dòng mới, 1 sửa, 1 bỏ, 1 giữ nguyên"))
        try expectSnapshot(run.transcript, "import-revised.vi")
        let english = try importPlan(at: desk, "--lang", "en", "--all")
        try expectSnapshot(english.transcript, "import-again.en")
    }

    @Test func whatWasRecordedSurvivesARevision() throws {
        let desk = try desk()
        let evidence = ["--document", "20/BC-STP", "--dated", "20/01/2026"]
        try desk.run("progress", "1", "--percent", "40", "--note", "Đã có dự thảo", "--as", "STP", on: "2026-01-20")
        #expect(try desk.run(["submit", "2", "--as", "STP"] + evidence, on: "2026-01-20").status == 0)
        let other = Self.first
            .replacingOccurrences(
                of: ",Kế hoạch,Sở Tư pháp,Các sở,", with: ",Kế hoạch; Báo cáo,Sở Tư pháp,UBND các xã,")
        try desk.write("nhiem-vu.csv", other)
        #expect(try importPlan(at: desk).output.contains("1 sửa, 0 bỏ, 2 giữ nguyên"))
        let shown = try JSON(desk.run("show", "1", "--format", "json", on: "2026-01-21").output)
        #expect(shown["obligation"]["progress"] == .number(40))
        #expect(shown["obligation"]["stage"] == .text("inProgress"))
        #expect(shown["obligation"]["product"] == .text("Kế hoạch; Báo cáo"))
        #expect(shown["events"].items.first?["note"] == .text("Đã có dự thảo"))
        let submitted = try JSON(desk.run("show", "2", "--format", "json", on: "2026-01-21").output)
        #expect(submitted["obligation"]["stage"] == .text("submitted"))
        #expect(submitted["events"].items.first?["document"] == .text("20/BC-STP"))
    }

    @Test func aMovedDeadlineKeepsWhatWasRecorded() throws {
        let desk = try desk()
        try desk.run("progress", "1", "--percent", "40", "--as", "STP", on: "2026-01-20")
        try desk.write("nhiem-vu.csv", Self.revised)
        #expect(try importPlan(at: desk).status == 0)
        let removed = try JSON(desk.run("show", "3", "--format", "json", on: "2026-01-21").output)
        #expect(removed["obligation"]["stage"] == .text("withdrawn"))
        let moved = try JSON(desk.run("show", "1", "--format", "json", on: "2026-01-21").output)
        #expect(moved["obligation"]["stage"] == .text("inProgress"))
        #expect(moved["obligation"]["nominalDue"] == .text("2026-06-30"))
        #expect(moved["obligation"]["deadlineVersion"] == .number(2))
    }

    @Test func trackingMayBeginLater() throws {
        let desk = try Desk()
        try desk.layOutSonLa()
        let answer = try JSON(
            desk.run("import", "son-la", "--track-from", "1/1/2026", "--format", "json", on: "2026-01-05").output)
        #expect(answer["trackedFrom"] == .text("2026-01-01"))
        #expect((answer["beforeTracking"].integer ?? 0) > 20)
        let overdue = try JSON(desk.run("overdue", "--format", "json", on: "2026-01-05").output)
        #expect(overdue["items"].items.allSatisfy { ($0["effectiveDue"].string ?? "") >= "2026-01-01" })
    }

    @Test(arguments: ["dong-nai-2017", "dong-nai-2021-2030", "nam-dinh-2021-2030", "xuan-loc-2021-2030"])
    func everyPlanOfTheRepositoryImports(name: String) throws {
        let desk = try Desk()
        try FileManager.default.copyItem(
            at: Desk.plans.appendingPathComponent(name), to: desk.folder.appendingPathComponent(name))
        let run = try desk.run("import", name)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try desk.run("import", name).output.contains("Không có gì thay đổi"))
    }
}
