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
    /// The lead agency asks for a later deadline; the present one holds until it is granted.
    case requestExtension(to: DueDate, reason: String)
    /// The pending request is granted: up to another day where one is given, otherwise as asked.
    case grantExtension(to: DueDate?, decision: Evidence?, reason: String)
    /// The pending request is refused; the deadline stays.
    case refuseExtension(decision: Evidence?, reason: String)
    /// The deadline does not run until work is resumed.
    case suspend(reason: String)
    /// Back to the stage in which work was suspended, with the same deadline.
    case resume(reason: String)
    /// The obligation is no longer tracked: by a decision, or because a revised plan no longer has it.
    case withdraw(decision: Evidence?, reason: String, cause: Cause = .byHand)
    /// What was accepted is not done after all; the submission no longer counts.
    case reopen(reason: String)
    /// Another agency owes it from now on.
    case reassign(to: AgencyID, reason: String, cause: Cause = .byHand)
    /// Words of any agency of the row; nothing changes.
    case comment(note: String)
    /// The plan was revised or the work calendar corrected: the obligation has another deadline.
    case changeDeadline(to: DueDate?, reason: String, cause: Cause = .revision)

    /// The kind of an action, without what it carries.
    public enum Kind: String, CaseIterable, Sendable {
        case recordEvent, start, progress, submit, accept, `return`, requestExtension, grantExtension
        case refuseExtension, suspend, resume, withdraw, reopen, reassign, comment, changeDeadline
    }

    /// What made an action come about.
    public enum Cause: String, CaseIterable, Sendable {
        /// Somebody decided it.
        case byHand
        /// It follows from a revised edition of the plan.
        case revision
        /// It follows from what somebody has said that words of the row mean.
        case settlement
        /// It follows from a corrected day of the work calendar.
        case calendar
        /// It follows from the succession of agencies.
        case succession
    }

    public var kind: Kind {
        switch self {
        case .recordEvent: .recordEvent
        case .start: .start
        case .progress: .progress
        case .submit: .submit
        case .accept: .accept
        case .return: .return
        case .requestExtension: .requestExtension
        case .grantExtension: .grantExtension
        case .refuseExtension: .refuseExtension
        case .suspend: .suspend
        case .resume: .resume
        case .withdraw: .withdraw
        case .reopen: .reopen
        case .reassign: .reassign
        case .comment: .comment
        case .changeDeadline: .changeDeadline
        }
    }

    /// The words that its author wrote.
    public var note: String {
        switch self {
        case .recordEvent(_, _, _, let note), .start(let note), .progress(_, let note), .submit(_, let note),
            .accept(let note), .comment(let note):
            note
        case .return(let reason), .requestExtension(_, let reason), .grantExtension(_, _, let reason),
            .refuseExtension(_, let reason), .suspend(let reason), .resume(let reason), .withdraw(_, let reason, _),
            .reopen(let reason), .reassign(_, let reason, _), .changeDeadline(_, let reason, _):
            reason
        }
    }

    /// The document that it brings along: the product, the event's document, the decision.
    public var evidence: Evidence? {
        switch self {
        case .submit(let document, _), .recordEvent(_, _, let document, _), .grantExtension(_, let document, _),
            .refuseExtension(let document, _), .withdraw(let document, _, _):
            document
        default: nil
        }
    }

    /// What made it come about; ``Cause/byHand`` for all that only people do.
    public var cause: Cause {
        switch self {
        case .withdraw(_, _, let cause), .reassign(_, _, let cause), .changeDeadline(_, _, let cause): cause
        default: .byHand
        }
    }
}
