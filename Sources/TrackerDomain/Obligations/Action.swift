/// Something that an agency does to an obligation.
public enum Action: Hashable, Sendable {
    /// The awaited event or condition came about on a day; the deadline runs from now on. `due` is the deadline that
    /// follows from the event, where the words give one; otherwise the deadline stays as it is.
    case recordEvent(on: CivilDate, due: DueDate?, document: Evidence?, note: String)
    /// Work has begun.
    case start(note: String)
    /// A progress report: 0…100 per cent, or only a note; for ongoing work the check-in of the reporting period.
    case progress(percent: Int?, note: String)
    /// The product is handed in, with its document or, where it is no document, a note.
    case submit(evidence: Evidence?, note: String)
    /// The standing agency confirms the product.
    case accept(note: String)
    /// The standing agency returns the product for a stated reason.
    case `return`(reason: String)
    /// The plan was revised: the obligation is no longer in it.
    case withdraw(reason: String)
    /// The plan was revised or the work calendar corrected: the obligation has another deadline.
    case changeDeadline(to: DueDate?, reason: String)
    /// Another agency owes the obligation from now on.
    case reassign(to: AgencyID, reason: String)

    /// The kind of an action, without what it carries.
    public enum Kind: String, CaseIterable, Sendable {
        case recordEvent, start, progress, submit, accept, `return`, withdraw, changeDeadline, reassign
    }

    public var kind: Kind {
        switch self {
        case .recordEvent: .recordEvent
        case .start: .start
        case .progress: .progress
        case .submit: .submit
        case .accept: .accept
        case .return: .return
        case .withdraw: .withdraw
        case .changeDeadline: .changeDeadline
        case .reassign: .reassign
        }
    }

    /// The words that its author wrote.
    public var note: String {
        switch self {
        case .recordEvent(_, _, _, let note), .start(let note), .progress(_, let note), .submit(_, let note),
            .accept(let note):
            note
        case .return(let reason), .withdraw(let reason), .changeDeadline(_, let reason), .reassign(_, let reason):
            reason
        }
    }

    /// The document that it brings along.
    public var evidence: Evidence? {
        switch self {
        case .submit(let evidence, _), .recordEvent(_, _, let evidence, _): evidence
        default: nil
        }
    }
}

extension Action.Kind {
    /// The command that does it, "record-event".
    public var command: String { self == .recordEvent ? "record-event" : rawValue }

    /// Whether the action follows from a revised plan, a corrected calendar or a succession and is not done by hand.
    public var isDoneByRevision: Bool { [.withdraw, .changeDeadline, .reassign].contains(self) }

    /// The action in words, "trình kết quả".
    public func words(in language: Language) -> String {
        switch self {
        case .recordEvent: language(vi: "ghi nhận sự kiện", en: "event recorded")
        case .start: language(vi: "bắt đầu thực hiện", en: "started")
        case .progress: language(vi: "báo cáo tiến độ", en: "progress reported")
        case .submit: language(vi: "trình kết quả", en: "submitted")
        case .accept: language(vi: "xác nhận hoàn thành", en: "accepted")
        case .return: language(vi: "trả lại", en: "returned")
        case .withdraw: language(vi: "thôi theo dõi", en: "withdrawn")
        case .changeDeadline: language(vi: "đổi thời hạn", en: "deadline changed")
        case .reassign: language(vi: "chuyển cơ quan chủ trì", en: "reassigned")
        }
    }
}
