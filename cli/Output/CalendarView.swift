import TrackerDomain
import TrackerService

/// A day of the work calendar as programs read it.
struct CalendarDayPayload: Encodable {
    let date: String
    let weekday: String
    let kind: String
    let name: String
    let certainty: String
    let computed: Bool
    let source: String

    init(_ entry: WorkCalendar.Entry, isComputed: Bool) {
        date = entry.date.description
        weekday = entry.date.weekday.words(in: .en)
        kind = entry.kind.rawValue
        name = entry.name
        certainty = entry.certainty.rawValue
        computed = isComputed
        source = entry.source
    }

    static let csvHeader = ["date", "weekday", "kind", "name", "certainty", "computed", "source"]

    var csvRecord: [String] { [date, weekday, kind, name, certainty, String(computed), source] }
}

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

    struct Payload: Encodable {
        let items: [CalendarDayPayload]
        @Nullable var next: String?
        let year: Int
        let computed: Bool
        let asOf: String
    }

    private var items: [CalendarDayPayload] {
        year.entries.map { CalendarDayPayload($0, isComputed: year.isComputed) }
    }

    func json(_ language: Language) -> Payload {
        Payload(items: items, next: nil, year: year.year, computed: year.isComputed, asOf: year.asOf.description)
    }

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

    struct Payload: Encodable {
        let date: String
        let weekday: String
        let working: Bool
        /// What the day is, where it differs from its weekday.
        @Nullable var day: CalendarDayPayload?
        let nextWorkingDay: String
        @Nullable var lunar: String?
    }

    func json(_ language: Language) -> Payload {
        Payload(
            date: check.date.description, weekday: check.date.weekday.words(in: .en), working: check.isWorking,
            day: check.entry.map { CalendarDayPayload($0, isComputed: check.isComputed) },
            nextWorkingDay: check.nextWorkingDay.description, lunar: check.lunar?.description)
    }

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
