import ArgumentParser
import TrackerDomain
import TrackerService

// What the standing agency decides about an obligation as a whole.

struct SuspendCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend",
        abstract: help(vi: "Tạm dừng; thời hạn không tính.", en: "Suspends; the deadline does not run."),
        discussion: example("phuluc suspend 12 --reason \"Chờ sắp xếp tổ chức bộ máy\""))

    @OptionGroup var reason: ReasonOptions
    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform(.suspend(reason: reason.words(or: action))) }
}

struct ResumeCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: help(
            vi: "Tiếp tục việc tạm dừng, với thời hạn cũ.", en: "Resumes what was suspended, with its old deadline."),
        discussion: help(
            vi: "Nếu thời hạn đã qua, gia hạn bằng phuluc extend.\n\n",
            en: "Where the deadline has passed, extend it with phuluc extend.\n\n")
            + example("phuluc resume 12 --reason \"Đã sắp xếp xong\""))

    @OptionGroup var reason: ReasonOptions
    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform(.resume(reason: reason.words(or: action))) }
}

struct WithdrawCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: help(
            vi: "Thôi theo dõi, theo một văn bản quyết định.", en: "Withdraws, by the document that decides it."),
        discussion: example("phuluc withdraw 12 --document 120/QĐ-UBND --dated 02/02/2022"))

    @OptionGroup var document: DocumentOptions
    @OptionGroup var reason: ReasonOptions
    @OptionGroup var action: ActionOptions

    func run() throws {
        try action.perform(.withdraw(decision: try document.evidence(), reason: reason.words(or: action)))
    }
}

struct ReopenCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: help(
            vi: "Mở lại việc đã hoàn thành; lần trình trước không tính nữa.",
            en: "Reopens what is completed; its submission no longer counts."),
        discussion: example("phuluc reopen 12 --reason \"Kế hoạch bị thu hồi\""))

    @OptionGroup var reason: ReasonOptions
    @OptionGroup var action: ActionOptions

    func run() throws { try action.perform(.reopen(reason: reason.words(or: action))) }
}

struct ReassignCommand: ServerCommand {
    static let configuration = CommandConfiguration(
        commandName: "reassign",
        abstract: help(vi: "Chuyển cho cơ quan chủ trì khác.", en: "Moves the obligation to another lead agency."),
        discussion: help(
            vi: "Tính từ ngày ghi (hoặc --on); trước đó vẫn tính cho cơ quan cũ.\n\n",
            en: "Counts from the day it is entered (or --on); before it the old agency stays on record.\n\n")
            + example("phuluc reassign 12 --to \"Sở Tài chính\" --reason \"Hợp nhất sở\""))

    @Option(
        help: argumentHelp(vi: "Cơ quan mới (tên hoặc mã).", en: "The new agency (name or id).", valueName: "agency"))
    var to: String

    @OptionGroup var reason: ReasonOptions
    @OptionGroup var action: ActionOptions

    func run() throws {
        let reason = reason.words(or: action)
        try action.perform(.reassign, ActionBody(reassigningTo: to.precomposed, reason: reason)) { tracker in
            .reassign(to: try tracker.agency(named: to, forObligation: action.id), reason: reason)
        }
    }
}
