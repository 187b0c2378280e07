import TrackerDomain
import TrackerPayloads
import TrackerService

extension WorkCalendar.Entry.Kind {
    func words(in language: Language) -> String {
        switch self {
        case .off: language(vi: "nghỉ", en: "off")
        case .working: language(vi: "làm việc", en: "working")
        }
    }
}

extension WorkCalendar.Entry.Certainty {
    /// "chính thức", "dự kiến", "dự kiến, tính theo luật".
    func words(in language: Language, isComputed: Bool) -> String {
        let words =
            switch self {
            case .official: language(vi: "chính thức", en: "official")
            case .expected: language(vi: "dự kiến", en: "expected")
            }
        return isComputed ? words + language(vi: ", tự tính", en: ", computed") : words
    }
}

/// The days of a year that differ from their weekday.
struct CalendarYearView: Rendering {
    let year: CalendarYear

    private var items: [CalendarDayPayload] {
        year.entries.map { CalendarDayPayload($0, isComputed: year.isComputed) }
    }

    func json(_ language: Language) -> CalendarYearPayload { CalendarYearPayload(year) }

    func csv(_ language: Language) -> [[String]]? { [CalendarDayPayload.csvHeader] + items.map(\.csvRecord) }

    func text(_ style: TextStyle) -> String {
        guard !year.entries.isEmpty else {
            return style(
                vi: "Năm \(year.year): chỉ biết ngày nghỉ hằng tuần.\n", en: "\(year.year): only weekends are known.\n")
        }
        var table = TextTable(columns: [
            .init(title: style(vi: "Ngày", en: "Day")), .init(title: style(vi: "Thứ", en: "Weekday")),
            .init(title: style(vi: "Loại", en: "Kind")), .init(title: style(vi: "Tên", en: "Name"), maximum: 40),
            .init(title: style(vi: "Mức chắc chắn", en: "Certainty")),
            .init(title: style(vi: "Nguồn", en: "Source"), isFlexible: true),
        ])
        table.rows = year.entries.map { entry in
            [
                style.day(entry.date), entry.date.weekday.words(in: style.language),
                entry.kind.words(in: style.language),
                entry.name, entry.certainty.words(in: style.language, isComputed: year.isComputed), entry.source,
            ]
        }
        return table.text(style)
    }
}

/// What the calendar says of a day.
struct CalendarCheckView: Rendering {
    let check: CalendarCheck

    func json(_ language: Language) -> CalendarCheckPayload { CalendarCheckPayload(check) }

    func csv(_ language: Language) -> [[String]]? {
        let payload = json(language)
        return [
            ["date", "weekday", "working", "name", "nextWorkingDay", "lunar"],
            [
                payload.date, payload.weekday, String(payload.working), payload.day?.name ?? "", payload.nextWorkingDay,
                payload.lunar ?? "",
            ],
        ]
    }

    func text(_ style: TextStyle) -> String {
        let weekday = check.date.weekday
        let verdict =
            check.isWorking ? style(vi: "làm việc", en: "working day") : style(vi: "ngày nghỉ", en: "day off")
        var reason =
            weekday.isWeekend ? style(vi: "nghỉ hằng tuần", en: "weekend") : style(vi: "ngày thường", en: "weekday")
        if let entry = check.entry {
            let certainty = entry.certainty.words(in: style.language, isComputed: check.isComputed)
            reason = "\(entry.name) (\(certainty)); \(entry.source)"
        }
        let fields = [
            (style(vi: "Ngày", en: "Day"), "\(style.day(check.date)), \(weekday.words(in: style.language))"),
            (style(vi: "Làm việc", en: "Work"), verdict), (style(vi: "Vì", en: "Because"), reason),
            (
                style(vi: "Ngày làm việc sau", en: "Next working day"),
                "\(style.day(check.nextWorkingDay)), \(check.nextWorkingDay.weekday.words(in: style.language))"
            ),
            (style(vi: "Âm lịch", en: "Lunar date"), check.lunar?.description ?? "–"),
        ]
        return fields.map { FieldText.lines($0.0, $0.1, labelWidth: 18, style) }.joined()
    }
}
