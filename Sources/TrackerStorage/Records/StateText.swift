internal import Foundation
internal import GRDB
internal import TrackerDomain

/// A state as JSON text with sorted keys, for the old and new side of an event. What there is none of is left out.
enum StateText {
    private struct Fields: Decodable {
        let since: String
        let stage: String
        let agency: String?
        let progress: Int
        let nominalDue: String?
        let effectiveDue: String?
        let originalNominal: String?
        let originalEffective: String?
        let deadlineVersion: Int
        let extensions: Int
        let requestedDue: String?
        let requestedEffective: String?
        let requestedOn: String?
        let requestReason: String?
        let suspendedIn: String?
        let submittedOn: String?
        let reportedOn: String?
        let version: Int
    }

    /// Written by hand, because each change of an obligation writes two states and the general encoder takes ten times as
    /// long; only the words of a request need its escapes.
    static func encode(_ state: ObligationState) throws -> String {
        let request = state.extensionRequest
        var text = "{"
        func add(_ key: String, _ value: String?) {
            guard let value else { return }
            if text.utf8.count > 1 { text += "," }
            text += "\"\(key)\":\(value)"
        }
        func add(_ key: String, _ day: CivilDate?) { add(key, day.map { "\"\($0.description)\"" }) }
        func add(_ key: String, word: String?) { add(key, word.map { "\"\($0)\"" }) }
        add("agency", word: state.agency?.description)
        add("deadlineVersion", String(state.deadlineVersion))
        add("effectiveDue", state.effectiveDue)
        add("extensions", String(state.extensions))
        add("nominalDue", state.nominalDue)
        add("originalEffective", state.originalDue?.effective)
        add("originalNominal", state.originalDue?.nominal)
        add("progress", String(state.progress))
        add("reportedOn", state.reportedOn)
        add("requestReason", try request.map { try escaped($0.reason) })
        add("requestedDue", request?.due.nominal)
        add("requestedEffective", request?.due.effective)
        add("requestedOn", request?.askedOn)
        add("since", state.since)
        add("stage", word: state.stage.rawValue)
        add("submittedOn", state.submittedOn)
        add("suspendedIn", word: state.suspendedIn?.rawValue)
        add("version", String(state.version))
        return text + "}"
    }

    private static func escaped(_ words: String) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return String(decoding: try encoder.encode(words), as: UTF8.self)
    }

    static func decode(_ text: String) throws -> ObligationState {
        let fields = try JSONDecoder().decode(Fields.self, from: Data(text.utf8))
        guard let since = CivilDate(iso: fields.since), let stage = Stage(rawValue: fields.stage) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        var state = ObligationState(
            since: since, stage: stage, agency: fields.agency.flatMap { AgencyID($0) }, progress: fields.progress,
            nominalDue: day(fields.nominalDue), effectiveDue: day(fields.effectiveDue),
            deadlineVersion: fields.deadlineVersion, submittedOn: day(fields.submittedOn),
            reportedOn: day(fields.reportedOn), version: fields.version)
        state.originalDue = dueDate(fields.originalNominal, fields.originalEffective)
        state.extensions = fields.extensions
        if let due = dueDate(fields.requestedDue, fields.requestedEffective), let askedOn = day(fields.requestedOn) {
            state.extensionRequest = ExtensionRequest(due: due, reason: fields.requestReason ?? "", askedOn: askedOn)
        }
        state.suspendedIn = fields.suspendedIn.flatMap { Stage(rawValue: $0) }
        return state
    }

    private static func day(_ text: String?) -> CivilDate? { text.flatMap { CivilDate(iso: $0) } }

    private static func dueDate(_ nominal: String?, _ effective: String?) -> DueDate? {
        day(nominal).flatMap { nominal in day(effective).map { DueDate(nominal: nominal, effective: $0) } }
    }
}
