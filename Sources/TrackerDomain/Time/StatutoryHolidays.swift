/// The public holidays of a year as the law gives them, for years without a list of the authorities: an expectation.
///
/// Labour Code 2019 art. 112 cl. 1: 01/01; five days of Tết; the day of the Hùng Kings; 30/4; 01/5; 02/9 and a day beside
/// it. The Prime Minister chooses the days of Tết and of 02/9 every year (cl. 3); until then the choice here follows the
/// pattern of 2021–2026, which it reproduces:
///
/// * Tết: the last day of the old year and four of the new one where it begins on a Monday or Tuesday; otherwise two and
///   three;
/// * 02/9: with 03/9 where it falls on a Sunday, Monday or Thursday; otherwise with 01/9. Both make one stretch with a
///   weekend, or on a Wednesday follow 2026.
///
/// A holiday on a Saturday or Sunday gives the next free weekday off (art. 111 cl. 3). 24/11 counts from 2026 by Resolution
/// 80-NQ/TW, though the code is not amended yet. Swaps with make-up Saturdays cannot be foreseen.
///
/// ```swift
/// StatutoryHolidays.entries(of: 2031).first?.date // 2031-01-01
/// ```
public enum StatutoryHolidays {
    /// The years that can be computed: since the code is in force (01/01/2021) and while the lunar calendar is known.
    public static let supported = 2021...LunarYear.supported.upperBound

    /// The days off of a year in their order, with certainty `expected`; empty outside ``supported``.
    public static func entries(of year: Int) -> [WorkCalendar.Entry] {
        guard supported.contains(year) else { return [] }
        let ordered = (tet(year) + hungKings(year) + fixed(year)).sorted { $0.date < $1.date }
        var taken = Set(ordered.map(\.date))
        var inLieu: [WorkCalendar.Entry] = []
        for holiday in ordered where holiday.date.weekday.isWeekend {
            var day = holiday.date.adding(days: 1)
            while day.weekday.isWeekend || taken.contains(day) { day = day.adding(days: 1) }
            taken.insert(day)
            inLieu.append(holiday.inLieu(on: day))
        }
        return (ordered.map(\.entry) + inLieu).sorted { $0.date < $1.date }
    }

    /// A holiday before days off in lieu are found.
    private struct Holiday {
        let date: CivilDate
        let name: String
        /// The source, where it is not art. 112.
        var source: String?

        var entry: WorkCalendar.Entry {
            .init(
                date: date, kind: .off, name: name, certainty: .expected,
                source: source ?? StatutoryHolidays.source("Điều 112"))
        }

        func inLieu(on day: CivilDate) -> WorkCalendar.Entry {
            .init(
                date: day, kind: .off, name: "\(name) (nghỉ bù)", certainty: .expected,
                source: source ?? StatutoryHolidays.source("Điều 111 khoản 3"))
        }
    }

    private static func source(_ article: String) -> String {
        "Bộ luật Lao động 2019, \(article); dự kiến, chưa có thông báo"
    }

    private static func tet(_ year: Int) -> [Holiday] {
        guard let first = Tet.day(of: year), let eve = LunarDate(first.adding(days: -1)) else { return [] }
        let before = first.weekday == .monday || first.weekday == .tuesday ? 1 : 2
        let names = ["Tết Nguyên Đán", "Mùng hai Tết Nguyên Đán", "Mùng ba Tết Nguyên Đán", "Mùng bốn Tết Nguyên Đán"]
        return (-before..<5 - before).map { offset in
            let name =
                offset >= 0 ? names[offset] : offset == -1 ? "Giao thừa Tết Nguyên Đán" : "\(eve.day - 1) Tết"
            return Holiday(date: first.adding(days: offset), name: name)
        }
    }

    private static func hungKings(_ year: Int) -> [Holiday] {
        HungKings.day(of: year).map { [Holiday(date: $0, name: "Ngày Giỗ Tổ Hùng Vương")] } ?? []
    }

    private static func fixed(_ year: Int) -> [Holiday] {
        let secondSeptember = CivilDate.startOfMonth(9, of: year).adding(days: 1)
        let beside =
            switch secondSeptember.weekday {
            case .sunday, .monday, .thursday: 1
            default: -1
            }
        var days = [
            Holiday(date: .startOfMonth(1, of: year), name: "Tết Dương lịch"),
            Holiday(date: .endOfMonth(4, of: year), name: "Ngày Chiến thắng"),
            Holiday(date: .startOfMonth(5, of: year), name: "Ngày Quốc tế Lao động"),
            Holiday(date: secondSeptember, name: "Quốc khánh"),
            Holiday(date: secondSeptember.adding(days: beside), name: "Quốc khánh"),
        ]
        if year >= 2026 {
            days.append(
                Holiday(
                    date: CivilDate.startOfMonth(11, of: year).adding(days: 23), name: "Ngày Văn hóa Việt Nam",
                    source: "Nghị quyết 80-NQ/TW (07/01/2026), luật chưa sửa"))
        }
        return days
    }
}
