internal import Foundation
internal import TrackerDomain
internal import TrackerStorage

/// One reminder run: which stages are new, to whom they go, and what is said.
struct ReminderSession {
    let day: CivilDate
    /// Today, also where the run is made as of another day: it reads what stands today.
    let today: CivilDate
    let policy: ReminderPolicy
    let options: ReminderOptions

    /// A stage that is to be sent to a recipient.
    struct Line {
        let candidate: ReminderCandidate
        let stage: ReminderStage
    }

    /// What is to be sent, by recipient.
    struct Decision {
        var lines: [AgencyID: [Line]] = [:]
        var withoutRecipient = 0
    }

    /// Finds the obligations whose newest stage the ledger does not have yet.
    func decide(in transaction: ReadTransaction) throws -> Decision {
        var decision = Decision()
        let table = try transaction.successionTable()
        for var candidate in try transaction.reminderCandidates(dueBy: day.adding(days: policy.horizon)) {
            // An agency that no longer exists reads no mail; where nobody took over, the standing agency is told.
            candidate.agency = candidate.agency.flatMap { table.heir(of: $0, on: max(day, today)) }
            candidate.standingAgency = candidate.standingAgency.flatMap { table.heir(of: $0, on: max(day, today)) }
            guard let stage = policy.stage(for: candidate.effectiveDue, cadence: candidate.cadence, on: day) else {
                continue
            }
            let recipients = recipients(of: candidate, stage)
            if recipients.isEmpty { decision.withoutRecipient += 1 }
            for recipient in recipients {
                let newest = try transaction.newestReminder(for: key(candidate, recipient))
                if let newest, newest >= stage.date { continue }
                decision.lines[recipient, default: []].append(Line(candidate: candidate, stage: stage))
            }
        }
        return decision
    }

    /// The lead agency, and from the policy's escalation on the standing agency too. Where the lead is not known, the
    /// standing agency is told instead.
    private func recipients(of candidate: ReminderCandidate, _ stage: ReminderStage) -> [AgencyID] {
        var recipients = [candidate.agency ?? candidate.standingAgency].compactMap { $0 }
        if policy.escalates(stage), let standing = candidate.standingAgency, !recipients.contains(standing) {
            recipients.append(standing)
        }
        return recipients
    }

    private func key(_ candidate: ReminderCandidate, _ recipient: AgencyID) -> ReminderKey {
        ReminderKey(
            obligation: candidate.obligation, deadlineVersion: candidate.deadlineVersion, recipient: recipient,
            channel: options.channel)
    }

    /// Renders one message for each recipient, in the order of the recipients' ids.
    func render(_ decision: Decision, in transaction: ReadTransaction) throws -> [ReminderMessage] {
        try decision.lines.keys.sorted().map { recipient in
            let lines = decision.lines[recipient] ?? []
            let name = try transaction.agencyName(recipient, on: day) ?? recipient.description
            let letter = ReminderLetter(
                recipient: recipient, recipientName: name,
                issuerName: try transaction.issuerName(of: recipient.territory, otherThan: recipient), day: day,
                entries: try lines.compactMap { line in try entry(for: line, in: transaction) })
            return ReminderMessage(
                recipient: recipient.description, recipientName: name, channel: options.channel,
                obligations: lines.map { .init(id: $0.candidate.obligation, stage: $0.stage.name) },
                text: letter.written(in: options.language).text)
        }
    }

    /// What a message says of a line. What nobody took over is the recipient's own to settle, like a lead that is not known.
    private func entry(for line: Line, in transaction: ReadTransaction) throws -> ObligationEntry? {
        guard let entry = try transaction.obligation(line.candidate.obligation) else { return nil }
        guard line.candidate.agency == nil else { return entry }
        var obligation = entry.obligation
        obligation.state.agency = nil
        return entry.with(obligation, agencyName: entry.agencyName)
    }

    /// Writes messages and stages into the ledger.
    func record(
        _ decision: Decision, leaseUntil: Int64, in transaction: WriteTransaction
    ) throws -> [ReminderMessage] {
        var messages = try render(decision, in: transaction.reading)
        for (index, recipient) in decision.lines.keys.sorted().enumerated() {
            let body = String(decoding: try JSONEncoder().encode(messages[index]), as: UTF8.self)
            messages[index].number = try transaction.insertMessage(
                runOn: day, recipient: recipient, channel: options.channel, body: body, leaseUntil: leaseUntil)
            for line in decision.lines[recipient] ?? [] {
                let key = key(line.candidate, recipient)
                let missed = policy.stages(
                    before: line.stage, effectiveDue: line.candidate.effectiveDue, cadence: line.candidate.cadence)
                // The standing agency has missed only what would have been escalated to it.
                let owner = line.candidate.agency ?? line.candidate.standingAgency
                for stage in missed where recipient == owner || policy.escalates(stage) {
                    try transaction.recordReminder(key, stage: stage, message: nil)
                }
                try transaction.recordReminder(key, stage: line.stage, message: messages[index].number)
            }
        }
        return messages
    }

    func run(messages: [ReminderMessage], _ decision: Decision) -> ReminderRun {
        ReminderRun(
            asOf: day, isDryRun: options.isDryRun, deferredTo: nil, messages: messages,
            withoutRecipient: decision.withoutRecipient)
    }

    static func message(from stored: StoredMessage) throws -> ReminderMessage {
        var message = try JSONDecoder().decode(ReminderMessage.self, from: Data(stored.body.utf8))
        message.number = stored.id
        return message
    }
}
