import Foundation
import Testing

@testable import TrackerImport

struct SourceTextTests {
    @Test(
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04] + Array("....word/document.xml".utf8), .wordDocument),
            ([0x50, 0x4B, 0x03, 0x04] + Array("....xl/workbook.xml".utf8), .excelWorkbook),
            ([0x50, 0x4B, 0x03, 0x04] + Array("....mimetype".utf8), .archive),
            ([0x50, 0x4B, 0x03, 0x04], .archive),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .oldOffice), (Array("%PDF-1.7\n".utf8), .pdf),
            (Array("{\\rtf1 a}".utf8), .richText), (Array("\n<!DOCTYPE html><p>".utf8), .webPage),
            ([0xFF, 0xFE, 0x41, 0x00], .utf16), ([0xFE, 0xFF, 0x00, 0x41], .utf16),
            (Array("STT,Chủ trì\n".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, .utf16),
            ([0x41, 0x00, 0x00, 0x42], .unknownBinary), ([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13], .unknownBinary),
        ] as [([UInt8], ImportFailure.FileKind)])
    func whatIsNoTextIsNamed(bytes: [UInt8], kind: ImportFailure.FileKind) {
        #expect(throws: ImportFailure.notText(kind)) { try SourceText(bytes) }
        #expect(throws: ImportFailure.notText(kind)) { try ImportPipeline.draft(of: bytes, named: "plan.csv") }
    }

    @Test(arguments: ["", " \n\t\r\n \u{A0}", "\u{FEFF}", "\u{FEFF}\n"])
    func nothingToReadIsSaid(text: String) {
        #expect(throws: ImportFailure.empty) { try SourceText(Array(text.utf8)) }
    }

    @Test func theFirstByteThatIsNotUTF8IsNamed() {
        let latin1 = Array("STT\nK".utf8) + [0xEA] + Array(" ho".utf8)
        #expect(throws: ImportFailure.notUTF8(offset: 5, line: 2)) { try SourceText(latin1) }
        #expect(throws: ImportFailure.notUTF8(offset: 3, line: 1)) { try SourceText([0xEF, 0xBB, 0xBF, 0xFF]) }
        #expect(throws: ImportFailure.notUTF8(offset: 1, line: 1)) { try SourceText([0x41, 0xE1, 0xBB]) }
    }

    @Test func filesOverTheLimitAreRefusedUnread() {
        let limit = SourceText.sizeLimit
        let bytes = [UInt8](repeating: 0xFF, count: limit + 1)
        #expect(throws: ImportFailure.tooLarge(bytes: limit + 1, limit: limit)) { try SourceText(bytes) }
    }

    @Test func linesAreThoseOfTheFile() throws {
        let source = try SourceText(Array("\u{FEFF}a\r\n\rb\n\r\nc".utf8))
        #expect((0..<source.lineCount).map { source.line($0) } == ["a", "", "b", "", "c"])
        #expect(source.lines(2...4) == "b\n\nc")
    }

    @Test(arguments: ["Thường xuyên", "hoà giải – “1 cửa”", "Å\u{212B}", "가\u{1100}\u{1161}", "ệ\u{323}"])
    func textIsComposed(text: String) throws {
        let spelt = [text, text.decomposedStringWithCanonicalMapping]
        for text in spelt {
            let source = try SourceText(Array(text.utf8))
            #expect(source.text.unicodeScalars.elementsEqual(text.precomposedStringWithCanonicalMapping.unicodeScalars))
        }
    }

    @Test(arguments: ["Tiếp tục rà soát", "ệ", "한"])
    func longTextsAreComposedWithoutSeams(word: String) throws {
        let text = String(repeating: word + (word.count > 1 ? "\n" : ""), count: 20_000)
        let source = try SourceText(Array(text.decomposedStringWithCanonicalMapping.utf8))
        #expect(source.text.utf8.elementsEqual(text.utf8))
    }
}
