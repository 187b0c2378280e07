import TestSupport
import Testing
import TrackerDomain

@testable import TrackerImport

/// Files that were cut, mixed up or edited by hand: whatever is read from them must be sound.
struct DamagedFileTests {
    private static let pieces: [[UInt8]] = [
        "\t", "\n", "\n\n", "\r\n", "\"", ",", ";", "\tSTT\n", "\tI\n", "\n\t1\n", "PHỤ LỤC\n", "\u{A0}", "\u{301}",
        "Kèm theo Quyết định số ", "giai đoạn 2030-2021", "ngày ", "Số: ", "(", "UBND",
    ].map { Array($0.utf8) }

    @Test(arguments: ["plan.txt", "plan.csv"])
    func damagedFilesGiveSoundRowsOrAFailure(name: String) throws {
        let whole =
            name.hasSuffix("csv")
            ? Array(DelimitedText.appendix(try Fixtures.rows2407()).utf8)
            : Array(try Fixtures.decision2407().suffix(22_000))
        var generator = Seeded(state: 2407)
        var read = 0
        for round in 0..<150 {
            let bytes = damaged(whole, &generator)
            do throws(ImportFailure) {
                let draft = try ImportPipeline.draft(of: bytes, named: name)
                let lineCount = try SourceText(bytes).lineCount
                read += 1
                #expect(!draft.rows.isEmpty, "seed 2407, round \(round)")
                #expect(draft.rows.filter { $0.row.task[...].isBlank }.isEmpty, "seed 2407, round \(round)")
                let lines = draft.rows.map(\.line)
                #expect(lines == lines.sorted(), "seed 2407, round \(round)")
                let named = lines + draft.diagnostics.compactMap(\.line)
                #expect(named.filter { !(1...lineCount).contains($0) }.isEmpty, "seed 2407, round \(round)")
            } catch {
                #expect(!error.words(in: .vi).isEmpty, "seed 2407, round \(round)")
            }
        }
        #expect(read > 30)
    }

    private func damaged(_ whole: [UInt8], _ generator: inout Seeded) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...12, using: &generator) {
            let start = boundary(in: bytes, near: Int.random(in: 0...bytes.count, using: &generator))
            switch Int.random(in: 0..<4, using: &generator) {
            case 0:
                let end = boundary(
                    in: bytes, near: min(bytes.count, start + Int.random(in: 0...400, using: &generator)))
                bytes.removeSubrange(start..<max(start, end))
            case 1 where Int.random(in: 0..<8, using: &generator) == 0:
                bytes.removeSubrange(start...)
            default:
                bytes.insert(contentsOf: Self.pieces.randomElement(using: &generator) ?? [], at: start)
            }
        }
        return bytes
    }

    /// A place between two scalars, so that most damaged files are still UTF-8.
    private func boundary(in bytes: [UInt8], near index: Int) -> Int {
        var index = index
        while index > 0, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }
}
