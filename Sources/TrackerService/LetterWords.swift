internal import TrackerDomain

/// The single words of a letter.
struct LetterWords {
    let language: Language
    let day: CivilDate

    func day(_ day: CivilDate) -> String { language(vi: day.vietnamese, en: day.description) }

    func tasks(_ count: Int) -> String {
        language(vi: "\(count) nhiệm vụ", en: count == 1 ? "1 task" : "\(count) tasks")
    }

    /// What the letter holds in all, as its first sentence.
    func opening(own: [String], asStandingAgency others: [String]) -> String {
        let record = language(
            vi: "Theo sổ theo dõi các kế hoạch, đến ngày \(day(day))",
            en: "By the record of the plans, on \(day(day)) you")
        var sentences: [String] = []
        if !own.isEmpty {
            let list = own.joined(separator: ", ")
            sentences.append(language(vi: "\(record) Quý cơ quan có \(list).", en: "\(record) have \(list)."))
        }
        if !others.isEmpty {
            let list = others.joined(separator: ", ")
            let start =
                sentences.isEmpty
                ? record + language(vi: ", cơ quan thường trực có", en: ", as standing agency, have") : ""
            sentences.append(
                start.isEmpty
                    ? language(vi: "Với vai trò cơ quan thường trực: \(list).", en: "As standing agency: \(list).")
                    : "\(start) \(list).")
        }
        return (sentences + [language(vi: "Cụ thể như sau:", en: "In detail:")]).joined(separator: " ")
    }

    /// "2 nhiệm vụ quá hạn", "1 nhiệm vụ sắp đến hạn": what is the recipient's own to do, the most urgent first.
    func ownParts(of letter: ReminderLetter) -> [String] {
        [
            part(letter.overdue.total, tasks) { language(vi: "\($0) quá hạn", en: "\($0) overdue") },
            part(letter.fallingDue.total, tasks) { language(vi: "\($0) sắp đến hạn", en: "\($0) falling due") },
            part(letter.atOthers.total, tasks) {
                language(vi: "\($0) của cơ quan khác cần đôn đốc", en: "\($0) of other agencies to be urged")
            },
        ].compactMap { $0 }
    }

    /// The same for what is before the standing agency.
    func parts(of overview: ReminderLetter.Overview) -> [String] {
        func number(_ vi: String, _ en: String, _ plural: String) -> (Int) -> String {
            { count in language(vi: "\(count) \(vi)", en: "\(count) \(count == 1 ? en : plural)") }
        }
        return [
            part(overview.overdueByAgency.total, number("cơ quan", "agency", "agencies")) {
                language(vi: "\($0) có việc quá hạn", en: "\($0) with overdue tasks")
            },
            part(overview.toConfirm.total, tasks) { language(vi: "\($0) chờ xác nhận", en: "\($0) to confirm") },
            part(
                overview.extensionRequests.total, number("đề nghị gia hạn", "extension request", "extension requests")
            ) { $0 },
            part(overview.toSettle.total, number("dòng", "row", "rows")) {
                language(vi: "\($0) cần làm rõ", en: "\($0) to settle")
            },
        ].compactMap { $0 }
    }

    private func part(_ count: Int, _ number: (Int) -> String, _ words: (String) -> String) -> String? {
        count > 0 ? words(number(count)) : nil
    }

    // MARK: Sections

    func ownSections(of letter: ReminderLetter) -> [LetterContent.Section] {
        [
            section(
                letter.overdue, .late, heading: language(vi: "Đã quá hạn", en: "Overdue"),
                request: language(
                    vi:
                        "Đề nghị khẩn trương hoàn thành và trình kết quả; việc chưa thể hoàn thành, đề nghị báo cáo tiến độ, "
                        + "nêu rõ lý do và đề nghị gia hạn.",
                    en: "Please finish and submit without delay. Where that is not possible, report progress, give the "
                        + "reason and ask for an extension."), list: "phuluc overdue"),
            section(
                letter.fallingDue, .soon, heading: language(vi: "Sắp đến hạn", en: "Falling due"),
                request: language(
                    vi: "Đề nghị hoàn thành và trình kết quả đúng thời hạn.", en: "Please finish and submit in time."),
                list: "phuluc due"),
            section(
                letter.atOthers, .late,
                heading: language(
                    vi: "Các cơ quan khác quá hạn, đề nghị đôn đốc", en: "Overdue at other agencies, to be urged"),
                request: language(
                    vi: "Đề nghị đôn đốc các cơ quan chủ trì dưới đây.", en: "Please urge the lead agencies below."),
                list: "phuluc overdue"),
        ].compactMap { $0 }
    }

    private func section(
        _ items: ReminderLetter.Listing<ReminderLetter.Item>, _ urgency: LetterContent.Urgency, heading: String,
        request: String, list: String, facts: (ReminderLetter.Item) -> [(label: String, value: String)] = { _ in [] }
    ) -> LetterContent.Section? {
        section(items, urgency, heading: heading, request: request, list: list) { item in
            var entry = self.entry(for: item)
            entry.facts += facts(item)
            return entry
        }
    }

    /// A section, or nothing where it would be empty.
    private func section<Element>(
        _ listing: ReminderLetter.Listing<Element>, _ urgency: LetterContent.Urgency, heading: String, request: String,
        list: String, entry: (Element) -> LetterContent.Entry
    ) -> LetterContent.Section? {
        guard listing.total > 0 else { return nil }
        let rest = language(
            vi: "… và \(listing.rest) mục nữa: \(list)", en: "… and \(listing.rest) more: \(list)")
        return LetterContent.Section(
            heading: "\(heading) (\(listing.total))", request: request, urgency: urgency,
            entries: listing.items.map(entry), rest: listing.rest > 0 ? rest : nil)
    }

    /// The sections that only the standing agency has.
    func sections(of overview: ReminderLetter.Overview) -> [LetterContent.Section] {
        [
            section(
                overview.overdueByAgency, .late,
                heading: language(vi: "Tình hình quá hạn theo cơ quan", en: "Overdue by agency"),
                request: language(
                    vi: "Tổng hợp tại các kế hoạch được giao thường trực.", en: "Over the plans in your care."),
                list: "phuluc stats --by agency"
            ) { count in
                LetterContent.Entry(
                    title: count.agencyName,
                    status: language(
                        vi: "\(tasks(count.overdue)) quá hạn, lâu nhất \(count.longestDaysLate) ngày",
                        en: "\(tasks(count.overdue)) overdue, the longest by "
                            + "\(count.longestDaysLate) \(count.longestDaysLate == 1 ? "day" : "days")"))
            },
            section(
                overview.toConfirm, .other, heading: language(vi: "Chờ xác nhận", en: "To confirm"),
                request: language(
                    vi: "Đề nghị xem xét kết quả: phuluc accept SỐ, hoặc phuluc return SỐ --reason \"…\".",
                    en: "Please look at the results: phuluc accept NUMBER, or phuluc return NUMBER --reason \"…\"."),
                list: "phuluc confirm"),
            section(
                overview.extensionRequests, .other,
                heading: language(vi: "Đề nghị gia hạn", en: "Extension requests"),
                request: language(
                    vi: "Đề nghị quyết định: phuluc extend grant SỐ, hoặc phuluc extend refuse SỐ.",
                    en: "Please decide: phuluc extend grant NUMBER, or phuluc extend refuse NUMBER."),
                list: "phuluc extend list", facts: extensionFacts),
            section(
                overview.toSettle, .other, heading: language(vi: "Cần làm rõ", en: "To settle"),
                request: language(
                    vi: "Các dòng của kế hoạch chưa đọc được chắc chắn; đề nghị làm rõ để theo dõi.",
                    en:
                        "Rows of plans that could not be read for certain; please settle them so that they can be followed."
                ),
                list: "phuluc settle", entry: entry(for:)),
        ].compactMap { $0 }
    }
}
