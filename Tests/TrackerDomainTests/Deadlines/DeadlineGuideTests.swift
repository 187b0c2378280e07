import Foundation
import Testing

@testable import TrackerDomain

/// `docs/deadlines.md` is made from the grammar's table and from the readings of its examples; with `RECORD_SNAPSHOTS=1`
/// in the environment the file is written instead.
struct DeadlineGuideTests {
    @Test func theGuideSaysWhatTheGrammarReads() throws { try expectGuide(Self.guide, "deadlines.md") }

    @Test func everyWordingOfTheGrammarIsInTheGuide() {
        let guide = Self.guide
        for spelling in PhraseGrammar.vietnamese.wordings.flatMap(\.written) {
            #expect(guide.contains("`\(Self.shown(spelling))`"), "\(spelling)")
        }
    }

    @Test func everyKindHasAnExampleInTheGuide() {
        let examples = Self.wordings.flatMap { $0.1.map(\.example) } + Self.forms.flatMap(\.1)
        let kinds = Set(examples.map { DeadlineReading(of: $0, in: Plan.fiveYears).kind })
        #expect(kinds == Set(DeadlineKind.allCases))
    }

    // MARK: The guide

    private static var guide: String {
        let parts =
            [introduction] + wordings.map(section) + [formsIntroduction] + forms.map(section)
            + [grounds]
        return parts.joined(separator: "\n")
    }

    private static let introduction = """
        # The deadline language

        What `phuluc` reads in the time column of a plan's appendix. This file is made from the grammar by
        `DeadlineGuideTests`; do not edit it. Record it anew with `RECORD_SNAPSHOTS=1 Scripts/test --filter DeadlineGuide`.

        The examples are read in a plan of 05/01/2026 for 2026–2030. What is not certain is `unresolved`, with a note that
        says why: a date is never guessed. Capitals, Unicode form, tone placement ("hoà", "hòa"), doubled spaces and the
        kind of dash do not matter; numbers may be words. Months, quarters and years are due on their last day; "trước"
        a day is due on the day before it, unless the plan says otherwise.

        """

    private static let formsIntroduction = """
        # Forms

        How times are put together.

        """

    private static let wordings: [(String, [PhraseGrammar.Wording])] = [
        ("What comes again", PhraseGrammar.recurrence),
        ("What stands before a date", PhraseGrammar.bounds),
        ("What ties a deadline to an event or a document", PhraseGrammar.anchors),
        ("Words of time", PhraseGrammar.times),
        ("States, and words without a date", PhraseGrammar.states),
    ]

    private static let forms: [(String, [String])] = [
        (
            "Days",
            [
                "15/6/2026", "15-6-2026", "15.6.2026", "2026-06-15", "8/2/26", "Ngày 15 tháng 6 năm 2026",
                "Ngày 06 (sáu) tháng 6 năm 2026", "10 ngày đầu tháng 6/2026", "Trước ngày 15/6 và 15/12/2026",
            ]
        ),
        (
            "Months, quarters and years",
            [
                "6/2026", "Tháng 6 năm 2026", "Quý IV/2026", "Quý IV2026", "2026", "6 tháng đầu năm 2026",
                "4 tháng đầu năm 2026", "9 tháng năm 2026", "Giữa tháng 6/2026", "Trung tuần tháng 6/2026",
                "Năm 2026 (quý II)", "Năm 2026, chậm nhất 30/6/2026", "Công bố Chỉ số CCHC năm 2025 trong tháng 4/2026",
            ]
        ),
        (
            "Windows, due on their last day",
            [
                "2026-2030", "Tháng 3-6/2026", "03-06/2026", "28/6-5/7/2026", "Từ ngày 01/01/2026 đến ngày 30/6/2026",
                "Quý I - Quý III/2026",
            ]
        ),
        (
            "Recurring days",
            [
                "Tháng 6 và tháng 12 hằng năm", "Trước ngày 20/3; 20/6; 20/12 hàng năm", "Ngày 25 hằng tháng",
                "Hằng tháng, ngày 05 tháng sau", "Ngày 20 tháng 3, 6, 9, 12 hằng năm",
                "Quý IV hằng năm (trước ngày 15/12)",
                "Đầu mỗi tháng", "Thứ 2, thứ 5 hàng tuần", "Quý I, 6 tháng, 9 tháng, năm", "Quý IV các năm 2026-2028",
                "Hằng năm, giai đoạn 2026-2028", "Quý I hằng năm (từ năm 2028)",
            ]
        ),
        (
            "Terms",
            [
                "30 ngày kể từ ngày ký", "02 tháng kể từ ngày 31/12/2026", "05 ngày làm việc sau khi có kết luận",
                "Trong 30 ngày",
            ]
        ),
        (
            "Several deadlines in a cell",
            [
                "Quý I, II/2026", "Quý I năm 2026, 2027 và 2028", "Quý II và tháng 12 năm 2026",
                "Hằng năm, riêng năm 2026 trước 30/6/2026",
                "Thường xuyên, báo cáo hàng quý",
            ]
        ),
        (
            "Without diacritics, where every word is certain",
            ["quy IV hang nam", "truoc ngay 30/6/2026", "truoc 30/6/2026 xong"]
        ),
        (
            "Left to a person",
            [
                "Quý IV", "31/02/2026", "Chỉ số PAR INDEX 2026", "Phụ lục 1/2026", "24/7", "Tháng năm 2026",
                "Tuần 2 tháng 6/2026", "Ngày 10/3 âm lịch", "Quý II/2026, 2027", "Quý I năm sau",
                "Ngày 15 tháng 3 và tháng 9",
                "Trước Tết Nguyên đán năm 2027", "Luật Đất đai năm 2024", "Đã hoàn thành 50%", "Đầu quý II/2026",
                "3 năm một lần", "Năm học 2025-2026",
                "Thông báo số 326/TB-TTHĐND ngày 17/12/2025",
            ]
        ),
    ]

    private static var grounds: String {
        let introduction = """
            # Grounds

            Why a deadline has its date; `phuluc explain` names them. The Civil Code governs civil relations: no text says how
            a plan of an authority counts its days, so it is applied by analogy. Where no text at all is known the rule is this
            tracker's own.

            | code | words | căn cứ | source |
            |---|---|---|---|
            """
        let lines = DeadlineGround.allCases.map { ground in
            "| `\(ground.rawValue)` | \(ground.words(in: .en)) | \(ground.words(in: .vi)) | \(ground.source(in: .en)) |"
        }
        return ([introduction] + lines).joined(separator: "\n") + "\n"
    }

    private static func section(_ title: String, _ wordings: [PhraseGrammar.Wording]) -> String {
        var lines = ["## \(title)", "", "| wordings | example | kind | read as | đọc là |", "|---|---|---|---|---|"]
        for wording in wordings {
            let spellings = wording.written.map { "`\(shown($0))`" }.joined(separator: ", ")
            lines.append("| \(spellings) | \(row(wording.example)) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ title: String, _ examples: [String]) -> String {
        let lines = ["## \(title)", "", "| example | kind | read as | đọc là |", "|---|---|---|---|"]
        return (lines + examples.map { "| \(row($0)) |" }).joined(separator: "\n") + "\n"
    }

    /// The cells of an example: its words, its kind, and what it was read as or why it was not.
    private static func row(_ example: String) -> String {
        let reading = DeadlineReading(of: example, in: Plan.fiveYears)
        let cells = [Language.en, .vi].map { language in
            let notes = reading.kind == .unresolved ? reading.notes.map { $0.words(in: language) } : []
            return ([reading.words(in: language, context: Plan.fiveYears)] + notes).joined(separator: ". ")
        }
        return (["\(example)", reading.kind.rawValue] + cells).joined(separator: " | ")
    }

    private static func shown(_ spelling: String) -> String {
        spelling.replacing(" / ", with: "/").replacing("( ", with: "(").replacing(" )", with: ")")
    }
}
