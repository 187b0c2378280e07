extension DeadlineGround {
    /// Where the rule stands: the law and its article, or this tracker.
    ///
    /// The Civil Code governs civil relations; no text says how a plan of an authority counts its days, so it is applied by
    /// analogy, and the source says so.
    public func source(in language: Language) -> String {
        switch self {
        case .countedFromNextDay: Self.civilCode("147", in: language)
        case .startOfPeriod, .middleOfPeriod, .endOfPeriod: Self.civilCode("146", in: language)
        case .lastDayOfPeriod, .inclusiveDay, .endOfWindow, .correspondingDay, .shortMonth:
            Self.civilCode("148", in: language)
        case .movedToWorkingDay:
            Self.civilCode(language(vi: "148 khoản 5", en: "148 cl. 5"), in: language)
        case .ongoing:
            language(vi: "Quyết định 23/2018/QĐ-TTg", en: "Decision 23/2018/QĐ-TTg")
        case .onDemand:
            language(vi: "Nghị định 09/2019/NĐ-CP, Điều 4", en: "Decree 09/2019/NĐ-CP, art. 4")
        case .reportingRegime:
            language(vi: "Chế độ báo cáo của kế hoạch", en: "Reporting regime of the plan")
        case .usualReportPeriods:
            language(vi: "Công văn 581/BNV-CCHC", en: "Letter 581/BNV-CCHC")
        case .strictlyBefore, .beforeIncludesDay, .yearOfPlan, .workingDays, .fromIssue, .everyPeriod, .everyPlanYear,
            .mergedPeriods, .withinPlan, .withinWords, .eventAwaited, .elsewhere, .done, .documentDate, .missingYear,
            .neverGuessed:
            language(vi: "Quy tắc của phần mềm", en: "Rule of this tracker")
        }
    }

    /// The page of this tracker's documentation that says so, where the rule is its own; `nil` for a rule of law.
    public var page: String? {
        switch self {
        case .startOfPeriod, .middleOfPeriod, .endOfPeriod, .lastDayOfPeriod, .inclusiveDay, .endOfWindow,
            .countedFromNextDay, .correspondingDay, .shortMonth, .movedToWorkingDay, .ongoing, .onDemand,
            .usualReportPeriods, .reportingRegime:
            nil
        case .withinPlan: "docs/decisions/0006-recurrence-starts-with-the-plans-years.md"
        default: "docs/deadlines.md"
        }
    }

    private static func civilCode(_ article: String, in language: Language) -> String {
        language(
            vi: "Bộ luật Dân sự 2015, Điều \(article) (vận dụng)", en: "Civil Code 2015, art. \(article) (by analogy)")
    }
}
