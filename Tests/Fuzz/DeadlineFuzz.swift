import Foundation

/// libFuzzer calls this with bytes of its own making: the first picks the plan, the rest is the cell. It is compiled
/// together with the sources of the domain by `Scripts/fuzz-deadlines`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDeadline(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeBufferPointer(start: bytes, count: count)
    guard let choice = input.first else { return 0 }
    let context = DeadlineFuzz.contexts[Int(choice) % DeadlineFuzz.contexts.count]
    let text = String(decoding: input.dropFirst(), as: UTF8.self)
    let reading = DeadlineReading(of: text, in: context)
    DeadlineFuzz.check(reading, of: text, in: context)
    if String(validating: input.dropFirst(), as: UTF8.self) != nil { DeadlineFuzz.checkForms(of: text, in: context) }
    return 0
}

/// What holds for every cell.
enum DeadlineFuzz {
    static let contexts: [DeadlineContext] = [
        context(20458, 2026...2030), context(20458, 2026...2026), context(18901, 2021...2030, beforeIncludesDay: true),
        context(17164, 2017...2017), context(0, 1970...1971),
    ]

    private static func context(
        _ day: Int32, _ years: ClosedRange<Int>, beforeIncludesDay: Bool = false
    ) -> DeadlineContext {
        DeadlineContext(issued: CivilDate(dayNumber: day), years: years, beforeIncludesDay: beforeIncludesDay)
    }

    /// The words are kept, labels are words of the cell, an unresolved reading asks, every part says why, and dates
    /// increase in bounds.
    static func check(_ reading: DeadlineReading, of text: String, in context: DeadlineContext) {
        require(reading.text.utf8.elementsEqual(text.utf8), "the text was changed", text)
        require(!reading.parts.isEmpty, "there is no part", text)
        require(reading.kind != .unresolved || !reading.notes.isEmpty, "unresolved without a note", text)
        for (index, part) in reading.parts.enumerated() {
            require(isIn(part.label, text), "a label is not of the text", text)
            checkDates(of: part.rule, part: index, text, in: context)
            require(!part.reasons(in: context).isEmpty, "a part without a reason", text)
        }
        for language in [Language.vi, .en] {
            require(!reading.words(in: language, context: context).isEmpty, "a reading without words", text)
            require(reading.notes.allSatisfy { !$0.words(in: language).isEmpty }, "a note without words", text)
        }
        let dates = reading.nominalDates(in: context, limit: 12)
        require(zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 }, "dates do not increase", text)
    }

    /// A cell means the same in both Unicode forms.
    static func checkForms(of text: String, in context: DeadlineContext) {
        let composed = DeadlineReading(of: text.precomposedStringWithCanonicalMapping, in: context)
        let decomposed = DeadlineReading(of: text.decomposedStringWithCanonicalMapping, in: context)
        require(composed == decomposed, "the Unicode forms differ: \(composed) and \(decomposed)", text)
    }

    private static func checkDates(of rule: DeadlineRule, part: Int, _ text: String, in context: DeadlineContext) {
        switch rule {
        case .fixed(let due, let start, let period):
            require((1...9999).contains(due.year) && !period.isEmpty, "a date out of bounds", text)
            require(start.map { $0 <= due } ?? true, "a window ends before it begins", text)
        case .recurring(let rule):
            let dates = Occurrences(of: rule, in: context, part: part).map(\.nominalDue)
            require(zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 }, "occurrences do not increase", text)
            let first = max(context.issued, rule.start ?? context.issued)
            let last = min(.endOfYear(context.years.upperBound), rule.end ?? .endOfYear(9998))
            require(dates.allSatisfy { first <= $0 && $0 <= last }, "an occurrence out of bounds", text)
            let rules = rule.calendarRules(in: context)
            let isWhole = rules?.map(\.first).min() == dates.first && rules?.map(\.last).max() == dates.last
            require(isWhole, "recurrences without the first or the last date", text)
        case .ongoing, .event, .reference, .done, .unresolved: break
        }
    }

    private static func isIn(_ label: String, _ text: String) -> Bool {
        let (label, text) = (Array(label.utf8), Array(text.utf8))
        guard label.count <= text.count else { return false }
        return (0...text.count - label.count).contains { text[$0..<$0 + label.count].elementsEqual(label) }
    }

    private static func require(_ holds: Bool, _ message: @autoclosure () -> String, _ text: String) {
        guard !holds else { return }
        FileHandle.standardError.write(
            Data(
                "\(message()): \(text.debugDescription) \(text.unicodeScalars.map { String($0.value, radix: 16) })\n"
                    .utf8))
        abort()
    }
}
