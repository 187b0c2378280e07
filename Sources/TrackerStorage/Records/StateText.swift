internal import Foundation
internal import GRDB
internal import TrackerDomain

/// A state as JSON text with sorted keys, for the old and new side of an event. What there is none of is left out.
enum StateText {
    private struct Fields: Codable {
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

    static func encode(_ state: ObligationState) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let request = state.extensionRequest
        let fields = Fields(
            since: state.since.description, stage: state.stage.rawValue, agency: state.agency?.description,
            progress: state.progress, nominalDue: state.nominalDue?.description,
            effectiveDue: state.effectiveDue?.description, originalNominal: state.originalDue?.nominal.description,
            originalEffective: state.originalDue?.effective.description, deadlineVersion: state.deadlineVersion,
            extensions: state.extensions, requestedDue: request?.due.nominal.description,
            requestedEffective: request?.due.effective.description, requestedOn: request?.askedOn.description,
            requestReason: request?.reason, suspendedIn: state.suspendedIn?.rawValue,
            submittedOn: state.submittedOn?.description, reportedOn: state.reportedOn?.description,
            version: state.version)
        return String(decoding: try encoder.encode(fields), as: UTF8.self)
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
