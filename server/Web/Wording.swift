import TrackerDomain

/// How pages write days, numbers and counts in a language.
struct Wording: Sendable {
    let language: Language

    func callAsFunction(vi: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
        language(vi: vi(), en: en())
    }

    func day(_ day: CivilDate?) -> String { day?.words(in: language) ?? "–" }

    /// "83,3 %"; a dash where there is nothing to share.
    func percent(_ share: Double?) -> String {
        guard let share else { return "–" }
        let tenths = Int((share * 1_000).rounded())
        return "\(tenths / 10)\(self(vi: ",", en: "."))\(tenths % 10) %"
    }

    /// "Tháng 2/2022", "February 2022".
    func month(_ day: CivilDate) -> String {
        self(vi: "tháng \(day.month)/\(day.year)", en: "\(Self.months[(day.month - 1) % 12]) \(day.year)")
    }

    /// "T2", "Feb".
    func shortMonth(_ day: CivilDate) -> String {
        self(vi: "T\(day.month)", en: String(Self.months[(day.month - 1) % 12].prefix(3)))
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// Why a form is shown once more before it does anything.
    var ofAnotherSession: String {
        self(
            vi: "Biểu mẫu thuộc phiên đăng nhập trước. Kiểm tra lại những gì đã nhập rồi gửi lần nữa.",
            en: "The form belongs to an earlier session. Check what you typed, and send it once more.")
    }

    /// "1 nghĩa vụ", "2 obligations".
    func obligations(_ number: Int) -> String {
        self(vi: "\(number) nghĩa vụ", en: number == 1 ? "1 obligation" : "\(number) obligations")
    }

    /// The period of an obligation as people say it: "6 tháng đầu năm 2026" for "2026-H1".
    func period(_ name: String) -> String { ReportingPeriod(name)?.words(in: language) ?? name }

    /// A count that was not counted to its end.
    func count(_ number: Int, limit: Int) -> String {
        number > limit ? self(vi: "hơn \(limit)", en: "more than \(limit)") : String(number)
    }
}
