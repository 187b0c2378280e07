import ArgumentParser
import TrackerDomain

struct StartCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "start", abstract: help(vi: "Bắt đầu thực hiện.", en: "Begins the work."),
        discussion: example("phuluc start 12 --as \"Sở Tư pháp\""))

    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform(.start(note: action.composedNote)) }
}

struct ProgressCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: help(
            vi: "Báo cáo tiến độ; với việc thường xuyên là báo cáo của kỳ.",
            en: "Reports progress; for ongoing work the report of the period."),
        discussion: example("phuluc progress 12 --percent 60 --note \"Đã lấy ý kiến các sở\""))

    @Option(help: argumentHelp(vi: "Phần trăm, 0–100.", en: "Per cent, 0–100.", valueName: "n"))
    var percent: Int?

    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform(.progress(percent: percent, note: action.composedNote)) }
}

struct SubmitCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: help(vi: "Trình kết quả để xác nhận.", en: "Submits the product for acceptance."),
        discussion: example(
            "phuluc submit 12 --document 45/KH-STP --dated 28/01/2022 --as \"Sở Tư pháp\"",
            "phuluc submit 12 --note \"Đã cập nhật đủ văn bản lên cơ sở dữ liệu\""))

    @OptionGroup var document: DocumentOptions
    @OptionGroup var action: ActionOptions

    func run() throws {
        try action.perform(.submit(evidence: try document.evidence(), note: action.composedNote))
    }
}

struct RecordEventCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "record-event",
        abstract: help(
            vi: "Ghi nhận sự kiện hoặc điều kiện mà nghĩa vụ đang chờ.",
            en: "Records the event or condition that an obligation waits for."),
        discussion: example("phuluc record-event 12 --happened 05/4/2022 --document 1085/QĐ-TTg --dated 05/4/2022"))

    @Option(help: argumentHelp(vi: "Ngày xảy ra.", en: "The day it happened.", valueName: "date"))
    var happened: CivilDate

    @OptionGroup var document: DocumentOptions
    @OptionGroup var action: ActionOptions

    func run() throws {
        try action.perform(
            .recordEvent(on: happened, due: nil, document: try document.evidence(), note: action.composedNote))
    }
}

struct CommentCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "comment",
        abstract: help(
            vi: "Góp ý; mọi cơ quan của dòng đều ghi được.", en: "Comments; every agency of the row may."),
        discussion: example("phuluc comment 12 --note \"Đã gửi số liệu ngày 20/01\" --as \"Sở Tài chính\""))

    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform(.comment(note: action.composedNote)) }
}
