import TrackerDomain
import TrackerImport
import TrackerPayloads
import TrackerService

/// The board: what a browser asks for → one call of the tracker → a page. Knows nothing of HTTP.
struct Board: Sendable {
    let tracker: Tracker
    private let templates: BoardTemplates

    init(tracker: Tracker) throws {
        self.tracker = tracker
        templates = try BoardTemplates()
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
        switch (path.first, path.count) {
        case (nil, _): return try overview(request)
        case (let name?, 1):
            if let topic = ListTopic(path: name) { return try list(topic, request) }
            if name.hasSuffix(".csv"), let topic = ListTopic(path: String(name.dropLast(4))) {
                return try csv(topic, request)
            }
        default: break
        }
        return nil
    }

    /// Does what a form asks for; `nil` where its address does nothing.
    private func change(_ request: BoardRequest) throws(TrackerError) -> BoardAnswer? {
        nil
    }

    func page(_ page: some BoardPage, status: Int = 200, _ request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        .page(status: status, html: try templates.html(page, in: request.language))
    }

    func csv(named name: String, _ records: [[String]]) -> BoardAnswer {
        .file(
            name: name + ".csv", type: "text/csv; charset=utf-8",
            // With the mark by which spreadsheets know that it is UTF-8.
            text: "\u{FEFF}" + records.map { DelimitedText.line($0) }.joined())
    }

    private func problem(_ error: TrackerError, _ request: BoardRequest) -> BoardAnswer {
        let document = ProblemDocument(error, language: request.language)
        return problem(document.title, document.detail, status: document.status, request)
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
        let html = try? templates.html(
            ProblemPage(frame: frame, heading: heading, detail: detail), in: request.language)
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
