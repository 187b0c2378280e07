extension Action.Kind {
    /// The command that does it, "record-event".
    public var command: String {
        switch self {
        case .recordEvent: "record-event"
        case .requestExtension: "extend request"
        case .grantExtension: "extend grant"
        case .refuseExtension: "extend refuse"
        default: rawValue
        }
    }

    /// Whether the action only follows from a revised plan or a corrected calendar and is never done by hand.
    public var isNeverByHand: Bool { self == .changeDeadline }

    /// The action in words, "trình kết quả".
    public func words(in language: Language) -> String {
        switch self {
        case .recordEvent: language(vi: "ghi nhận sự kiện", en: "event recorded")
        case .start: language(vi: "bắt đầu thực hiện", en: "started")
        case .progress: language(vi: "báo cáo tiến độ", en: "progress reported")
        case .submit: language(vi: "trình kết quả", en: "submitted")
        case .accept: language(vi: "xác nhận hoàn thành", en: "accepted")
        case .return: language(vi: "trả lại", en: "returned")
        case .requestExtension: language(vi: "đề nghị gia hạn", en: "extension requested")
        case .grantExtension: language(vi: "cho gia hạn", en: "extension granted")
        case .refuseExtension: language(vi: "không cho gia hạn", en: "extension refused")
        case .suspend: language(vi: "tạm dừng", en: "suspended")
        case .resume: language(vi: "tiếp tục thực hiện", en: "resumed")
        case .withdraw: language(vi: "thôi theo dõi", en: "withdrawn")
        case .reopen: language(vi: "mở lại", en: "reopened")
        case .reassign: language(vi: "chuyển cơ quan chủ trì", en: "reassigned")
        case .comment: language(vi: "góp ý", en: "commented")
        case .changeDeadline: language(vi: "đổi thời hạn", en: "deadline changed")
        }
    }
}

extension Action.Cause {
    /// The cause in words, "kế hoạch sửa đổi"; empty for what is done by hand.
    public func words(in language: Language) -> String {
        switch self {
        case .byHand: ""
        case .revision: language(vi: "theo kế hoạch sửa đổi", en: "following the revised plan")
        case .settlement: language(vi: "sau khi làm rõ", en: "following a settled question")
        case .calendar: language(vi: "theo lịch làm việc", en: "following the work calendar")
        case .succession: language(vi: "theo sắp xếp cơ quan", en: "following the succession of agencies")
        }
    }
}
