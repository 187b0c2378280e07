package import TrackerDomain

/// A work calendar as a table: `date,kind,name,certainty,source`.
package enum CalendarTable {
    /// A line that is no entry of a calendar.
    package enum Failure: Error, Hashable {
        case notATable
        case badLine(Int)
    }

    package static func entries(in text: String) throws(Failure) -> [WorkCalendar.Entry] {
        let records: [DelimitedText.Record]
        do throws(DelimitedText.Failure) {
            records = try DelimitedText.records(in: text, separator: ",")
        } catch {
            throw .notATable
        }
        guard records.first?.fields == ["date", "kind", "name", "certainty", "source"] else { throw .notATable }
        var entries: [WorkCalendar.Entry] = []
        for record in records.dropFirst() {
            guard record.fields.count == 5, let date = CivilDate(iso: record.fields[0]),
                let kind = WorkCalendar.Entry.Kind(rawValue: record.fields[1]),
                let certainty = WorkCalendar.Entry.Certainty(rawValue: record.fields[3]), !record.fields[4].isEmpty
            else { throw .badLine(record.line) }
            entries.append(
                .init(date: date, kind: kind, name: record.fields[2], certainty: certainty, source: record.fields[4]))
        }
        return entries
    }
}
