import TrackerDomain
import TrackerService

extension FormFields {
    /// The action that a sent form asks for.
    func action(_ kind: Action.Kind, on id: Int64, of tracker: Tracker, _ words: Wording) throws(TrackerError) -> Action
    {
        let reason = self.words("reason")
        switch kind {
        case .recordEvent:
            return .recordEvent(
                on: try needed(.happened, words), due: nil, document: try evidence(words), note: note)
        case .start: return .start(note: note)
        case .progress: return .progress(percent: try number("percent", label(.percent)), note: note)
        case .submit: return .submit(evidence: try evidence(words), note: note)
        case .accept: return .accept(note: note)
        case .return: return .return(reason: reason)
        case .requestExtension:
            return .requestExtension(to: DueDate(nominal: try needed(.to, words)), reason: reason)
        case .grantExtension:
            let due = try day("to", label(.to)).map { DueDate(nominal: $0) }
            return .grantExtension(to: due, decision: try evidence(words), reason: reason)
        case .refuseExtension: return .refuseExtension(decision: try evidence(words), reason: reason)
        case .suspend: return .suspend(reason: reason)
        case .resume: return .resume(reason: reason)
        case .withdraw: return .withdraw(decision: try evidence(words), reason: note)
        case .reopen: return .reopen(reason: reason)
        case .reassign:
            let name = self.words("agency")
            return .reassign(to: try tracker.agency(named: name, forObligation: id), reason: reason)
        case .comment: return .comment(note: note)
        case .changeDeadline: throw .refused(.notForRole(kind, needed: [], allowed: []), obligation: id)
        }
    }

    /// The day from which it counts, where it is not today.
    func countsOn() throws(TrackerError) -> CivilDate? { try day("countsOn", label(.countsOn)) }

    /// The version of the obligation that the form was made for.
    func version() throws(TrackerError) -> Int {
        let label = LocalizedText(vi: "phiên bản", en: "version")
        guard let version = try number("version", label) else {
            throw .invalidInput(
                name: label(.vi), value: "",
                hint: LocalizedText(vi: "mở lại trang rồi gửi lại.", en: "open the page again and send it once more."))
        }
        return version
    }

    private var note: String { words("note") }

    private func label(_ name: ActionForm.Name) -> LocalizedText {
        LocalizedText(vi: name.label(Wording(language: .vi)), en: name.label(Wording(language: .en)))
    }

    private func needed(_ name: ActionForm.Name, _ words: Wording) throws(TrackerError) -> CivilDate {
        guard let day = try day(name.rawValue, label(name)) else {
            throw Self.notADay("", in: name.label(words))
        }
        return day
    }

    /// The document; both number and date are needed, or neither.
    private func evidence(_ words: Wording) throws(TrackerError) -> Evidence? {
        let dated = try day("dated", label(.dated))
        guard given("document") != nil || dated != nil else { return nil }
        guard let document = given("document"), let dated else {
            throw .invalidInput(
                name: words(vi: "văn bản", en: "document"), value: given("document") ?? words.day(dated),
                hint: LocalizedText(
                    vi: "cần cả số ký hiệu và ngày.", en: "both the symbol and the date are needed."))
        }
        guard let number = DocumentNumber(document) else {
            throw .invalidInput(
                name: ActionForm.Name.document.label(words), value: document,
                hint: LocalizedText(vi: "viết như 123/QĐ-STP.", en: "write it like 123/QĐ-STP."))
        }
        return Evidence(number: number, date: dated, title: self.words("subject"))
    }
}
