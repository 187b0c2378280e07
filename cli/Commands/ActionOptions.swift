import ArgumentParser
import Foundation
import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// What every action has: the obligation, the words, the day, the version that the caller saw.
struct ActionOptions: ParsableArguments {
    @Argument(help: argumentHelp(vi: "Số của nghĩa vụ.", en: "The obligation's number.", valueName: "id"))
    var id: Int64

    @Option(help: argumentHelp(vi: "Ghi chú.", en: "A note.", valueName: "text"))
    var note = ""

    @Option(
        name: .customLong("on"),
        help: argumentHelp(
            vi: "Tính từ ngày này (chỉ cơ quan thường trực ghi được ngày đã qua).",
            en: "Counts from this day (only the standing agency enters earlier days).", valueName: "date"))
    var countsOn: CivilDate?

    @Option(
        help: argumentHelp(
            vi: "Từ chối nếu phiên bản khác số này.", en: "Refuse if the version is another.", valueName: "n"))
    var ifVersion: Int?

    @OptionGroup var options: GlobalOptions

    /// Does an action and writes what it has changed.
    func perform(_ action: Action) throws {
        try perform(action.kind, ActionBody(action)) { _ in action }
    }

    /// - Parameters:
    ///   - body: what a server is told, which looks up by itself what `action` looks up in the store.
    func perform(_ kind: Action.Kind, _ body: ActionBody, _ action: (Tracker) throws -> Action) throws {
        let context = CommandContext(options)
        guard options.format != .csv else { throw CommandContext.notAList }
        guard let server = try context.server() else {
            let tracker = try context.tracker()
            let outcome = try tracker.perform(
                ActionRequest(
                    obligation: id, action: try action(tracker), agency: options.agency, countsOn: countsOn,
                    seenVersion: ifVersion))
            return try context.write(ActionView(outcome: outcome))
        }
        var body = body
        body.countsOn = countsOn?.description
        var request = ServerRequest(
            posting: Data(JSONText.encode(body).utf8), as: "application/json",
            to: "/v1/obligations/\(id)/\(kind.rawValue)")
        request.seenVersion = try ifVersion ?? server.version(ofObligation: id, in: context.language)
        try context.write(answerOf: server, to: request)
    }

    /// Words that a person typed, composed (NFC) as everything in the store is.
    var composedNote: String { note.precomposed }
}

/// Why something is done; `--note` says it as well.
struct ReasonOptions: ParsableArguments {
    @Option(help: argumentHelp(vi: "Lý do.", en: "The reason.", valueName: "text"))
    var reason = ""

    func words(or action: ActionOptions) -> String { reason.isEmpty ? action.composedNote : reason.precomposed }
}

/// The document that an action brings along.
struct DocumentOptions: ParsableArguments {
    @Option(
        help: argumentHelp(
            vi: "Số, ký hiệu văn bản.", en: "The document's number and symbol.", valueName: "symbol"))
    var document: String?

    @Option(help: argumentHelp(vi: "Ngày văn bản.", en: "The document's date.", valueName: "date"))
    var dated: CivilDate?

    @Option(help: argumentHelp(vi: "Trích yếu.", en: "The document's subject.", valueName: "text"))
    var subject = ""

    /// The document; both number and date are needed, or neither.
    func evidence() throws(TrackerError) -> Evidence? {
        guard document != nil || dated != nil else { return nil }
        guard let document, let dated else {
            throw .invalidInput(
                name: "--document, --dated", value: document ?? dated?.vietnamese ?? "",
                hint: LocalizedText(
                    vi: "cần cả số ký hiệu (--document) và ngày (--dated).",
                    en: "both the symbol (--document) and the date (--dated) are needed."))
        }
        guard let number = DocumentNumber(document.precomposed) else {
            throw .invalidInput(
                name: "--document", value: document,
                hint: LocalizedText(vi: "viết như 123/QĐ-STP.", en: "write it like 123/QĐ-STP."))
        }
        return Evidence(number: number, date: dated, title: subject.precomposed)
    }
}
