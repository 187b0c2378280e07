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

    /// Written member by member, because each change of an obligation writes two states.
    static func encode(_ state: ObligationState) -> String {
        let request = state.extensionRequest
        var json = JSONObjectText(capacity: 384)
        func add(_ key: String, _ words: String?) {
            if let words { json.add(key, words) }
        }
        add("agency", state.agency?.description)
        json.add("deadlineVersion", state.deadlineVersion)
        add("effectiveDue", state.effectiveDue?.description)
        json.add("extensions", state.extensions)
        add("nominalDue", state.nominalDue?.description)
        add("originalEffective", state.originalDue?.effective.description)
        add("originalNominal", state.originalDue?.nominal.description)
        json.add("progress", state.progress)
        add("reportedOn", state.reportedOn?.description)
        add("requestReason", request?.reason)
        add("requestedDue", request?.due.nominal.description)
        add("requestedEffective", request?.due.effective.description)
        add("requestedOn", request?.askedOn.description)
        json.add("since", state.since.description)
        json.add("stage", state.stage.rawValue)
        add("submittedOn", state.submittedOn?.description)
        add("suspendedIn", state.suspendedIn?.rawValue)
        json.add("version", state.version)
        return json.text
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
