internal import TrackerDomain
internal import TrackerImport
internal import TrackerStorage

/// One answer to a question: checked, and applied to the row that was asked about.
struct SettleSession {
    let request: SettleRequest
    let acting: AgencyID?
    /// The agency that the answer names.
    let meant: Agency?
    let now: Int64

    private var today: CivilDate { CivilDate(millisecondsSince1970: now) }

    /// The row as it reads with the answer.
    private struct Reading {
        let plan: Plan
        let activity: Activity
        let settlement: Settlement
        let row: RowReading
        let seeds: [ObligationSeed]
    }

    /// What would come of the answer.
    func outcome(in transaction: ReadTransaction) throws -> SettleOutcome {
        let reading = try reading(in: transaction)
        let stored = try transaction.obligations(ofActivity: reading.activity.id)
        return outcome(of: reading, ObligationRevision(of: stored, to: reading.seeds).summary)
    }

    func apply(to transaction: WriteTransaction) throws -> SettleOutcome {
        let reading = try reading(in: transaction.reading)
        let (plan, activity) = (reading.plan, reading.activity)
        try transaction.putSettlement(reading.settlement, activity: activity.id)
        var writer = RevisionWriter(
            transaction: transaction, plan: plan, standingAgency: reading.settlement.settledBy, now: now,
            because: .settled(Self.reason(reading.settlement)))
        let record = ActivityRecord(
            row: activity.row, position: try transaction.reading.position(ofActivity: activity.id),
            deadlineKind: reading.row.deadline.kind, condition: reading.row.condition, mentions: reading.row.mentions,
            questions: reading.row.questions)
        try writer.change(activity.id, to: record, seeds: reading.seeds)
        try SuccessionRun(at: now, in: transaction.reading).apply(toPlan: plan.id, in: transaction)
        return outcome(of: reading, writer.changes)
    }

    private func outcome(of reading: Reading, _ changes: ObligationChanges) -> SettleOutcome {
        SettleOutcome(
            settlement: reading.settlement, plan: reading.plan, activity: reading.activity,
            reading: reading.row.deadline, owners: reading.row.owners, obligations: changes,
            remaining: reading.row.questions, isDryRun: request.isDryRun, asOf: today)
    }

    private func reading(in transaction: ReadTransaction) throws -> Reading {
        guard let (question, id) = try transaction.question(request.question),
            let activity = try transaction.activity(id), let plan = try transaction.plan(activity.plan)
        else { throw TrackerError.notFound(.question(request.question), nearest: []) }
        let by = try settler(of: activity, plan, in: transaction)
        let settlement = Settlement(
            of: question.kind, words: question.words, answer: try answer(to: question, of: plan), by: by, on: today)
        let known = activity.settlements.filter { !$0.answers(question) }
        let reference = try Tracker.referenceData(in: transaction)
        let context = plan.deadlineContext
        var translator = RowTranslator(context: context, directory: reference.directory, territory: plan.territory)
        let row = translator.reading(of: activity.row, settlements: known + [settlement])
        let planner = ObligationPlanner(
            context: context, calendar: plan.settings.moving(reference.calendar), trackedFrom: plan.trackedFrom)
        return Reading(
            plan: plan, activity: activity, settlement: settlement, row: row,
            seeds: planner.seeds(for: row.deadline, owners: row.owners, isConditional: row.condition != nil))
    }

    /// In whose name it is settled; whoever holds the file acts for the standing agency.
    private func settler(
        of activity: Activity, _ plan: Plan, in transaction: ReadTransaction
    ) throws -> AgencyID? {
        guard try Self.settles(acting, by: request.access, rowOf: activity, on: today, in: transaction) else {
            throw refused(
                vi: "chỉ cơ quan thường trực hoặc cơ quan theo dõi lĩnh vực được làm rõ",
                en: "only the standing agency or the supervisor of the section settles")
        }
        return try acting ?? transaction.standingAgency(of: plan, on: today)
    }

    /// Whether an agency settles what is asked about a row: the standing agency of the plan does, and the supervisor of the
    /// section, as far as the token makes use of that; `nil` is whoever holds the file.
    static func settles(
        _ acting: AgencyID?, by access: AccessToken?, rowOf activity: Activity, on day: CivilDate,
        in transaction: ReadTransaction
    ) throws -> Bool {
        guard let acting else { return true }
        let keepers = try transaction.keepers(
            ofSection: activity.row.section.ordinal, plan: activity.plan, on: day)
        var roles: Set<Role> = []
        if acting == keepers.standing { roles.insert(.standing) }
        if acting == keepers.supervisor { roles.insert(.supervisor) }
        let member = Member(agency: acting, roles: roles).bounded(by: access)
        return !member.roles.isDisjoint(with: [.standing, .supervisor])
    }

    private func answer(to question: Question, of plan: Plan) throws -> Settlement.Answer {
        switch (question.kind.answerForm, request.answer) {
        case (.deadline, .deadline(let words)): return .deadline(try deadline(words, of: plan))
        case (.agency, .agency):
            guard let meant else { throw TrackerError.internal }
            return .agency(meant.id)
        case (.asRead, .asRead): return .asRead
        case (.deadline, _):
            throw refused(
                vi: "cần nêu thời hạn bằng lời đọc được hoặc một ngày (--deadline)",
                en: "it needs a deadline in words that can be read, or a date (--deadline)")
        case (.agency, _):
            throw refused(vi: "cần nêu cơ quan chủ trì (--agency)", en: "it needs the lead agency (--agency)")
        case (.asRead, _):
            throw refused(
                vi: "chỉ xác nhận được là đúng như đã đọc (--as-read); nếu không đúng, sửa tệp rồi nhập lại",
                en:
                    "it can only be confirmed as read (--as-read); where it is wrong, correct the file and import it again"
            )
        case (nil, _):
            throw refused(
                vi: "cơ quan không còn hoạt động: ghi việc kế nhiệm (agencies succeed) hoặc giao lại (reassign)",
                en: "the agency has ended: record its succession (agencies succeed) or reassign")
        }
    }

    /// The words of a deadline, which must be clear and give a date, or none on purpose.
    private func deadline(_ typed: String, of plan: Plan) throws -> String {
        let words = CivilDate(typed: typed)?.vietnamese ?? typed
        let context = plan.deadlineContext
        let reading = DeadlineReading(of: words, in: context)
        guard !reading.parts.contains(where: { $0.question != nil }) else {
            let why = LocalizedText(
                vi: reading.notes.map { $0.words(in: .vi) }.joined(separator: " "),
                en: reading.notes.map { $0.words(in: .en) }.joined(separator: " "))
            throw refused(
                vi: "“\(words)” vẫn chưa rõ. \(why.vi) Xem cách đọc bằng “phuluc explain”",
                en: "“\(words)” is not clear either. \(why.en) See how words are read with “phuluc explain”")
        }
        let needsDate = reading.parts.contains { part in
            switch part.rule {
            case .fixed, .recurring: true
            default: false
            }
        }
        let issued = plan.header.issued
        guard !needsDate || reading.occurrences(in: context).contains(where: { $0.nominalDue >= issued }) else {
            throw refused(
                vi: "“\(words)” không cho ngày nào từ \(issued.vietnamese) trong giai đoạn \(plan.period)",
                en: "“\(words)” gives no date from \(issued) within \(plan.period)")
        }
        return words
    }

    private func refused(vi: String, en: String) -> TrackerError {
        .settlementRefused(question: request.question, LocalizedText(vi: vi, en: en))
    }

    /// What the history says of the changes that follow.
    private static func reason(_ settlement: Settlement) -> String {
        let words = settlement.words.isEmpty ? "ô để trống" : "“\(settlement.words)”"
        return switch settlement.answer {
        case .deadline(let answer): "Làm rõ thời hạn: \(words) là “\(answer)”"
        case .agency(let id): "Làm rõ cơ quan chủ trì: \(words) là \(id)"
        case .asRead: "Xác nhận đúng như đã đọc: \(words)"
        }
    }
}
