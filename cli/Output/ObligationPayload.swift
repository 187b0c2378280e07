import TrackerDomain
import TrackerService

/// An obligation as programs read it; the keys stay.
struct ObligationPayload: Encodable {
    let id: Int64
    let plan: String
    let planID: Int64
    let section: String
    let ordinal: String
    let title: String
    let product: String
    @Nullable var agency: String?
    let agencyName: String
    let period: String
    let deadlineText: String
    /// Of several deadlines in one cell, the one that this obligation follows from; otherwise empty.
    let deadlinePart: String
    @Nullable var nominalDue: String?
    @Nullable var effectiveDue: String?
    let deadlineVersion: Int
    let stage: String
    let timeStatus: String
    let daysLate: Int
    let progress: Int
    let conditional: Bool
    let version: Int
    @Nullable var submittedOn: String?
    /// The deadline before any extension, and the status against it.
    @Nullable var originalNominalDue: String?
    @Nullable var originalEffectiveDue: String?
    let originalTimeStatus: String
    /// How many extensions were granted.
    let extensions: Int
    @Nullable var extensionRequest: Request?

    /// A request to extend the deadline that waits for its decision.
    struct Request: Encodable {
        let nominalDue: String
        let effectiveDue: String
        let askedOn: String
        /// Whether it was asked when the deadline had passed.
        let askedLate: Bool
        let reason: String
    }

    init(_ entry: ObligationEntry, asOf day: CivilDate) {
        let state = entry.obligation.state
        let status = state.timeStatus(on: day)
        id = entry.obligation.id
        plan = entry.planNumber
        planID = entry.planID
        section = entry.sectionOrdinal
        ordinal = entry.ordinal
        title = entry.title
        product = entry.product
        agency = entry.obligation.agency?.description
        agencyName = entry.agencyName
        period = entry.obligation.period
        deadlineText = entry.deadlineText
        deadlinePart = entry.partLabel
        nominalDue = state.nominalDue?.description
        effectiveDue = state.effectiveDue?.description
        deadlineVersion = state.deadlineVersion
        stage = state.stage.rawValue
        timeStatus = status.name
        daysLate = status.daysLate
        progress = state.progress
        conditional = entry.obligation.isConditional
        version = state.version
        submittedOn = state.submittedOn?.description
        originalNominalDue = state.originalDue?.nominal.description
        originalEffectiveDue = state.originalDue?.effective.description
        originalTimeStatus = state.timeStatus(on: day, against: .original).name
        extensions = state.extensions
        extensionRequest = state.extensionRequest.map { request in
            Request(
                nominalDue: request.due.nominal.description, effectiveDue: request.due.effective.description,
                askedOn: request.askedOn.description, askedLate: state.wasAskedLate(request), reason: request.reason)
        }
    }

    static let csvHeader = [
        "id", "plan", "section", "ordinal", "title", "product", "agency", "agencyName", "period", "deadlineText",
        "nominalDue", "effectiveDue", "deadlineVersion", "stage", "timeStatus", "daysLate", "progress", "conditional",
        "version", "submittedOn", "originalNominalDue", "originalEffectiveDue", "originalTimeStatus", "extensions",
    ]

    var csvRecord: [String] {
        [
            String(id), plan, section, ordinal, title, product, agency ?? "", agencyName, period, deadlineText,
            nominalDue ?? "", effectiveDue ?? "", String(deadlineVersion), stage, timeStatus, String(daysLate),
            String(progress), String(conditional), String(version), submittedOn ?? "",
            originalNominalDue ?? "", originalEffectiveDue ?? "", originalTimeStatus, String(extensions),
        ]
    }
}
