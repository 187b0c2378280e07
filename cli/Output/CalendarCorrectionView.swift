import TrackerDomain
import TrackerPayloads
import TrackerService

/// A corrected day of the calendar with the obligations that it moves.
struct CalendarCorrectionView: Rendering {
    let correction: CalendarCorrection

    struct Move: Encodable {
        let id: Int64
        let plan: String
        let section: String
        let ordinal: String
        let agencyName: String
        let period: String
        @Nullable var nominalDue: String?
        @Nullable var effectiveDueBefore: String?
        let effectiveDue: String
    }

    struct Payload: Encodable {
        let date: String
        @Nullable var day: CalendarDayPayload?
        @Nullable var replaced: CalendarDayPayload?
        let listed: Int
        let unlisted: Int
        let moved: [Move]
        let dryRun: Bool
        let asOf: String
    }

    private var moves: [Move] {
        correction.moved.map { move in
            let entry = move.before
            return Move(
                id: entry.obligation.id, plan: entry.planNumber, section: entry.sectionOrdinal, ordinal: entry.ordinal,
                agencyName: entry.agencyName, period: entry.obligation.period,
                nominalDue: entry.obligation.state.nominalDue?.description,
                effectiveDueBefore: entry.obligation.state.effectiveDue?.description,
                effectiveDue: move.effective.description)
        }
    }

    func json(_ language: Language) -> Payload {
        Payload(
            date: correction.date.description,
            day: correction.entry.map { CalendarDayPayload($0, isComputed: correction.unlisted > 0) },
            replaced: correction.replaced.map { CalendarDayPayload($0, isComputed: correction.listed > 0) },
            listed: correction.listed, unlisted: correction.unlisted, moved: moves, dryRun: correction.isDryRun,
            asOf: correction.asOf.description)
    }

    func csv(_ language: Language) -> [[String]]? {
        [
            [
                "id", "plan", "section", "ordinal", "agencyName", "period", "nominalDue", "effectiveDueBefore",
                "effectiveDue",
            ]
        ]
            + moves.map {
                [
                    String($0.id), $0.plan, $0.section, $0.ordinal, $0.agencyName, $0.period, $0.nominalDue ?? "",
                    $0.effectiveDueBefore ?? "", $0.effectiveDue,
                ]
            }
    }

    func text(_ style: TextStyle) -> String {
        let date = correction.date
        var text =
            "\(style.day(date)), \(date.weekday.words(in: style.language)): \(words(for: correction.entry, style))"
        if let replaced = correction.replaced {
            let before = words(for: replaced, style)
            text += style(vi: " (trước đây: \(before))", en: " (before: \(before))")
        }
        text += ".\n"
        if correction.listed > 0 {
            let (year, count) = (date.year, correction.listed)
            text += style(
                vi: "\(count) ngày nghỉ tự tính của năm \(year) được ghi vào lịch.\n",
                en: "\(count) computed days off of \(year) are put into the calendar.\n")
        }
        if correction.unlisted > 0 {
            text += style(
                vi: "Ngày nghỉ của năm \(date.year) lại được tự tính.\n",
                en: "The days off of \(date.year) are computed again.\n")
        }
        text += movedText(style)
        if correction.isDryRun { text += style(vi: "Chạy thử: chưa ghi gì.\n", en: "Dry run: nothing was written.\n") }
        return text
    }

    private func words(for entry: WorkCalendar.Entry?, _ style: TextStyle) -> String {
        if let entry { return "\(entry.kind.words(in: style.language)), \(entry.name)" }
        return correction.date.weekday.isWeekend
            ? style(vi: "nghỉ hằng tuần", en: "weekend") : style(vi: "ngày thường", en: "weekday")
    }

    private func movedText(_ style: TextStyle) -> String {
        let moved = correction.moved
        guard !moved.isEmpty else {
            return style(vi: "Không nghĩa vụ nào đổi thời hạn.\n", en: "No obligation is due on another day.\n")
        }
        var table = TextTable(columns: [
            .init(title: style(vi: "Số", en: "No."), alignsRight: true),
            .init(title: style(vi: "Theo kế hoạch", en: "Nominal")), .init(title: style(vi: "Trước đây", en: "Before")),
            .init(title: style(vi: "Nay", en: "Now")), .init(title: style(vi: "Cơ quan", en: "Agency")),
            .init(title: style(vi: "Nhiệm vụ", en: "Task"), isFlexible: true),
        ])
        table.rows = moved.map { move in
            let state = move.before.obligation.state
            return [
                String(move.before.obligation.id), style.day(state.nominalDue), style.day(state.effectiveDue),
                style.day(move.effective), move.before.agencyName, "\(move.before.place) \(move.before.title)",
            ]
        }
        let count = moved.count
        return style(
            vi: "Thời hạn có hiệu lực đổi ở \(count) nghĩa vụ:\n",
            en: count == 1 ? "1 obligation is due on another day:\n" : "\(count) obligations are due on another day:\n")
            + table.text(style)
    }
}
