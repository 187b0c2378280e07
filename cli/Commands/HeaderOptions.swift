import ArgumentParser
import TrackerDomain
import TrackerImport
import TrackerService

/// What is known of the plan besides the file.
struct HeaderOptions: ParsableArguments {
    @Option(help: argumentHelp(vi: "Số, ký hiệu.", en: "Number and symbol.", valueName: "number"))
    var number: String?

    @Option(help: argumentHelp(vi: "Ngày ban hành.", en: "Day of issue.", valueName: "date"))
    var issued: CivilDate?

    @Option(help: argumentHelp(vi: "Cơ quan ban hành.", en: "Issuing body.", valueName: "name"))
    var issuer: String?

    @Option(help: argumentHelp(vi: "Tên kế hoạch.", en: "Title.", valueName: "title"))
    var title: String?

    @Option(
        help: argumentHelp(vi: "Giai đoạn: 2021-2030 hoặc 2017.", en: "Years: 2021-2030 or 2017.", valueName: "years"))
    var period: YearRange?

    @Option(
        help: argumentHelp(
            vi: "Chế độ báo cáo, xem phuluc regimes.", en: "Reporting regime, see phuluc regimes.", valueName: "code"))
    var regime: String?

    @Flag(
        inversion: .prefixedNo,
        help: argumentHelp(
            vi: "“Trước ngày D” gồm cả ngày D.", en: "“Trước ngày D” (before D) includes the day D."))
    var beforeIncludesDay: Bool?

    @Flag(
        inversion: .prefixedNo,
        help: argumentHelp(
            vi: "Hạn vào ngày nghỉ chuyển sang ngày làm việc kế tiếp; mặc định: có.",
            en: "Due dates on days off move to the next working day; default: they do."))
    var moveToWorkingDay: Bool?

    func apply(to source: inout ImportSource) throws(TrackerError) {
        var given = PlanHeaderDraft(issuer: issuer, issued: issued, title: title, years: period?.years)
        if let number {
            guard let parsed = DocumentNumber(number) else {
                throw .invalidInput(
                    name: "--number", value: number,
                    hint: LocalizedText(vi: "viết như 2407/QĐ-UBND.", en: "write it like 2407/QĐ-UBND."))
            }
            given.number = parsed
        }
        source.header = source.header.overridden(by: given)
        source.settings = source.settings.overridden(
            by: PlanSettingsDraft(
                regime: regime?.precomposed, beforeIncludesDay: beforeIncludesDay, movesToWorkingDay: moveToWorkingDay))
    }
}

/// Years as "2021-2030" or "2017".
struct YearRange: ExpressibleByArgument {
    let years: ClosedRange<Int>

    init?(argument: String) {
        let parts = argument.split { $0 == "-" || $0 == "–" }.map { Int($0.filter { !$0.isWhitespace }) }
        guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1],
            first <= last, first >= 1900, last <= 2200
        else { return nil }
        years = first...last
    }
}
