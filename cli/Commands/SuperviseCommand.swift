import ArgumentParser
import TrackerDomain
import TrackerOutput
import TrackerService

struct SuperviseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "supervise",
        abstract: help(
            vi: "Đặt cơ quan theo dõi một mục của kế hoạch.", en: "Names the agency that supervises a section."),
        discussion: help(
            vi: "Cơ quan này xác nhận, trả lại và ghi nhận sự kiện trong mục đó. Bỏ trống cơ quan: thôi theo dõi.\n\n",
            en: "It accepts, returns and records events there. Without an agency nobody supervises the section.\n\n")
            + example("phuluc supervise 2407/QĐ-UBND I \"Sở Tư pháp\""))

    @Argument(
        help: argumentHelp(
            vi: "Kế hoạch (số trong kho hoặc số ký hiệu).", en: "The plan (its number here or its symbol).",
            valueName: "plan"))
    var plan: String

    @Argument(help: argumentHelp(vi: "Mục, ví dụ III.", en: "The section, such as III.", valueName: "ordinal"))
    var section: String

    @Argument(help: argumentHelp(vi: "Cơ quan (tên hoặc mã).", en: "The agency (name or id).", valueName: "agency"))
    var agency: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let context = CommandContext(options)
        let tracker = try context.tracker()
        let plan = try tracker.plan(named: plan)
        try context.write(
            SupervisionView(supervision: try tracker.supervise(section: section.precomposed, of: plan, by: agency)))
    }
}
