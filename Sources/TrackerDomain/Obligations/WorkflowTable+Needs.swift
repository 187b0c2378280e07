extension WorkflowTable {
    /// What must be true of an obligation besides its stage.
    public enum Condition: Hashable, Sendable {
        /// It has a deadline, and no request to extend it is pending.
        case deadlineWithoutRequest
        /// A request to extend the deadline is pending.
        case request

        /// Why a state does not meet the condition; `nil` where it does.
        public func refusal(in state: ObligationState) -> ActionRefusal? {
            switch (self, state.extensionRequest) {
            case (.request, nil): .noExtensionRequested
            case (.request, _?): nil
            case (.deadlineWithoutRequest, let pending?): .extensionPending(pending)
            case (.deadlineWithoutRequest, nil): state.nominalDue == nil ? .noDeadlineToExtend : nil
            }
        }

        /// The condition in words.
        public func words(in language: Language) -> String {
            switch self {
            case .deadlineWithoutRequest:
                language(vi: "có thời hạn, không có đề nghị đang chờ", en: "a deadline, no request pending")
            case .request: language(vi: "có đề nghị gia hạn đang chờ", en: "a request is pending")
            }
        }
    }

    /// What an action must bring along.
    public enum Need: Hashable, Sendable {
        /// The day on which the event happened.
        case eventDay
        /// 0…100 per cent, or words where the percentage stays.
        case percentOrNote
        /// A document with number and date, or words where the product is no document.
        case documentOrNote
        /// A day that is later than the present nominal deadline.
        case laterDay
        case reason
        case note
        /// The document that decides it, where it is done by hand.
        case decision
        /// An agency that does not owe the obligation already.
        case anotherAgency

        /// Why an action lacks it; `nil` where it has it.
        public func refusal(of action: Action, in state: ObligationState) -> ActionRefusal? {
            switch (self, action) {
            case (.percentOrNote, .progress(let percent?, _)):
                (0...100).contains(percent) ? nil : .percentOutOfRange(percent)
            case (.documentOrNote, _):
                action.evidence == nil && action.note.isBlank ? .evidenceMissing : nil
            case (.laterDay, .requestExtension(let due, _)), (.laterDay, .grantExtension(let due?, _, _)):
                state.nominalDue.flatMap { due.nominal > $0 ? nil : .extensionNotLater(due.nominal, due: $0) }
            case (.decision, _):
                action.evidence == nil && action.cause == .byHand ? .decisionMissing(action.kind) : nil
            case (.anotherAgency, .reassign(let agency, _, _)):
                agency == state.agency ? .alreadyTheLead(agency) : nil
            case (.reason, _), (.note, _), (.percentOrNote, _):
                action.note.isBlank ? .reasonMissing(action.kind) : nil
            case (.eventDay, _), (.laterDay, _), (.anotherAgency, _):
                nil
            }
        }

        /// The need in words.
        public func words(in language: Language) -> String {
            switch self {
            case .eventDay: language(vi: "ngày xảy ra, văn bản nếu có", en: "day of the event, document if any")
            case .percentOrNote: language(vi: "0–100 % hoặc ghi chú", en: "0–100 % or a note")
            case .documentOrNote:
                language(vi: "văn bản (số, ngày) hoặc ghi chú", en: "document (number, date) or a note")
            case .laterDay: language(vi: "ngày sau thời hạn hiện tại", en: "a day later than the deadline")
            case .reason: language(vi: "lý do", en: "reason")
            case .note: language(vi: "nội dung", en: "words")
            case .decision: language(vi: "văn bản quyết định", en: "decision document")
            case .anotherAgency: language(vi: "cơ quan khác", en: "another agency")
            }
        }
    }
}

extension String {
    fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
