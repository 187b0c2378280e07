import TrackerDomain
import TrackerImport
import TrackerPayloads
import TrackerService

/// The board: what a browser asks for → one call of the tracker → a page. Knows nothing of HTTP.
struct Board: Sendable {
    let tracker: Tracker
    private let render: Renderer

    /// Makes the HTML of a page in a language.
    typealias Renderer = @Sendable (any BoardPage, Language) throws(TrackerError) -> String

    init(tracker: Tracker) throws {
        let templates = try BoardTemplates()
        self.init(tracker: tracker) { page, language throws(TrackerError) in try templates.html(page, in: language) }
    }

    init(tracker: Tracker, render: @escaping Renderer) {
        self.tracker = tracker
        self.render = render
    }

    func answer(_ request: BoardRequest) -> BoardAnswer {
        do throws(TrackerError) {
            return try (request.form == nil ? read(request) : change(request)) ?? missing(request)
        } catch {
            return problem(error, request)
        }
    }

    /// The page of an address; `nil` where there is none.
    private func read(_ request: BoardRequest) throws(TrackerError) -> BoardAnswer? {
        let path = request.path
        switch (path.first ?? "", path.count) {
        case ("", _): return try overview(request)
        case ("sign-in", 1): return try signIn(request)
        case ("settle", 1): return try questions(request)
        case ("settle", 2): return try Int64(path[1]).map { id throws(TrackerError) in try question(id, request) }
        case ("settle.csv", 1): return try questionsCSV(request)
        case ("plans", 1): return try plans(request)
        case ("plans", 2) where path[1].hasSuffix(".csv"): return try planCSV(String(path[1].dropLast(4)), request)
        case ("plans", 2): return try plan(path[1], request)
        case ("agencies", 1): return try agencies(request)
        case ("agencies", 3): return try agency("\(path[1])/\(path[2])", request)
        case ("obligations", 2):
            return try Int64(path[1]).map { id throws(TrackerError) in try obligation(id, request) }
        case ("overdue", 2) where path[1] == "print": return try report(request)
        case ("overdue", 3) where path[1] == "by":
            return try CountGrouping(rawValue: path[2]).map { group throws(TrackerError) in
                try grouped(by: group, request)
            }
        case (let name, 1): return try anyList(name, request)
        default: return nil
        }
    }

    private func anyList(_ name: String, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer? {
        if let topic = ListTopic(path: name) { return try list(topic, request) }
        guard name.hasSuffix(".csv"), let topic = ListTopic(path: String(name.dropLast(4))) else { return nil }
        return try csv(topic, request)
    }

    /// Does what a form asks for; `nil` where its address does nothing.
    private func change(_ request: BoardRequest) throws(TrackerError) -> BoardAnswer? {
        let path = request.path
        guard request.session.mayAct, request.form?["formToken"] == request.session.formToken else {
            return foreignForm(request)
        }
        if path.count == 2, path[0] == "settle", let id = Int64(path[1]) { return try settle(id, request) }
        guard path.count == 3, path[0] == "obligations", let id = Int64(path[1]),
            let kind = Action.Kind(rawValue: path[2])
        else { return nil }
        return try act(id, kind, request)
    }

    func page(_ page: some BoardPage, status: Int = 200, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        .page(status: status, html: try render(page, request.language))
    }

    /// The HTTP status that an error is answered with.
    static func status(of error: TrackerError) -> Int { error.code.httpStatus }

    func appendixFile(named name: String, _ rows: [AppendixRow]) -> BoardAnswer {
        .file(name: name + ".csv", type: Self.csvType, text: Self.byteOrderMark + DelimitedText.appendix(rows))
    }

    private static let csvType = "text/csv; charset=utf-8"
    /// The mark by which spreadsheets know that a file is UTF-8.
    private static let byteOrderMark = "\u{FEFF}"

    func csv(named name: String, _ records: [[String]]) -> BoardAnswer {
        .file(
            name: name + ".csv", type: Self.csvType,
            text: Self.byteOrderMark + records.map { DelimitedText.line($0) }.joined())
    }

    private func problem(_ error: TrackerError, _ request: BoardRequest) -> BoardAnswer {
        let document = ProblemDocument(error, language: request.language)
        let words = Wording(language: request.language)
        return problem(document.title, words.problem(error), status: document.status, request)
    }

    /// A form that did not come from a page of this session, or from somebody who only reads.
    private func foreignForm(_ request: BoardRequest) -> BoardAnswer {
        let words = Wording(language: request.language)
        return problem(
            words(vi: "Không nhận biểu mẫu này", en: "This form is not taken"),
            request.session.mayAct
                ? words(
                    vi: "Biểu mẫu không thuộc phiên đăng nhập này. Mở lại trang rồi gửi lại.",
                    en: "The form does not belong to this session. Open the page again and send it once more.")
                : words(
                    vi: "Tài khoản này chỉ được xem, không được thay đổi.", en: "With this account you can only read."),
            status: 403, request)
    }

    private func missing(_ request: BoardRequest) -> BoardAnswer {
        let words = Wording(language: request.language)
        return problem(
            words(vi: "Không có trang này", en: "No such page"),
            words(
                vi: "Địa chỉ “/\(request.path.joined(separator: "/"))” không có trên bảng theo dõi.",
                en: "The board has no page “/\(request.path.joined(separator: "/"))”."), status: 404, request)
    }

    private func problem(_ heading: String, _ detail: String, status: Int, _ request: BoardRequest) -> BoardAnswer {
        var plain = request
        plain.query = [:]
        let frame = Frame(heading, for: plain, today: tracker.today)
        let html = try? render(ProblemPage(frame: frame, heading: heading, detail: detail), request.language)
        return .page(status: status, html: html ?? detail)
    }
}

/// Something that did not work out.
struct ProblemPage: BoardPage {
    static let template = "problem"

    let frame: Frame
    let heading: String
    let detail: String
}
