import TrackerDomain
import TrackerService

/// A list of obligations: what it is about, and the use case that gives it.
enum ListTopic: String, CaseIterable, Sendable {
    case overdue, due, confirm, extensions, checkIns, conditional, orphans, search

    init?(path: String) {
        guard let topic = Self.allCases.first(where: { $0.path == path }) else { return nil }
        self = topic
    }

    var path: String { self == .checkIns ? "check-ins" : rawValue }

    /// How many days ahead "due soon" looks where nobody says.
    static let dueDays = TimeStatus.dueSoonDays

    func list(
        _ request: ListRequest, within days: Int, of tracker: Tracker
    ) throws(TrackerError) -> ObligationList {
        switch self {
        case .overdue: return try tracker.overdue(request)
        case .due: return try tracker.due(request, withinDays: days)
        case .extensions: return try tracker.extensionRequests(request)
        case .checkIns: return try tracker.checkInsMissing(request)
        case .conditional: return try tracker.conditionalPastDue(request)
        case .orphans: return try tracker.orphans(request)
        case .search: return try tracker.list(request)
        case .confirm:
            var request = request
            request.filter.stage = .submitted
            return try tracker.list(request)
        }
    }

    func title(_ words: Wording) -> String {
        switch self {
        case .overdue: BoardSection.overdue.title(words)
        case .due: BoardSection.due.title(words)
        case .confirm: BoardSection.confirm.title(words)
        case .extensions: BoardSection.extensions.title(words)
        case .checkIns: BoardSection.checkIns.title(words)
        case .conditional: words(vi: "Chờ điều kiện", en: "Waiting for a condition")
        case .orphans: words(vi: "Chờ giao lại", en: "To be reassigned")
        case .search: words(vi: "Tìm kiếm", en: "Search")
        }
    }

    /// What the list holds, in a sentence with its number.
    func summary(_ number: String, isEmpty: Bool, days: Int, _ words: Wording) -> String {
        switch self {
        case .overdue:
            isEmpty
                ? words(vi: "Không có nghĩa vụ nào quá hạn.", en: "Nothing is overdue.")
                : words(
                    vi: "\(number) nghĩa vụ chưa xong mà thời hạn đã qua; trễ nhất đứng đầu.",
                    en: "Not done although the deadline has passed: \(number), the longest overdue first.")
        case .due:
            isEmpty
                ? words(vi: "Không có việc đến hạn trong \(days) ngày tới.", en: "Nothing is due within \(days) days.")
                : words(
                    vi: "\(number) nghĩa vụ đến hạn trong \(days) ngày tới.", en: "Due within \(days) days: \(number).")
        case .confirm:
            isEmpty
                ? words(vi: "Không có kết quả nào chờ xác nhận.", en: "Nothing waits to be confirmed.")
                : words(
                    vi: "\(number) kết quả đã trình, chờ cơ quan thường trực xác nhận hoặc trả lại.",
                    en: "Submitted, to be accepted or returned by the standing agency: \(number).")
        case .extensions:
            isEmpty
                ? words(vi: "Không có đề nghị gia hạn nào đang chờ.", en: "No extension is asked for.")
                : words(
                    vi: "\(number) đề nghị gia hạn chờ quyết định; hạn cũ vẫn tính cho đến khi được gia hạn.",
                    en: "Requests that wait for a decision: \(number). The old deadline holds until then.")
        case .checkIns:
            isEmpty
                ? words(vi: "Mọi việc thường xuyên đã có báo cáo của kỳ này.", en: "All ongoing tasks have reported.")
                : words(
                    vi: "\(number) việc thường xuyên chưa có báo cáo của kỳ này.",
                    en: "Ongoing tasks without a report in this period: \(number).")
        case .conditional:
            isEmpty
                ? words(
                    vi: "Không có nghĩa vụ có điều kiện nào đã qua ngày trong kế hoạch.",
                    en: "No conditional obligation is past its written date.")
                : words(
                    vi: "\(number) nghĩa vụ có điều kiện đã qua ngày trong kế hoạch mà chưa ai ghi nhận điều kiện; "
                        + "không tính là quá hạn.",
                    en: "Past their written date while nobody has recorded the condition: \(number). They do not count "
                        + "as overdue.")
        case .orphans:
            isEmpty
                ? words(vi: "Không có nghĩa vụ nào chờ giao lại.", en: "Nothing is to be reassigned.")
                : words(
                    vi: "\(number) nghĩa vụ của cơ quan không còn hoạt động.",
                    en: "Owed by agencies that no longer exist: \(number).")
        case .search:
            isEmpty
                ? words(vi: "Không tìm thấy nghĩa vụ nào.", en: "No obligation was found.")
                : words(vi: "\(number) nghĩa vụ.", en: "Obligations: \(number).")
        }
    }
}
