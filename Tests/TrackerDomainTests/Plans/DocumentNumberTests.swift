import Testing
import TrackerDomain

struct DocumentNumberTests {
    @Test(arguments: [
        "2407/QĐ-UBND", "/QĐ-UBND", "62/2020/NĐ-CP", "813/TTr-SNV", "76/NQ-CP", "15/2020/QH14", "02a/KH-UBND",
        "1270/BC-TCTTTg", "12729/VPCP-KGVX", "04/CT-TTg",
    ])
    func aNumberAndSymbolIsKeptAsWritten(text: String) {
        #expect(DocumentNumber(text)?.description == text)
    }

    @Test(arguments: [
        ("2407 /QĐ- UBND", "2407/QĐ-UBND"), (" 2407/QĐ–UBND ", "2407/QĐ-UBND"), ("62/2020/NĐ—CP", "62/2020/NĐ-CP"),
        ("  /QĐ-UBND", "/QĐ-UBND"), ("2407\u{A0}/QĐ-UBND", "2407/QĐ-UBND"),
    ])
    func slipsOfTypingAreLeftOut(text: String, number: String) {
        #expect(DocumentNumber(text)?.description == number)
        #expect(DocumentNumber(text) == DocumentNumber(number))
    }

    @Test(arguments: ["80-NQ/TW", "36-HD/VPTW", "05-NQ/TU"])
    func documentsOfThePartyHaveTheirKindBeforeTheSlash(text: String) {
        #expect(DocumentNumber(text)?.description == text)
    }

    @Test(arguments: [
        "", " ", "/", "2407", "QĐ-UBND", "2407/", "2407/123", "QĐ/2407", "2407//", "1/2/3/QĐ", "2407/QĐ_UBND",
        "62/<b>/NĐ-CP", "62/20 20;/NĐ-CP", "2407/QĐ-UBND; DROP", "-/QĐ-UBND",
    ])
    func anythingElseIsRefused(text: String) {
        #expect(DocumentNumber(text) == nil)
    }

    @Test func aNumberHasAtMostSixtyCharacters() {
        #expect(DocumentNumber("1/" + String(repeating: "Q", count: 58)) != nil)
        #expect(DocumentNumber("1/" + String(repeating: "Q", count: 59)) == nil)
    }
}
