import Foundation
import TestSupport
import Testing
import TrackerDomain

/// Whatever stands in a cell, reading it ends, and its labels are words of the cell.
struct DeadlineRobustnessTests {
    @Test(arguments: [
        "Quý ", "\u{301}", "quý I, ", "2026, ", "năm ", "hàng năm ", "và ", "(", "()", "- ", "1/", "hằng năm 1/1/2026 ",
        "theo ",
        "sau khi ", "sau khi a, ", "6 tháng ", "từ 1/1/2026 đến ", "; ", "ngày 1 ", "số 1/A-", "trước ", "1-1-",
        "kể từ 1 ngày ", "\u{200B}", ".1",
        "hàng quý; ", "tháng 1, 2, ", "quý I năm trước ", "Luật a ", "thứ 2, ", "17 giờ ", "06 (sáu) ",
        "quý III/2026 - ",
    ])
    func hundredKilobytesOfOnePieceAreRead(piece: String) {
        let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
        let reading = DeadlineReading(of: text, in: Plan.fiveYears)
        #expect(reading.text == text)
        #expect(!reading.parts.isEmpty)
    }

    @Test func aMegabyteIsRead() {
        for text in [megabyte(of: "Quý IV/2026, trước ngày 15/12; "), megabyte(of: "\u{301}"), randomMegabyte] {
            let reading = DeadlineReading(of: text, in: Plan.fiveYears)
            #expect(reading.text.utf8.count == text.utf8.count)
            #expect(reading.nominalDates(in: Plan.fiveYears, limit: 2).count <= 2)
        }
    }

    private func megabyte(of piece: String) -> String {
        String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    }

    private var randomMegabyte: String {
        var random = Seeded(state: 7)
        return String(decoding: (0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &random) }, as: UTF8.self)
    }

    /// Sixteen times the text takes about sixteen times the processor time, and never near the square, 256 times: between the
    /// two there is room for whatever else the machine does.
    @Test(arguments: [
        "quý I năm trước ", "năm sau ", "a năm 2026 trong ", "tháng 6 và quý I ", "hằng năm, trước 1/1, ",
        "các năm 2026-",
        "\u{301}", "a\u{301}", "(năm 2026 (quý I) ", "quý III/2026 - ", "thứ 2, ", "Luật a ", "sau khi a, ",
    ])
    func theTimeGrowsWithTheLength(piece: String) {
        func time(ofBytes count: Int) -> Double {
            let text = String(repeating: piece, count: count / piece.utf8.count)
            return (0..<3).map { _ in processorTime { _ = DeadlineReading(of: text, in: Plan.fiveYears) } }.min() ?? 0
        }
        let (short, long) = (time(ofBytes: 6_000), time(ofBytes: 16 * 6_000))
        #expect(long < 64 * short, "\(long) s is \(long / short) times \(short) s")
    }

    /// Seconds of this thread, so that other work on the machine does not count.
    private func processorTime(of work: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        work()
        return now() - start
    }

    /// Marks that Vietnamese does not have make another word of it, in both Unicode forms.
    @Test(arguments: [
        "Sau khi\u{302} có hướng dẫn", "đên\u{301} 6/2026", "than\u{301}g 6/2026", "Quý\u{301} IV/2026",
        "hàng na\u{302}\u{306}m", "h\u{603}àng năm", "Qu\u{603}ý IV/2026", "ngày 6/\u{603}6/2026",
    ])
    func aLetterThatIsNotVietnameseIsReadAlikeInBothUnicodeForms(text: String) {
        let composed = DeadlineReading(of: text.precomposedStringWithCanonicalMapping, in: Plan.fiveYears)
        let decomposed = DeadlineReading(of: text.decomposedStringWithCanonicalMapping, in: Plan.fiveYears)
        #expect(composed == decomposed)
    }

    /// What the fuzzer found: inputs that once failed, and those that together reach the whole reader.
    static let corpus: [Substring] = {
        let file = Repository.root.appending(path: "Tests/Fuzz/corpus.txt")
        return (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
    }()

    @Test func everyInputOfTheFuzzerIsRead() {
        #expect(Self.corpus.count >= 4)
        for (number, input) in Self.corpus.enumerated() {
            let text = String(input.dropFirst())
            check(text, seed: 0, round: number)
            let composed = DeadlineReading(of: text.precomposedStringWithCanonicalMapping, in: Plan.fiveYears)
            let decomposed = DeadlineReading(of: text.decomposedStringWithCanonicalMapping, in: Plan.fiveYears)
            #expect(composed == decomposed, "\(text.debugDescription)")
        }
    }

    static let pieces = [
        "Quý", "quý", "I", "IV", "II", "năm", "tháng", "ngày", "hàng", "hằng năm", "2026", "2030", "15", "6",
        "31/02/2026", "/", "-",
        " - ", "–", ",", ";", ".", "(", ")", "\n", "và", "hoặc", "trước", "chậm nhất", "từ", "đến", "hết", "kể từ",
        "sau khi", "ban hành",
        "Kế hoạch", "làm việc", "định kỳ", "báo cáo", "thường xuyên", "đột xuất", "theo", "kỳ họp", "cuối", "đầu",
        "giữa", "số",
        "326/TB-HĐ", "\u{301}", "e\u{302}\u{323}", "🇻🇳", "\u{200D}", "\u{0}", "٣", "99999999999999999999", "thứ", "tuần",
        "lần", "của", "là",
        "1/2", "3/2026", "Quyết định", "mười", "hai", "tháng cuối quý", "trở đi", "26", "\r\n", "năm kế hoạch",
    ]

    @Test(arguments: [UInt64(20_260_105), 2, 3, 4])
    func randomWordsAreReadWithLabelsOfTheirOwn(seed: UInt64) {
        var random = Seeded(state: seed)
        for round in 0..<20_000 {
            var text = ""
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                text += Self.pieces.randomElement(using: &random) ?? ""
                if Bool.random(using: &random) { text += " " }
            }
            check(text, seed: seed, round: round)
        }
    }

    @Test(arguments: [UInt64(5), 6])
    func randomBytesAreReadWithLabelsOfTheirOwn(seed: UInt64) {
        var random = Seeded(state: seed)
        for round in 0..<10_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            check(String(decoding: bytes, as: UTF8.self), seed: seed, round: round)
        }
    }

    private func check(_ text: String, seed: UInt64, round: Int) {
        let plan = round.isMultiple(of: 2) ? Plan.oneYear : Plan.sonLa
        let reading = DeadlineReading(of: text, in: plan)
        let whole = Array(text.utf8)
        let areOwn = reading.parts.allSatisfy { part in
            let label = Array(part.label.utf8)
            return label.isEmpty || whole.indices.contains { whole[$0...].starts(with: label) }
        }
        if !areOwn || reading.parts.isEmpty || (reading.kind == .unresolved && reading.notes.isEmpty) {
            Issue.record("seed \(seed), round \(round): \(text.debugDescription) → \(reading)")
        }
        let dates = reading.nominalDates(in: plan, limit: 5)
        if zip(dates, dates.dropFirst()).contains(where: { $0 >= $1 }) {
            Issue.record("seed \(seed), round \(round): \(text.debugDescription) has dates \(dates)")
        }
        _ = reading.words(in: .vi, context: plan)
    }
}
