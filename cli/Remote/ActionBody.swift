import TrackerDomain

/// What an action brings along, as the API takes it.
struct ActionBody: Encodable {
    var happenedOn: String?
    var percent: Int?
    var to: String?
    var agency: String?
    var document: Document?
    var note: String?
    var reason: String?
    var countsOn: String?

    struct Document: Encodable {
        let number: String
        let date: String
        let title: String
    }

    /// The words of an action and its document, and what its kind has besides.
    init(_ action: Action) {
        document = action.evidence.map {
            Document(number: $0.number.description, date: $0.date.description, title: $0.title)
        }
        let words = action.note.isEmpty ? nil : action.note
        switch action {
        case .recordEvent, .start, .progress, .submit, .accept, .comment: note = words
        default: reason = words
        }
        switch action {
        case .recordEvent(let day, _, _, _): happenedOn = day.description
        case .progress(let percent, _): self.percent = percent
        case .requestExtension(let due, _): to = due.nominal.description
        case .grantExtension(let due, _, _): to = due?.nominal.description
        default: break
        }
    }

    /// Another lead agency, by the name that a person typed.
    init(reassigningTo agency: String, reason: String) {
        self.agency = agency
        self.reason = reason.isEmpty ? nil : reason
    }
}
