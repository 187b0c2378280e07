/// What identifies an issued plan and bounds its deadlines: who issued it, when, under which number, for which years.
public struct PlanHeader: Hashable, Sendable {
    /// Number and symbol, "2407/QĐ-UBND".
    public var number: DocumentNumber
    /// The issuing body as the document names it, "UBND tỉnh Sơn La".
    public var issuer: String
    /// The day of issue; deadlines before it do not exist.
    public var issued: CivilDate
    /// The title, "Kế hoạch cải cách hành chính nhà nước tỉnh Sơn La giai đoạn 2021-2030".
    public var title: String
    /// The years that the plan covers, 2021…2030; a plan of one year has equal bounds.
    public var years: ClosedRange<Int>
    /// The document that this plan carries out, where it is known.
    public var parent: DocumentNumber?

    public init(
        number: DocumentNumber, issuer: String, issued: CivilDate, title: String, years: ClosedRange<Int>,
        parent: DocumentNumber? = nil
    ) {
        self.number = number
        self.issuer = issuer
        self.issued = issued
        self.title = title
        self.years = years
        self.parent = parent
    }

    /// The years as a period, "2021-2030" or "2017".
    public var period: String { ReportingPeriod.years(years).description }

    /// Where and for which years the plan's deadlines are written.
    public func deadlineContext(under settings: PlanSettings) -> DeadlineContext {
        DeadlineContext(
            issued: issued, years: years, beforeIncludesDay: settings.beforeIncludesDay, regime: settings.regime)
    }
}
