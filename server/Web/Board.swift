import TrackerDomain
import TrackerImport
import TrackerPayloads
import TrackerService

/// The board: what a browser asks for → one call of the tracker → a page. Knows nothing of HTTP.
struct Board: Sendable {
    let tracker: Tracker
    let shared: SharedCounts
    private let render: Renderer

    /// Makes the HTML of a page in a language.
    typealias Renderer = @Sendable (any BoardPage, Language) throws(TrackerError) -> String

    init(tracker: Tracker) throws {
        let templates = try BoardTemplates()
        self.init(tracker: tracker) { page, language throws(TrackerError) in try templates.html(page, in: language) }
    }

    init(tracker: Tracker, render: @escaping Renderer) {
        self.tracker = tracker
        shared = SharedCounts(tracker)
        self.render = render
    }

    func answer(_ request: BoardRequest) -> BoardAnswer {
        do {
            guard let (route, values) = Self.route(for: request) else { return missing(request) }
            try Tracker.requireAccess(route.permission, of: try request.access())
            if let form = request.form, !(request.session?.accepts(form["formToken"]) ?? false) {
                return try route.showAgain?(self, values, request) ?? foreignForm(request)
            }
            return try route.answer(self, values, request) ?? missing(request)
        } catch {
            return problem(error as? TrackerError ?? .internal, request)
        }
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

    func problem(_ error: TrackerError, _ request: BoardRequest) -> BoardAnswer {
        let document = ProblemDocument(error, language: request.language)
        let words = Wording(language: request.language)
        return problem(
            document.title, words.problem(error), status: document.status, back: Self.wholeList(error, request, words),
            request)
    }

    /// The list that was narrowed to something that there is not.
    private static func wholeList(_ error: TrackerError, _ request: BoardRequest, _ words: Wording) -> Link? {
        guard [404, 422].contains(status(of: error)), !request.query.isEmpty, request.path.count == 1,
            ListTopic(path: request.path[0]) != nil
        else { return nil }
        let day = (try? request.asOf()) ?? nil
        return Link(
            href: BoardLinks.address(request.address, day.map { ["asOf": $0.description] } ?? [:]),
            title: words(vi: "Về danh sách, bỏ lọc", en: "Back to the whole list"))
    }

    /// A form that did not come from a page of this session.
    func foreignForm(_ request: BoardRequest) -> BoardAnswer {
        let words = Wording(language: request.language)
        return problem(
            words(vi: "Không nhận biểu mẫu này", en: "This form is not taken"),
            words(
                vi: "Biểu mẫu không thuộc phiên đăng nhập này. Mở lại trang rồi gửi lại.",
                en: "The form does not belong to this session. Open the page again and send it once more."),
            status: 403, request)
    }

    func missing(_ request: BoardRequest) -> BoardAnswer {
        let words = Wording(language: request.language)
        let place = "/" + request.path.joined(separator: "/")
        return problem(
            words(vi: "Không có trang này", en: "No such page"),
            words(
                vi: "Địa chỉ “\(place)” không có trên bảng theo dõi.", en: "The board has no page “\(place)”."),
            status: 404, request)
    }

    func problem(
        _ heading: String, _ detail: String, status: Int, back: Link? = nil, _ request: BoardRequest
    ) -> BoardAnswer {
        var plain = request
        plain.query = [:]
        let frame = Frame(heading, for: plain, today: tracker.today)
        let shown = ProblemPage(frame: frame, heading: heading, detail: detail, back: back)
        let html = try? render(shown, request.language)
        return .page(status: status, html: html ?? detail)
    }
}

/// Something that did not work out.
struct ProblemPage: BoardPage {
    static let template = "problem"

    let frame: Frame
    let heading: String
    let detail: String
    /// Where to go on, nearer than the overview.
    let back: Link?
}
