import Foundation
import TestSupport
import TrackerDelivery
import TrackerDomain
import TrackerImport
import TrackerService

@testable import phuluc_server

/// A store of the plan of Sơn La on 08/02/2022 in the middle of work, and the board over it.
final class BoardFixture: Sendable {
    static let day = "2022-02-08"

    private let place: TemporaryFolder
    var path: String { place.file("kho.sqlite") }

    init(plans: [String] = ["son-la-2021-2030"]) throws {
        place = try TemporaryFolder()
        for plan in plans {
            _ = try tracker(on: "2021-10-05").importPlan(
                from: try ImportSource(path: Repository.appendixData("plans/\(plan)").path))
        }
        try work()
    }

    func tracker(on day: String = BoardFixture.day) throws -> Tracker {
        guard let today = CivilDate(iso: day) else { throw TrackerError.internal }
        return try Tracker(path: path, createsStore: true, ambient: .standing(at: today))
    }

    func board(on day: String = BoardFixture.day) throws -> Board { try Board(tracker: try tracker(on: day)) }

    /// Some of everything: submitted, completed, returned, asked for, reminded.
    private func work() throws {
        func act(_ id: Int64, _ action: Action, as agency: String? = nil, on day: String) throws {
            _ = try tracker(on: day).perform(ActionRequest(obligation: id, action: action, agency: agency))
        }
        guard let number = DocumentNumber("15/KH-STP"), let dated = CivilDate(iso: "2022-01-27"),
            let later = CivilDate(iso: "2022-06-30")
        else { return }
        let plan = Evidence(number: number, date: dated, title: "Kế hoạch kiểm tra công tác thi hành pháp luật 2022")
        let open = try tracker().overdue(ListRequest()).page.items.map(\.obligation.id)
        guard open.count > 3 else { return }
        try act(open[0], .progress(percent: 60, note: "Đã lấy ý kiến các sở"), on: "2022-01-20")
        try act(open[0], .submit(evidence: plan, note: ""), on: "2022-01-28")
        try act(open[0], .accept(note: ""), on: "2022-02-08")
        try act(open[1], .submit(evidence: nil, note: "Đã cập nhật đủ văn bản lên cơ sở dữ liệu"), on: "2022-02-07")
        try act(
            open[2], .requestExtension(to: DueDate(nominal: later), reason: "Chờ hướng dẫn của Bộ Nội vụ"),
            on: "2022-02-04")
        try act(open[2], .comment(note: "Đề nghị gửi dự thảo <b>trước</b> 15/02"), on: "2022-02-08")
        try remind(on: "2022-02-08")
    }

    func remind(on day: String) throws { _ = try tracker(on: day).remind(through: Taking()) }

    /// Nineteen more changes today: the newest three are alike, of three obligations, and the others in turn of two kinds.
    func haveABusyDay() throws {
        func act(_ id: Int64, _ action: Action) throws {
            _ = try tracker().perform(ActionRequest(obligation: id, action: action))
        }
        let ids = try tracker().checkInsMissing(ListRequest(limit: 3)).page.items.map(\.obligation.id)
        for percent in 1...8 {
            try act(ids[0], .comment(note: "Đang làm"))
            try act(ids[1], .progress(percent: percent, note: ""))
        }
        for id in ids { try act(id, .comment(note: "Đề nghị báo cáo")) }
    }

    /// A plan of so many ongoing tasks.
    func importOngoing(_ count: Int) throws {
        let header = "Mục,Lĩnh vực,STT,Nhiệm vụ/Hoạt động,Kết quả/Sản phẩm,Chủ trì,Phối hợp,Thời gian,Kinh phí"
        let lines = (1...count).map { "I,MỤC I,I.\($0),Việc \($0),Báo cáo,Sở Tư pháp,,Thường xuyên," }
        try Data(([header] + lines).joined(separator: "\n").utf8).write(to: place.url.appending(path: "activities.csv"))
        let plan = """
            {"number": "9/KH-UBND", "issuer": "UBND tỉnh Sơn La", "issued": "2022-01-04", "title": "Kế hoạch thử",
             "years": {"from": 2022, "to": 2022}, "territory": "son-la", "standingAgency": "Sở Nội vụ"}
            """
        try Data(plan.utf8).write(to: place.url.appending(path: "plan.json"))
        _ = try tracker(on: "2022-01-05").importPlan(from: try ImportSource(path: place.file("activities.csv")))
    }

    // MARK: Asking

    func request(
        _ address: String, language: Language = .vi, form: [String: String]? = nil,
        session: WebSession? = BoardFixture.session()
    ) -> BoardRequest {
        let parts = URLComponents(string: address)
        let query = (parts?.queryItems ?? []).map { ($0.name, $0.value ?? "") }
        return BoardRequest(
            path: (parts?.path ?? "").split(separator: "/").map(String.init),
            query: Dictionary(query, uniquingKeysWith: { $1 }), form: form, language: language, session: session)
    }

    /// Somebody who has signed in: the standing agency where nobody else is named.
    static func session(
        _ role: AccessRole = .standing, _ agency: String? = "son-la/so-noi-vu", name: String = "Sở Nội vụ",
        seesEverything: Bool = true
    ) -> WebSession {
        WebSession(
            access: AccessToken(
                id: 1, name: name, role: role, agency: agency.flatMap { AgencyID($0) }, createdAt: 0, expiresOn: nil),
            agencyName: name, seesEverything: seesEverything, formToken: "the-form-token")
    }
}

extension BoardAnswer {
    /// The text of the answer, whatever it is.
    var text: String {
        switch self {
        case .page(_, let html): html
        case .file(_, _, let text): text
        case .redirect(let address): "→ " + address
        }
    }

    var status: Int {
        if case .page(let status, _) = self { return status }
        return 200
    }
}

/// A receiving side that takes every message.
private struct Taking: Delivery {
    let channel = "stdout"

    func send(_ message: OutgoingMessage) {}
}
