import AppendixData
import Testing
import TrackerDomain

/// The work calendar that the product brings along.
enum WorkCalendarFixture {
    static func vietnam() throws -> WorkCalendar {
        WorkCalendar(entries: try entries())
    }

    /// Days and kinds of the table; the other columns stand behind them and do not matter here.
    static func entries() throws -> [WorkCalendar.Entry] {
        let lines = String(decoding: AppendixData.workCalendar, as: UTF8.self).split(whereSeparator: \.isNewline)
        return try lines.dropFirst().map { line in
            let fields = line.split(separator: ",", maxSplits: 2)
            let kind = try #require(fields.count == 3 ? WorkCalendar.Entry.Kind(rawValue: String(fields[1])) : nil)
            return WorkCalendar.Entry(
                date: try day(String(fields[0])), kind: kind, name: String(fields[2]), certainty: .official, source: "")
        }
    }
}
