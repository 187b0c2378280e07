extension CivilDate: CustomStringConvertible {
    /// ISO 8601 text, as in the store and in JSON: "2026-06-15".
    public var description: String {
        let (year, month, day) = civil
        guard (0...9999).contains(year) else {
            return "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
        }
        // Digit by digit: every date that goes into the store comes through here.
        return String(unsafeUninitializedCapacity: 10) { text in
            func write(_ number: Int, at place: Int) {
                text[place] = UInt8(ascii: "0") + UInt8(number / 10)
                text[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
            }
            write(year / 100, at: 0)
            write(year % 100, at: 2)
            write(month, at: 5)
            write(day, at: 8)
            text[4] = UInt8(ascii: "-")
            text[7] = UInt8(ascii: "-")
            return 10
        }
    }

    /// The day as Decree 30/2020/NĐ-CP writes it: a leading zero for days below 10 and for January and February only,
    /// so "02/9/2021" and "05/01/2023".
    public var vietnamese: String {
        let (year, month, day) = civil
        return "\(Self.padded(day, to: 2))/\(month < 3 ? "0\(month)" : String(month))/\(year)"
    }

    /// The day as a reader of a language expects it: ``vietnamese``, or ISO 8601 in English.
    public func words(in language: Language) -> String { language(vi: vietnamese, en: description) }

    /// The day written as ISO 8601 ("2026-06-15"), or `nil` where the text is anything else or no real day.
    public init?(iso text: Substring) { self.init(iso: String(text)) }

    /// The day written as ISO 8601 ("2026-06-15"), or `nil` where the text is anything else or no real day.
    public init?(iso text: String) {
        // Digit by digit: every date of every list that is read from the store comes through here.
        var numbers = [0, 0, 0]
        var field = 0
        var length = 0
        for byte in text.utf8 {
            length += 1
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard length != 5, length != 8 else { return nil }
                numbers[field] = numbers[field] * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "-") where length == 5 || length == 8:
                field += 1
            default: return nil
            }
            guard length <= 10 else { return nil }
        }
        guard length == 10 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The day as a person types it: ISO 8601 or day first, "2/9/2021", "02/09/2021", "2-9-2021", "2.9.2021".
    ///
    /// The day always comes before the month; a two-digit year is refused here, because the context that would make it
    /// certain (the plan) is missing.
    public init?(typed text: some StringProtocol) {
        if let day = CivilDate(iso: String(text)) {
            self = day
            return
        }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "-" || $0 == "." }
        guard parts.count == 3, parts[2].utf8.count == 4,
            (1...2).contains(parts[0].utf8.count), (1...2).contains(parts[1].utf8.count)
        else { return nil }
        self.init(parts: parts[2], parts[1], parts[0])
    }

    private init?(parts year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol) {
        func number(_ digits: some StringProtocol) -> Int? {
            digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(digits) : nil
        }
        guard let year = number(year), let month = number(month), let day = number(day) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
