internal import Foundation
internal import GRDB
package import TrackerDomain

/// A line of the history that is about to be written; the store gives it its place.
package struct EventDraft: Sendable {
    package let action: Action
    package let actor: AgencyID?
    package let recordedAt: Int64
    package let before: Obligation
    package let after: Obligation

    package init(action: Action, actor: AgencyID?, recordedAt: Int64, before: Obligation, after: Obligation) {
        self.action = action
        self.actor = actor
        self.recordedAt = recordedAt
        self.before = before
        self.after = after
    }
}

extension WriteTransaction {
    /// Adds a line to the end of the history, chained to the one before.
    package func appendEvent(_ draft: EventDraft) throws {
        try EventChain.append(
            [
                draft.after.id, draft.action.kind.rawValue, draft.actor?.description, draft.recordedAt,
                draft.after.state.since.description, try StateText.encode(draft.before.state),
                try StateText.encode(draft.after.state), draft.action.note,
                draft.action.evidence?.number.description, draft.action.evidence?.date.description,
                draft.action.evidence?.title,
            ], to: database)
    }
}

extension ReadTransaction {
    /// The history of an obligation, the oldest line first.
    package func events(ofObligation id: Int64) throws -> [Event] {
        try Row.fetchAll(
            database, sql: "SELECT * FROM event WHERE obligation_id = ? ORDER BY sequence", arguments: [id]
        ).map { row in
            let evidence: Evidence? = try (row["evidence_number"] as String?).flatMap { DocumentNumber($0) }.map {
                Evidence(number: $0, date: try row.day("evidence_date"), title: row["evidence_title"] ?? "")
            }
            let recordedAt: Int64 = row["recorded_at"]
            return Event(
                sequence: row["sequence"], obligation: id, action: try row.value("action"),
                actor: try row.optionalAgency("actor"), recordedAt: recordedAt,
                recordedOn: CivilDate(millisecondsSince1970: recordedAt), countsOn: try row.day("counts_on"),
                before: try StateText.decode(row["before"]), after: try StateText.decode(row["after"]),
                note: row["note"], evidence: evidence)
        }
    }
}

/// A state as JSON text with sorted keys, for the old and new side of an event.
enum StateText {
    private struct Fields: Codable {
        let since: String
        let stage: String
        let progress: Int
        let nominalDue: String?
        let effectiveDue: String?
        let deadlineVersion: Int
        let submittedOn: String?
        let reportedOn: String?
        let version: Int
    }

    static func encode(_ state: ObligationState) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let fields = Fields(
            since: state.since.description, stage: state.stage.rawValue, progress: state.progress,
            nominalDue: state.nominalDue?.description, effectiveDue: state.effectiveDue?.description,
            deadlineVersion: state.deadlineVersion, submittedOn: state.submittedOn?.description,
            reportedOn: state.reportedOn?.description, version: state.version)
        return String(decoding: try encoder.encode(fields), as: UTF8.self)
    }

    static func decode(_ text: String) throws -> ObligationState {
        let fields = try JSONDecoder().decode(Fields.self, from: Data(text.utf8))
        guard let since = CivilDate(iso: fields.since), let stage = Stage(rawValue: fields.stage) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT)
        }
        return ObligationState(
            since: since, stage: stage, progress: fields.progress,
            nominalDue: fields.nominalDue.flatMap { CivilDate(iso: $0) },
            effectiveDue: fields.effectiveDue.flatMap { CivilDate(iso: $0) },
            deadlineVersion: fields.deadlineVersion, submittedOn: fields.submittedOn.flatMap { CivilDate(iso: $0) },
            reportedOn: fields.reportedOn.flatMap { CivilDate(iso: $0) }, version: fields.version)
    }
}
