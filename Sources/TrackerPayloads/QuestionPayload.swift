package import TrackerDomain
package import TrackerService

/// What a person has to settle, as programs read it.
package struct QuestionPayload: Encodable, Sendable {
    package let id: Int64
    package let kind: String
    package let words: String
    package let nearest: [String]
    package let plan: String
    package let place: String
    package let title: String
    package let obligations: Int

    package init(_ entry: QuestionEntry) {
        id = entry.id
        kind = entry.question.kind.rawValue
        words = entry.question.words
        nearest = entry.question.nearest
        plan = entry.planNumber
        place = entry.place
        title = entry.title
        obligations = entry.obligations
    }
}

/// A page of questions.
package struct QuestionListPayload: Encodable, Sendable {
    package let items: [QuestionPayload]
    @Nullable package var next: String?
    package let asOf: String
    package let endedCooperation: Int

    package init(_ list: QuestionList, asOf day: CivilDate) {
        items = list.page.items.map(QuestionPayload.init)
        next = list.page.next
        asOf = day.description
        endedCooperation = list.endedCooperation
    }
}
