/// Somebody who owes an activity: an agency of the directory, or words that the directory does not know.
public struct Owner: Hashable, Sendable {
    public let agency: AgencyID?
    /// The words of the row; they stand in for an agency that is not known.
    public let words: String

    public init(agency: AgencyID?, words: String) {
        self.agency = agency
        self.words = words
    }

    /// What tells owners of one activity apart: the agency's id, else the words.
    public var key: String { agency?.description ?? words }
}

/// An obligation that is about to be: everything but its number.
public struct ObligationSeed: Hashable, Sendable {
    public let owner: Owner
    /// Which part of the deadline reading it follows from.
    public let part: Int
    /// The part's own words where the cell holds several deadlines, "Báo cáo quý, 6 tháng và năm"; otherwise empty.
    public let partLabel: String
    public let period: String
    public let cadence: String
    public let due: DueDate?
    public let stage: Stage
    public let isConditional: Bool
    /// Whether it is due on or after the day from which the plan is tracked.
    public let isTracked: Bool
}

/// Turns a row's readings into obligations: one for each agency and period.
///
/// ```swift
/// planner.seeds(for: reading, owners: [soTuPhap], isConditional: false)
/// // "Tháng 1 hàng năm", 2021–2030: nine seeds, 2022…2030
/// ```
public struct ObligationPlanner: Sendable {
    public let context: DeadlineContext
    /// The work calendar that moves due dates; none where the plan's settings say that they stay.
    public let calendar: WorkCalendar?
    /// The day from which the plan is tracked; what was due before is counted apart.
    public let trackedFrom: CivilDate

    public init(context: DeadlineContext, calendar: WorkCalendar?, trackedFrom: CivilDate) {
        self.context = context
        self.calendar = calendar
        self.trackedFrom = trackedFrom
    }

    /// All obligations of a row, owner by owner, each in order of its dates.
    ///
    /// - A date or a recurring date gives one obligation for each period, waiting where the task names a condition.
    /// - Ongoing work gives one without a due date, which asks for a check-in each reporting period.
    /// - An event, a reference and what is unresolved give one that waits.
    public func seeds(for reading: DeadlineReading, owners: [Owner], isConditional: Bool) -> [ObligationSeed] {
        let dated = Self.distinct(reading.occurrences(in: context))
        return owners.flatMap { owner in
            let withDate = dated.map { occurrence in
                seed(
                    owner: owner, part: occurrence.part, of: reading, period: occurrence.period,
                    cadence: reading.parts[occurrence.part].rule.cadence.rawValue,
                    due: DueDate(nominal: occurrence.nominalDue, calendar: calendar),
                    stage: isConditional ? .waiting : .notStarted, isConditional: isConditional)
            }
            let withoutDate = reading.parts.enumerated().compactMap { index, part in
                Self.undated(part.rule).map { cadence, stage in
                    seed(
                        owner: owner, part: index, of: reading, period: period, cadence: cadence, due: nil,
                        stage: isConditional && stage == .notStarted ? .waiting : stage, isConditional: isConditional)
                }
            }
            return withDate + withoutDate
        }
    }

    /// Two due dates of one part within one period ("01/6 và 15/6 hằng năm") are told apart by their days.
    private static func distinct(_ occurrences: [Occurrence]) -> [Occurrence] {
        var names: Set<[String]> = []
        return occurrences.map { occurrence in
            guard !names.insert([String(occurrence.part), occurrence.period]).inserted else { return occurrence }
            return Occurrence(
                period: occurrence.nominalDue.description, nominalDue: occurrence.nominalDue, part: occurrence.part)
        }
    }

    /// The name of ongoing work among the cadences: no due date, a check-in each reporting period.
    public static let ongoingCadence = "ongoing"
    /// The name for obligations without any date.
    public static let undatedCadence = "none"

    /// Cadence and first stage of a rule without dates; `nil` for a rule that has them.
    private static func undated(_ rule: DeadlineRule) -> (String, Stage)? {
        switch rule {
        case .ongoing: (ongoingCadence, .notStarted)
        case .event, .reference, .unresolved: (undatedCadence, .waiting)
        case .done: (undatedCadence, .completed)
        case .fixed, .recurring: nil
        }
    }

    private var period: String { ReportingPeriod.years(context.years).description }

    private func seed(
        owner: Owner, part: Int, of reading: DeadlineReading, period: String, cadence: String, due: DueDate?,
        stage: Stage, isConditional: Bool
    ) -> ObligationSeed {
        ObligationSeed(
            owner: owner, part: part, partLabel: reading.parts.count > 1 ? reading.parts[part].label : "",
            period: period, cadence: cadence, due: due, stage: stage,
            isConditional: isConditional, isTracked: due.map { $0.effective >= trackedFrom } ?? true)
    }
}

extension ObligationSeed {
    /// The obligation's first state, which counts from the plan's tracking date.
    public func firstState(since day: CivilDate) -> ObligationState {
        ObligationState(
            since: day, stage: stage, agency: owner.agency, nominalDue: due?.nominal, effectiveDue: due?.effective)
    }
}
