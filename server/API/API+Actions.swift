import HTTPTypes
import TrackerDomain
import TrackerService

extension API {
    /// The actions of the workflow. The last part of a path is the action's name as `allowedActions` has it.
    static let actionEndpoints: [Endpoint] = [
        action(.recordEvent, [Member("happenedOn", .day, isRequired: true), .document, .note]) { fields in
            .recordEvent(
                on: try fields.required("happenedOn", try fields.day("happenedOn")), due: nil,
                document: try fields.document(), note: try fields.note())
        },
        action(.start, [.note]) { .start(note: try $0.note()) },
        action(.progress, [Member("percent", .integer(0...100)), .note]) { fields in
            .progress(percent: try fields.integer("percent", in: 0...100), note: try fields.note())
        },
        action(.submit, [.document, .note]) { .submit(evidence: try $0.document(), note: try $0.note()) },
        action(.accept, [.note]) { .accept(note: try $0.note()) },
        action(.return, [.reason]) { .return(reason: try $0.reason()) },
        action(.requestExtension, [Member("to", .day, isRequired: true), .reason]) { fields in
            let day = try fields.required("to", try fields.day("to"))
            return .requestExtension(to: DueDate(nominal: day), reason: try fields.reason())
        },
        action(.grantExtension, [Member("to", .day), .document, .reason]) { fields in
            .grantExtension(
                to: try fields.day("to").map { DueDate(nominal: $0) }, decision: try fields.document(),
                reason: try fields.reason())
        },
        action(.refuseExtension, [.document, .reason]) { fields in
            .refuseExtension(decision: try fields.document(), reason: try fields.reason())
        },
        action(.suspend, [.reason]) { .suspend(reason: try $0.reason()) },
        action(.resume, [.reason]) { .resume(reason: try $0.reason()) },
        action(.withdraw, [.document, .reason]) { fields in
            .withdraw(decision: try fields.document(), reason: try fields.reason())
        },
        action(.reopen, [.reason]) { .reopen(reason: try $0.reason()) },
        action(.reassign, [Member("agency", .text, isRequired: true), .reason], looksUp: true) { fields, call in
            let name = try fields.required("agency", try fields.text("agency"))
            let agency = try call.tracker.agency(named: name, forObligation: try call.number("id"))
            return .reassign(to: agency, reason: try fields.reason())
        },
        action(.comment, [.note]) { .comment(note: try $0.note()) },
    ]

    private static func action(
        _ kind: Action.Kind, _ members: [Member], _ make: @escaping @Sendable (Fields) throws -> Action
    ) -> Endpoint {
        action(kind, members, looksUp: false) { fields, _ in try make(fields) }
    }

    private static func action(
        _ kind: Action.Kind, _ members: [Member], looksUp: Bool,
        _ make: @escaping @Sendable (Fields, Call) throws -> Action
    ) -> Endpoint {
        Endpoint(
            method: .post, path: "/v1/obligations/{id}/\(kind.rawValue)", operation: "\(kind.rawValue)Obligation",
            summary: LocalizedText(vi: kind.words(in: .vi), en: kind.words(in: .en)), permission: .act, parameters: [],
            work: .act(kind, body: members + [.countsOn], looksUp: looksUp, make), answers: "Obligation")
    }
}

extension Member {
    static let note = Member("note", .text)
    static let reason = Member("reason", .text)
    static let document = Member("document", .document)
    static let countsOn = Member("countsOn", .day)
}

extension Fields {
    func note() throws(TrackerError) -> String { try text("note") ?? "" }
    func reason() throws(TrackerError) -> String { try text("reason") ?? "" }

    /// `{"number": "15/KH-STP", "date": "2022-01-27", "title": "…"}`
    func document() throws(TrackerError) -> Evidence? {
        guard let fields = try object("document") else { return nil }
        try fields.requireOnly(["number", "date", "title"])
        return Evidence(
            number: try fields.required("number", try fields.documentNumber("number")),
            date: try fields.required("date", try fields.day("date")),
            title: try fields.text("title") ?? "")
    }
}
