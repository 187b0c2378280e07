import Testing
import TrackerDomain

@testable import TrackerImport

struct PlanFileTests {
    private func read(_ text: String) throws(PlanFileFailure) -> PlanFile { try PlanFile(Array(text.utf8)) }

    @Test func allKeysAreRead() throws {
        let file = try read(
            """
            {"number": "2407/QĐ-UBND", "issuer": "UBND tỉnh Sơn La", "issued": "2021-10-01", "title": " Kế hoạch ",
             "years": {"from": 2021, "to": 2030}, "parent": "76/NQ-CP", "territory": "son-la",
             "standingAgency": "so-noi-vu", "titel": 1}
            """)
        #expect(file.header.complete?.number.description == "2407/QĐ-UBND")
        #expect(file.header.complete?.issued == CivilDate(year: 2021, month: 10, day: 1))
        #expect(file.header.complete?.years == 2021...2030)
        #expect(file.header.title == "Kế hoạch")
        #expect(file.header.parent == DocumentNumber("76/NQ-CP"))
        #expect(file.territory == "son-la")
        #expect(file.standingAgency == "so-noi-vu")
        #expect(file.unknownKeys == ["titel"])
    }

    @Test func allKeysAreOptional() throws {
        let file = try read("{\"title\": null, \"years\": null}")
        #expect(file.header == PlanHeaderDraft())
        #expect(file.header.missing == PlanHeaderField.allCases)
        #expect(file.header.complete == nil)
    }

    @Test func allProblemsAreNamedAtOnce() {
        let failure = #expect(throws: PlanFileFailure.self) {
            try read(
                """
                {"number": "abc", "issuer": 3, "issued": "01/10/2021", "title": " ", "years": {"from": 2030, "to": 2021},
                 "parent": "x", "beforeIncludesDay": "có"}
                """)
        }
        #expect(
            failure
                == .fields([
                    .notDocumentNumber(key: "number", value: "abc"), .notText(key: "issuer"),
                    .notDay(key: "issued", value: "01/10/2021"), .notText(key: "title"), .notYears(key: "years"),
                    .notDocumentNumber(key: "parent", value: "x"), .notYesOrNo(key: "beforeIncludesDay"),
                ]))
        for language in Language.allCases {
            for key in ["number", "issuer", "issued", "title", "years", "parent", "beforeIncludesDay"] {
                #expect(failure?.words(in: language).contains("“\(key)”") == true)
            }
        }
    }

    @Test(arguments: ["", "[]", "{", "\"a\""])
    func whatIsNoObjectIsRefused(text: String) {
        #expect(throws: PlanFileFailure.notAnObject) { try read(text) }
    }
}
