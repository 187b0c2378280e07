import TestSupport
import Testing

/// Lists as CSV.
struct CSVTests {
    static let lists = [
        ["list", "--limit", "500"], ["list", "--limit", "7"], ["overdue"], ["overdue", "--conditional"],
        ["due", "--within", "90"], ["confirm"], ["checkins"], ["settle"], ["plans"], ["stats", "--by", "agency"],
        ["stats", "--by", "year"], ["activities", "1", "--limit", "500"], ["history", "3"],
    ]

    @Test(arguments: lists)
    func aListHasAHeaderAndARecordForEveryItem(arguments: [String]) throws {
        let desk = try Desk.withSonLa()
        let csv = try desk.run(arguments + ["--format", "csv"])
        #expect(csv.status == 0)
        let records = csvRecords(csv.output)
        let items = try JSON(desk.run(arguments + ["--format", "json"]).output)["items"].items
        #expect(records.count == items.count + 1)
        let widths = Set(records.map(\.count))
        #expect(widths.count == 1, "every record has as many fields as the header")
        #expect(records.first?.contains("") == false, "every column has a name")
    }

    @Test func fieldsAreThoseOfTheJSON() throws {
        let desk = try Desk.withSonLa()
        let records = csvRecords(try desk.run("list", "--limit", "500", "--format", "csv").output)
        let items = try JSON(desk.run("list", "--limit", "500", "--format", "json").output)["items"].items
        let header = try #require(records.first)
        for (record, item) in zip(records.dropFirst(), items) {
            for (key, field) in zip(header, record) {
                switch item[key] {
                case .null: #expect(field.isEmpty)
                case .text(let text): #expect(field == text)
                case .number: #expect(field == item[key].integer.map(String.init))
                case .boolean(let value): #expect(field == String(value))
                default: Issue.record("\(key) is not in the JSON")
                }
            }
        }
    }

    /// The rows that the program writes are a table that it reads again.
    @Test func exportedActivitiesImportAsTheSameRows() throws {
        let desk = try Desk.withSonLa()
        let rows = try desk.run("activities", "1", "--limit", "500", "--format", "csv").output
        try desk.write("lai.csv", rows)
        let run = try desk.runPlain([
            "import", "lai.csv", "--number", "2407/QĐ-UBND", "--issued", "1/10/2021", "--issuer", "UBND tỉnh Sơn La",
            "--period", "2021-2030", "--title", "Kế hoạch", "--store", "moi.sqlite", "--today", Desk.today,
        ])
        #expect(run.status == 0, "\(run.errors)")
        let again = try desk.runPlain(
            ["activities", "1", "--limit", "500", "--format", "csv", "--store", "moi.sqlite"]).output
        #expect(again == rows)
    }

    @Test(arguments: [["show", "3"], ["doctor"], ["remind", "--dry-run"], ["explain", "2022"]])
    func whatIsNoListSaysSo(arguments: [String]) throws {
        let run = try Desk.withSonLa().run(arguments + ["--format", "csv"])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("csv"))
    }
}
