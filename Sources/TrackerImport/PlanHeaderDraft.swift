package import TrackerDomain

/// A fact that a plan cannot be stored without.
package enum PlanHeaderField: String, CaseIterable, Hashable, Sendable {
    case number
    case issuer
    case issued
    case title
    case years
}

/// What is known of a plan's header before it is complete: read from the document, or given beside it.
package struct PlanHeaderDraft: Hashable, Sendable {
    package var number: DocumentNumber?
    package var issuer: String?
    package var issued: CivilDate?
    package var title: String?
    package var years: ClosedRange<Int>?
    /// The document that the plan carries out; a plan is complete without it.
    package var parent: DocumentNumber?

    package init(
        number: DocumentNumber? = nil, issuer: String? = nil, issued: CivilDate? = nil, title: String? = nil,
        years: ClosedRange<Int>? = nil, parent: DocumentNumber? = nil
    ) {
        self.number = number
        self.issuer = issuer
        self.issued = issued
        self.title = title
        self.years = years
        self.parent = parent
    }

    /// The fields that are still to be filled in.
    package var missing: [PlanHeaderField] { PlanHeaderField.allCases.filter { text(of: $0) == nil } }

    /// The header, where nothing is missing.
    package var complete: PlanHeader? {
        guard let number, let issuer, let issued, let title, let years else { return nil }
        return PlanHeader(number: number, issuer: issuer, issued: issued, title: title, years: years, parent: parent)
    }

    /// This draft with every field replaced that `other` has.
    package func overridden(by other: PlanHeaderDraft) -> PlanHeaderDraft {
        PlanHeaderDraft(
            number: other.number ?? number, issuer: other.issuer ?? issuer, issued: other.issued ?? issued,
            title: other.title ?? title, years: other.years ?? years, parent: other.parent ?? parent)
    }

    /// A field as a person reads it: "01/10/2021", "2021-2030".
    package func text(of field: PlanHeaderField) -> String? {
        switch field {
        case .number: number?.description
        case .issuer: issuer
        case .issued: issued?.vietnamese
        case .title: title
        case .years:
            years.map { ReportingPeriod.years($0).description }
        }
    }
}
