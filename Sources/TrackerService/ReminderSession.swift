internal import Foundation
internal import TrackerDelivery
internal import TrackerDomain
internal import TrackerStorage

/// The deciding part of a reminder run, in one transaction: which stages are new, to whom they go, and what is said.
struct ReminderSession {
    let day: CivilDate
    let options: ReminderOptions
    private let now: Int64
    private let policies: ReminderPolicies
    private let calendar: WorkCalendar
    private let successions: SuccessionTable
    /// The day on which recipients have to exist: also a run as of a past day goes to the agencies of today.
    private let readersDay: CivilDate
    private let standing: [Int64: AgencyID]
    private let leadership: [Int64: AgencyID]
    /// Who has an address for the channel; `nil` where none is needed.
    private let reachable: Set<AgencyID>?

    /// A stage that a recipient is to be told of.
    private struct Line {
        let candidate: ReminderCandidate
        let stage: ReminderStage
        let policy: ReminderPolicy
        let recipient: AgencyID
    }

    init(on day: CivilDate, _ options: ReminderOptions, now: Int64, in transaction: ReadTransaction) throws {
        self.day = day
        self.options = options
        self.now = now
        readersDay = max(day, CivilDate(millisecondsSince1970: now))
        policies = try Tracker.reminderPolicies(in: transaction)
        calendar = try transaction.workCalendar()
        successions = try transaction.successionTable()
        reachable = try options.channel.address.map(transaction.agencies(with:))
        var standing: [Int64: AgencyID] = [:]
        var leadership: [Int64: AgencyID] = [:]
        for plan in try transaction.plans() {
            standing[plan.id] = plan.standingAgency.flatMap { [successions, readersDay] in
                successions.heir(of: $0, on: readersDay)
            }
            leadership[plan.id] = try transaction.issuer(of: plan.territory, on: readersDay)
        }
        self.standing = standing
        self.leadership = leadership
    }

    /// The next day on which something goes out, where nothing does on this one.
    var deferredTo: CivilDate? {
        guard !options.ignoresDaysOff, policies.all.allSatisfy({ !$0.sends(on: day, calendar: calendar) }) else {
            return nil
        }
        return policies.all.map { $0.sendingDay(onOrAfter: day, calendar: calendar) }.min()
    }

    /// Writes what is new into the ledger, as messages ready to be claimed; returns how many obligations have nobody to tell.
    func plan(in transaction: WriteTransaction) throws -> Int {
        let channel = options.channel
        try cancelOutdated(in: transaction)
        let unsent = try transaction.reading.obligationsWithUnsentReminders(channel: channel)
        var withoutRecipient = 0
        var messages: [AgencyID: [Line]] = [:]
        var waiting: [Line] = []
        for candidate in try candidates(in: transaction.reading) {
            let (policy, _) = policies.policy(plan: candidate.plan, agency: candidate.agency)
            guard let stage = policy.stage(for: candidate.effectiveDue, cadence: candidate.cadence, on: day) else {
                continue
            }
            let recipients = recipients(of: candidate, policy.escalated(stage))
            if recipients.isEmpty { withoutRecipient += 1 }
            for recipient in recipients {
                let line = Line(candidate: candidate, stage: stage, policy: policy, recipient: recipient)
                guard try !transaction.reading.isReminded(key(line), stage: stage, on: day) else { continue }
                if unsent.contains(candidate.obligation) {
                    try transaction.supersedeReminders(key(line), before: stage)
                }
                if sends(line) { messages[recipient, default: []].append(line) } else { waiting.append(line) }
            }
            guard unsent.contains(candidate.obligation) else { continue }
            try transaction.cancelWaiting(
                candidate.obligation, version: candidate.deadlineVersion, after: stage, channel: channel,
                except: recipients)
        }
        for line in waiting { try record(line, message: nil, in: transaction) }
        for recipient in messages.keys.sorted() {
            try write(messages[recipient] ?? [], to: recipient, in: transaction)
        }
        try transaction.advanceReminders(of: channel, through: day)
        return withoutRecipient
    }

    // MARK: What to look at

    private func candidates(in transaction: ReadTransaction) throws -> [ReminderCandidate] {
        let progress = try transaction.reminderProgress(of: options.channel)
        return try transaction.reminderCandidates(
            try scope(after: progress, in: transaction), since: progress, dueBy: day.adding(days: policies.horizon),
            channel: options.channel)
    }

    private func scope(after progress: ReminderProgress?, in transaction: ReadTransaction) throws -> ReminderScope {
        // After a run of a later day the clock has been set back, or that run was made as of its day.
        guard let last = progress?.decidedThrough, last <= day else { return .everything }
        guard let earliest = try transaction.earliestOwed() else { return .due([]) }
        return .due(policies.dueDates(reachingStageAfter: last, through: day, from: earliest))
    }

    private func cancelOutdated(in transaction: WriteTransaction) throws {
        try transaction.cancelOutdatedMessages(channel: options.channel, on: day, now: now)
        for recipient in try transaction.reading.recipientsOfUnsent(channel: options.channel)
        where successions.heir(of: recipient, on: readersDay) != recipient {
            try transaction.cancelMessages(to: recipient, channel: options.channel, now: now)
        }
    }

    // MARK: Whom to tell

    /// The lead agency, and whom the policy escalates to. An agency that no longer exists reads no mail; where nobody took
    /// over, or the lead is not known, the standing agency is told instead.
    private func recipients(
        of candidate: ReminderCandidate, _ escalated: [ReminderEscalation.Recipient]
    ) -> [AgencyID] {
        let standing = standing[candidate.plan]
        let others = escalated.map { recipient in
            switch recipient {
            case .standing: standing
            case .leadership: leadership[candidate.plan]
            }
        }
        var recipients: [AgencyID] = []
        for agency in [lead(of: candidate) ?? standing] + others {
            if let agency, !recipients.contains(agency) { recipients.append(agency) }
        }
        return recipients
    }

    private func lead(of candidate: ReminderCandidate) -> AgencyID? {
        candidate.agency.flatMap { successions.heir(of: $0, on: readersDay) }
    }

    private func sends(_ line: Line) -> Bool {
        (options.ignoresDaysOff || line.policy.sends(on: day, calendar: calendar))
            && (reachable?.contains(line.recipient) ?? true)
    }

    private func plansKept(by agency: AgencyID) -> [Int64] {
        standing.filter { $0.value == agency }.keys.sorted()
    }

    // MARK: What to write

    private func key(_ line: Line) -> ReminderKey {
        ReminderKey(
            obligation: line.candidate.obligation, deadlineVersion: line.candidate.deadlineVersion,
            recipient: line.recipient, channel: options.channel)
    }

    private func record(_ line: Line, message: Int64?, in transaction: WriteTransaction) throws {
        let key = key(line)
        let owner = lead(of: line.candidate) ?? standing[line.candidate.plan]
        let missed = line.policy.stages(
            before: line.stage, effectiveDue: line.candidate.effectiveDue, cadence: line.candidate.cadence)
        // Others have missed only what would have been escalated to them.
        for stage in missed
        where line.recipient == owner
            || recipients(of: line.candidate, line.policy.escalated(stage)).contains(line.recipient)
        {
            try transaction.recordMissed(key, stage: stage, on: day)
        }
        try transaction.planReminder(key, stage: line.stage, message: message, on: day)
    }

    private func write(_ lines: [Line], to recipient: AgencyID, in transaction: WriteTransaction) throws {
        let number = try transaction.reading.nextMessageNumber()
        let message = try render(lines, to: recipient, number: number, in: transaction.reading)
        try transaction.insertMessage(
            number, runOn: day, recipient: recipient, channel: options.channel, body: try Self.body(of: message),
            now: now)
        for line in lines { try record(line, message: number, in: transaction) }
    }

    private func render(
        _ lines: [Line], to recipient: AgencyID, number: Int64, in transaction: ReadTransaction
    ) throws -> OutgoingMessage {
        let entries = try lines.compactMap { line in
            try transaction.obligation(line.candidate.obligation).map { entry in
                lead(of: line.candidate) == nil ? entry.withoutAgency : entry
            }
        }
        let name = try transaction.agencyName(recipient, on: day) ?? recipient.description
        let letter = ReminderLetter(
            recipient: recipient, recipientName: name,
            issuerName: try transaction.issuerName(of: recipient.territory, otherThan: recipient), day: day,
            entries: entries, overview: try overview(for: recipient, in: transaction)
        ).written(in: options.language)
        return OutgoingMessage(
            number: number, messageID: "<phuluc.\(number).\(now)@\(options.domain)>",
            recipient: recipient.description, recipientName: name, addresses: [], writtenAt: now,
            day: day.description, language: options.language, subject: letter.subject, text: letter.text,
            html: letter.html,
            items: lines.map {
                .init(
                    obligation: $0.candidate.obligation, deadlineVersion: $0.candidate.deadlineVersion,
                    stage: $0.stage.name)
            })
    }

    /// How things stand altogether, for an agency that keeps plans.
    private func overview(
        for recipient: AgencyID, in transaction: ReadTransaction
    ) throws -> ReminderLetter.Overview? {
        let plans = plansKept(by: recipient)
        return plans.isEmpty ? nil : try .init(ofPlans: plans, on: day, in: transaction)
    }

    private static func body(of message: OutgoingMessage) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(message), as: UTF8.self)
    }
}

extension ObligationEntry {
    /// What nobody took over is its reader's own to settle, like a lead that is not known.
    fileprivate var withoutAgency: ObligationEntry {
        var obligation = obligation
        obligation.state.agency = nil
        return with(obligation, agencyName: agencyName)
    }
}
