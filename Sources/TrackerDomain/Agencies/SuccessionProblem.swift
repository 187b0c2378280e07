/// Why a succession cannot be true.
public enum SuccessionProblem: Error, Hashable, Sendable {
    /// The directory does not have this agency.
    case unknownAgency(AgencyID)
    /// The kind needs another number of successors: "merge" one, "split" several, "abolish" none or one.
    case wrongNumberOfSuccessors(Succession.Kind, found: Int)
    /// The agency already ends, on this day.
    case endsTwice(AgencyID, on: CivilDate)
    /// Following the successors leads back to the agency.
    case leadsBackToItself(AgencyID)
    /// The directory gives the agency a last day other than the day before the succession.
    case endsOnAnotherDay(AgencyID, CivilDate)
    /// The agency does not exist yet, or no more, on the day.
    case notThereOn(AgencyID, CivilDate)
}

extension SuccessionTable {
    /// What speaks against a succession beside those of this table, which must not hold it itself; empty where nothing does.
    ///
    /// - An agency ends once, on the day before the succession; who takes over must exist on the day.
    /// - Nobody is his own successor, however long the chain.
    public func problems(with succession: Succession, in agencies: [AgencyID: Agency]) -> [SuccessionProblem] {
        var problems: [SuccessionProblem] = []
        let (from, on, kind) = (succession.from, succession.on, succession.kind)
        if !kind.allowsSuccessors.contains(succession.to.count) {
            problems.append(.wrongNumberOfSuccessors(kind, found: succession.to.count))
        }
        if let agency = agencies[from] {
            let lastDay = on.adding(days: -1)
            if !agency.isValid(on: lastDay) {
                problems.append(.notThereOn(from, lastDay))
            } else if succession.endsAgency, let end = agency.validTo, end != lastDay {
                problems.append(.endsOnAnotherDay(from, end))
            }
        } else {
            problems.append(.unknownAgency(from))
        }
        for heir in succession.to {
            guard let agency = agencies[heir] else {
                problems.append(.unknownAgency(heir))
                continue
            }
            if !agency.isValid(on: on) { problems.append(.notThereOn(heir, on)) }
        }
        guard succession.endsAgency else { return problems }
        if let known = ending(of: from) { problems.append(.endsTwice(from, on: known.on)) }
        if succession.to.contains(where: { $0 == from || leads(from: $0, to: from) }) {
            problems.append(.leadsBackToItself(from))
        }
        return problems
    }

    private func leads(from start: AgencyID, to goal: AgencyID) -> Bool {
        var seen: Set<AgencyID> = []
        var waiting = [start]
        while let agency = waiting.popLast() {
            if agency == goal { return true }
            guard seen.insert(agency).inserted, let ending = ending(of: agency) else { continue }
            waiting += ending.to
        }
        return false
    }
}

extension SuccessionProblem {
    /// What is wrong and what to do, in both languages.
    public var sentence: LocalizedText {
        switch self {
        case .unknownAgency(let id):
            LocalizedText(
                vi: "danh bạ không có cơ quan \(id); thêm cơ quan trước bằng “phuluc agencies add”.",
                en: "the directory has no agency \(id); add it first with “phuluc agencies add”.")
        case .wrongNumberOfSuccessors(let kind, let found):
            LocalizedText(
                vi: "“\(kind.words(in: .vi))” không đi với \(found) cơ quan kế nhiệm: sáp nhập, thay thế cần một; chia "
                    + "tách cần từ hai; chấm dứt có nhiều nhất một.",
                en: "“\(kind.words(in: .en))” does not go with \(found) successors: merge and replace need one, split "
                    + "needs several, abolish has one at most.")
        case .endsTwice(let id, let day):
            LocalizedText(
                vi: "\(id) đã chấm dứt từ ngày \(day.vietnamese) theo danh bạ; xem “phuluc agencies show \(id)”.",
                en: "\(id) has already ended on \(day) in the directory; see “phuluc agencies show \(id)”.")
        case .leadsBackToItself(let id):
            LocalizedText(
                vi: "các bước kế nhiệm dẫn trở lại chính \(id).", en: "following the successors leads back to \(id).")
        case .endsOnAnotherDay(let id, let day):
            LocalizedText(
                vi:
                    "theo danh bạ, \(id) hoạt động đến hết ngày \(day.vietnamese), không phải đến ngày trước ngày kế nhiệm.",
                en: "in the directory \(id) lasts until \(day), not until the day before the succession.")
        case .notThereOn(let id, let day):
            LocalizedText(
                vi: "theo danh bạ, \(id) không hoạt động vào ngày \(day.vietnamese).",
                en: "in the directory \(id) does not exist on \(day).")
        }
    }
}
