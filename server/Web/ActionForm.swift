import TrackerDomain
import TrackerService

/// A form for one action of an obligation: its fields follow from what the workflow asks for.
struct ActionForm: Sendable {
    struct Field: Sendable {
        let id: String
        let name: String
        let label: String
        /// "text", "date" or "number"; nothing for a field of several lines.
        let type: String?
        let value: String
        let isNeeded: Bool
    }

    let title: String
    let address: String
    let isOpen: Bool
    let version: Int
    let formToken: String
    let fields: [Field]

    /// - Parameter sent: the fields as they were sent, where the form is shown again because something was wrong.
    init(
        _ kind: Action.Kind, for obligation: Obligation, entersOlderFacts: Bool, sent: [String: String]?,
        formToken: String, _ words: Wording
    ) {
        title = kind.title(words)
        address = "/obligations/\(obligation.id)/\(kind.rawValue)"
        isOpen = sent != nil
        version = obligation.state.version
        self.formToken = formToken
        fields = Self.inputs(of: kind, entersOlderFacts: entersOlderFacts).map { input in
            Field(
                id: "\(kind.rawValue)-\(input.name.rawValue)", name: input.name.rawValue,
                label: input.name.label(words),
                type: input.name.type, value: sent?[input.name.rawValue] ?? "", isNeeded: input.isNeeded)
        }
    }

    /// A field by its name in the form.
    enum Name: String, CaseIterable {
        case happened, percent, document, dated, subject, to, agency, note, reason, countsOn

        var type: String? {
            switch self {
            case .happened, .dated, .to, .countsOn: "date"
            case .percent: "number"
            case .document, .subject, .agency: "text"
            case .note, .reason: nil
            }
        }

        func label(_ words: Wording) -> String {
            switch self {
            case .happened: words(vi: "Ngày xảy ra", en: "Day it happened")
            case .percent: words(vi: "Tiến độ (%)", en: "Progress (%)")
            case .document: words(vi: "Số, ký hiệu văn bản", en: "Number and symbol of the document")
            case .dated: words(vi: "Ngày văn bản", en: "Date of the document")
            case .subject: words(vi: "Trích yếu", en: "Subject")
            case .to: words(vi: "Đến ngày", en: "Until")
            case .agency: words(vi: "Cơ quan mới (tên hoặc mã)", en: "New agency (name or id)")
            case .note: words(vi: "Ghi chú", en: "Note")
            case .reason: words(vi: "Lý do", en: "Reason")
            case .countsOn: words(vi: "Tính từ ngày (nếu không phải hôm nay)", en: "Counts from (if not today)")
            }
        }
    }

    private typealias Input = (name: Name, isNeeded: Bool)

    private static func inputs(of kind: Action.Kind, entersOlderFacts: Bool) -> [Input] {
        var inputs = (WorkflowTable.transition(for: kind)?.needs ?? []).flatMap { Self.inputs(for: $0, kind) }
        if kind == .grantExtension || kind == .refuseExtension { inputs += document(isNeeded: false) }
        if !inputs.contains(where: { $0.name == .note || $0.name == .reason }) { inputs.append((.note, false)) }
        if entersOlderFacts, kind != .comment { inputs.append((.countsOn, false)) }
        return inputs
    }

    private static func inputs(for need: WorkflowTable.Need, _ kind: Action.Kind) -> [Input] {
        switch need {
        case .eventDay: [(.happened, true)] + document(isNeeded: false)
        case .percentOrNote: [(.percent, false)]
        case .documentOrNote: document(isNeeded: false)
        // As asked where no other day is granted.
        case .laterDay: [(.to, kind == .requestExtension)]
        case .reason: [(.reason, true)]
        case .note: [(.note, true)]
        case .decision: document(isNeeded: true)
        case .anotherAgency: [(.agency, true)]
        }
    }

    private static func document(isNeeded: Bool) -> [Input] {
        [(.document, isNeeded), (.dated, isNeeded), (.subject, false)]
    }
}

extension Action.Kind {
    /// What its button says, "Trình kết quả".
    func title(_ words: Wording) -> String {
        switch self {
        case .recordEvent: words(vi: "Ghi nhận sự kiện", en: "Record the event")
        case .start: words(vi: "Bắt đầu thực hiện", en: "Begin the work")
        case .progress: words(vi: "Báo cáo tiến độ", en: "Report progress")
        case .submit: words(vi: "Trình kết quả", en: "Submit the product")
        case .accept: words(vi: "Xác nhận hoàn thành", en: "Accept")
        case .return: words(vi: "Trả lại", en: "Return")
        case .requestExtension: words(vi: "Đề nghị gia hạn", en: "Ask for an extension")
        case .grantExtension: words(vi: "Cho gia hạn", en: "Grant the extension")
        case .refuseExtension: words(vi: "Không cho gia hạn", en: "Refuse the extension")
        case .suspend: words(vi: "Tạm dừng", en: "Suspend")
        case .resume: words(vi: "Tiếp tục thực hiện", en: "Resume")
        case .withdraw: words(vi: "Thôi theo dõi", en: "Withdraw")
        case .reopen: words(vi: "Mở lại", en: "Reopen")
        case .reassign: words(vi: "Chuyển cơ quan chủ trì", en: "Reassign")
        case .comment: words(vi: "Góp ý", en: "Comment")
        case .changeDeadline: words(vi: "Đổi thời hạn", en: "Change the deadline")
        }
    }
}
