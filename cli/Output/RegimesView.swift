import TrackerDomain
import TrackerImport
import TrackerOutput
import TrackerPayloads
import TrackerService

/// All regimes.
struct RegimesView: Rendering {
    let regimes: [ReportingRegime]
    let asOf: CivilDate

    func json(_ language: Language) -> ListPayload<RegimeFile.Contents> {
        ListPayload(regimes.map(RegimeFile.Contents.init), asOf: asOf)
    }

    func csv(_ language: Language) -> [[String]]? {
        [["id", "name", "periods", "cutOffDay", "certainty", "source"]]
            + regimes.map {
                [
                    $0.id, $0.name(language), $0.reports.compactMap(\.period.regimeName).joined(separator: "|"),
                    $0.cutOffDay.map(String.init) ?? "", $0.certainty.rawValue, $0.source(language),
                ]
            }
    }

    func text(_ style: TextStyle) -> String {
        var table = TextTable(columns: [
            .init(title: style(vi: "Mã", en: "Id")), .init(title: style(vi: "Chế độ báo cáo", en: "Regime"), lines: 2),
            .init(title: style(vi: "Chốt số liệu", en: "Cut-off")),
            .init(title: style(vi: "Căn cứ", en: "Source"), isFlexible: true, lines: 5),
        ])
        table.rows = regimes.map { regime in
            [
                regime.id, regime.name(style.language),
                regime.cutOffDay.map { style(vi: "ngày \($0)", en: "day \($0)") }
                    ?? style(vi: "cuối kỳ", en: "period end"),
                regime.source(style.language),
            ]
        }
        return table.text(style)
    }
}

/// The reports of a year under a regime.
struct RegimeView: Rendering {
    let year: RegimeYear

    /// The regime in the form of its file, with the reports of the year beside it.
    struct Payload: Encodable {
        let regime: RegimeFile.Contents
        let year: Int
        let calendar: [ReportPayload]

        private enum CodingKeys: CodingKey { case year, calendar }

        func encode(to encoder: any Encoder) throws {
            try regime.encode(to: encoder)
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(year, forKey: .year)
            try container.encode(calendar, forKey: .calendar)
        }
    }

    private var calendar: [ReportPayload] {
        year.reports.map { report, due in ReportPayload(report, effectiveDue: due.effective) }
    }

    func json(_ language: Language) -> Payload {
        Payload(regime: RegimeFile.Contents(year.regime), year: year.year, calendar: calendar)
    }

    func csv(_ language: Language) -> [[String]]? {
        [["period", "dataFrom", "dataUntil", "due", "effectiveDue"]]
            + calendar.map { [$0.period, $0.dataFrom, $0.dataUntil, $0.due, $0.effectiveDue ?? ""] }
    }

    func text(_ style: TextStyle) -> String {
        var table = TextTable(columns: [
            .init(title: style(vi: "Kỳ báo cáo", en: "Report")), .init(title: style(vi: "Số liệu từ", en: "Data from")),
            .init(title: style(vi: "đến", en: "to")), .init(title: style(vi: "Hạn gửi", en: "Due")),
            .init(title: style(vi: "Có hiệu lực", en: "In effect")),
        ])
        table.rows = year.reports.map { report, due in
            [
                report.period.words(in: style.language), style.day(report.data.lowerBound),
                style.day(report.data.upperBound), style.day(due.nominal),
                due.effective == due.nominal ? "" : style.day(due.effective),
            ]
        }
        return style.bold(year.regime.name(style.language)) + "\n"
            + FieldText.lines(
                style(vi: "Căn cứ", en: "Source"), year.regime.source(style.language), labelWidth: 7, style)
            + "\n" + table.text(style) + certainty(style)
    }

    private func certainty(_ style: TextStyle) -> String {
        guard year.regime.certainty == .partly else { return "" }
        return style(
            vi: "\nMột phần chưa có văn bản quy định rõ; xem căn cứ.\n",
            en: "\nA part of it is not laid down in a document; see the source.\n")
    }
}
