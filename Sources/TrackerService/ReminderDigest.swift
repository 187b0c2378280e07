internal import TrackerDomain

/// The text of one message: what is overdue, what falls due, what others owe (for the standing agency), each with its
/// product, its dates, its place in the plan and the number to act on it.
struct ReminderDigest {
    let recipient: AgencyID
    let recipientName: String
    /// The People's Committee that the recipient belongs to; `nil` for itself and where it is not known.
    let issuerName: String?
    let day: CivilDate
    let items: [(entry: ObligationEntry, stage: ReminderStage)]
    let language: Language

    var subject: String {
        language(
            vi: "Nhắc việc ngày \(day.vietnamese): \(items.count) nhiệm vụ",
            en: "Reminder of \(day): \(items.count) \(items.count == 1 ? "task" : "tasks")")
    }

    var text: String {
        let own = items.filter { $0.entry.obligation.agency == recipient || $0.entry.obligation.agency == nil }
        let others = items.filter { $0.entry.obligation.agency != recipient && $0.entry.obligation.agency != nil }
        var lines = [greeting, ""]
        lines += section(
            language(vi: "Đã quá hạn", en: "Overdue"), own.filter { $0.stage.daysPastDue > 0 }, namesAgency: false)
        lines += section(
            language(vi: "Sắp đến hạn", en: "Falling due"), own.filter { $0.stage.daysPastDue <= 0 },
            namesAgency: false)
        lines += section(
            language(vi: "Các cơ quan khác quá hạn, đề nghị đôn đốc", en: "Overdue at other agencies, to be urged"),
            others, namesAgency: true)
        lines.append(
            language(
                vi:
                    "Cập nhật: phuluc progress SỐ --percent 50 --note \"…\"; trình kết quả: phuluc submit SỐ --document "
                    + "SỐ-KÝ-HIỆU --dated NGÀY.",
                en: "To update: phuluc progress NUMBER --percent 50 --note \"…\"; to submit: phuluc submit NUMBER "
                    + "--document SYMBOL --dated DATE."))
        return lines.joined(separator: "\n")
    }

    /// The agency with its People's Committee, because every province has a "Sở Nội vụ".
    private var address: String { issuerName.map { "\(recipientName) (\($0))" } ?? recipientName }

    private var greeting: String {
        language(
            vi: "Kính gửi: \(address)\nNhắc việc ngày \(day.vietnamese): \(items.count) nhiệm vụ cần chú ý.",
            en: "To: \(address)\nReminder of \(day): \(items.count) \(items.count == 1 ? "task needs" : "tasks need") "
                + "attention.")
    }

    private func section(
        _ title: String, _ items: [(entry: ObligationEntry, stage: ReminderStage)], namesAgency: Bool
    ) -> [String] {
        guard !items.isEmpty else { return [] }
        return ["\(title) (\(items.count)):"] + items.flatMap { lines(for: $0.entry, namesAgency: namesAgency) } + [""]
    }

    private func lines(for entry: ObligationEntry, namesAgency: Bool) -> [String] {
        let state = entry.obligation.state
        let status = state.timeStatus(on: day).words(in: language)
        let agency =
            namesAgency || entry.obligation.agency == nil && !entry.agencyName.isEmpty ? "\(entry.agencyName): " : ""
        let product =
            entry.product.isEmpty ? "" : language(vi: "   Sản phẩm: ", en: "   Product: ") + flat(entry.product)
        let place = language(
            vi: "   Mục \(entry.place), \(entry.planNumber)", en: "   Row \(entry.place), \(entry.planNumber)")
        let part = entry.partLabel.isEmpty ? "" : " (\(flat(entry.partLabel)))"
        return [
            "\(entry.obligation.id). \(agency)\(flat(entry.title))\(part)", "   \(dueWords(state)) – \(status)",
            product, place,
        ]
        .filter { !$0.isEmpty }
    }

    private func dueWords(_ state: ObligationState) -> String {
        guard let nominal = state.nominalDue, let effective = state.effectiveDue else { return "" }
        let moved =
            nominal == effective
            ? ""
            : language(
                vi: " (ngày nghỉ, tính đến hết \(effective.vietnamese))",
                en: " (a day off; until the end of \(effective))")
        return language(vi: "Hạn \(nominal.vietnamese)", en: "Due \(nominal)") + moved
    }

    private func flat(_ cell: String) -> String {
        cell.split(whereSeparator: \.isNewline).map { line in
            var text = line.hasPrefix("- ") ? line.dropFirst(2) : line
            while let last = text.last, last == ";" || last.isWhitespace { text.removeLast() }
            return text
        }.joined(separator: "; ")
    }
}
