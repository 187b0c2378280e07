package import TrackerDomain

/// An obligation as programs read it; the keys stay.
package struct ObligationPayload: Encodable, Sendable {
    package let id: Int64
    package let plan: String
    package let planID: Int64
    package let section: String
    package let ordinal: String
    package let title: String
    package let product: String
    @Nullable package var agency: String?
    package let agencyName: String
    package let period: String
    package let deadlineText: String
    /// Of several deadlines in one cell, the one that this obligation follows from; otherwise empty.
    package let deadlinePart: String
    @Nullable package var nominalDue: String?
    @Nullable package var effectiveDue: String?
    package let deadlineVersion: Int
    package let stage: String
    package let timeStatus: String
    package let daysLate: Int
    package let progress: Int
    package let conditional: Bool
    package let version: Int
    @Nullable package var submittedOn: String?
    /// The deadline before any extension, and the status against it.
    @Nullable package var originalNominalDue: String?
    @Nullable package var originalEffectiveDue: String?
    package let originalTimeStatus: String
    /// How many extensions were granted.
    package let extensions: Int
    @Nullable package var extensionRequest: Request?

    /// A request to extend the deadline that waits for its decision.
    package struct Request: Encodable, Sendable {
        package let nominalDue: String
        package let effectiveDue: String
        package let askedOn: String
        /// Whether it was asked when the deadline had passed.
        package let askedLate: Bool
        package let reason: String
    }

    package init(_ entry: ObligationEntry, asOf day: CivilDate) {
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

    package static let csvHeader = [
        "id", "plan", "section", "ordinal", "title", "product", "agency", "agencyName", "period", "deadlineText",
        "nominalDue", "effectiveDue", "deadlineVersion", "stage", "timeStatus", "daysLate", "progress", "conditional",
        "version", "submittedOn", "originalNominalDue", "originalEffectiveDue", "originalTimeStatus", "extensions",
    ]

    package var csvRecord: [String] {
        [
            String(id), plan, section, ordinal, title, product, agency ?? "", agencyName, period, deadlineText,
            nominalDue ?? "", effectiveDue ?? "", String(deadlineVersion), stage, timeStatus, String(daysLate),
            String(progress), String(conditional), String(version), submittedOn ?? "",
            originalNominalDue ?? "", originalEffectiveDue ?? "", originalTimeStatus, String(extensions),
        ]
    }
}

extension ObligationPayload: DirectlyEncodable {
    var json: JSONObjectText {
        var json = JSONObjectText(capacity: 1_536)
        json.add("agency", orNull: agency)
        json.add("agencyName", agencyName)
        json.add("conditional", conditional)
        json.add("daysLate", daysLate)
        json.add("deadlinePart", deadlinePart)
        json.add("deadlineText", deadlineText)
        json.add("deadlineVersion", deadlineVersion)
        json.add("effectiveDue", orNull: effectiveDue)
        if let extensionRequest {
            json.add("extensionRequest", extensionRequest.json)
        } else {
            json.addNull("extensionRequest")
        }
        json.add("extensions", extensions)
        json.add("id", id)
        json.add("nominalDue", orNull: nominalDue)
        json.add("ordinal", ordinal)
        json.add("originalEffectiveDue", orNull: originalEffectiveDue)
        json.add("originalNominalDue", orNull: originalNominalDue)
        json.add("originalTimeStatus", originalTimeStatus)
        json.add("period", period)
        json.add("plan", plan)
        json.add("planID", planID)
        json.add("product", product)
        json.add("progress", progress)
        json.add("section", section)
        json.add("stage", stage)
        json.add("submittedOn", orNull: submittedOn)
        json.add("timeStatus", timeStatus)
        json.add("title", title)
        json.add("version", version)
        return json
    }
}

extension ObligationPayload.Request: DirectlyEncodable {
    var json: JSONObjectText {
        var json = JSONObjectText()
        json.add("askedLate", askedLate)
        json.add("askedOn", askedOn)
        json.add("effectiveDue", effectiveDue)
        json.add("nominalDue", nominalDue)
        json.add("reason", reason)
        return json
    }
}
