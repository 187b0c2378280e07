import Foundation
import Testing
import TrackerDomain

@testable import TrackerDelivery

@Suite("A message as mail")
struct MailMessageTests {
    private func mail(_ message: OutgoingMessage, from sender: String = "Sở Nội vụ <cchc@sonla.gov.vn>") throws
        -> String
    {
        try MailMessage(message, from: try #require(MailAddress(sender))).text
    }

    @Test func namesWhomItIsFromWhomItIsForAndWhatItIsAbout() throws {
        let text = try mail(.sample())
        let headers = try #require(text.components(separatedBy: "\r\n\r\n").first)
        #expect(
            headers.components(separatedBy: "\r\n") == [
                "Date: Wed, 09 Feb 2022 08:00:00 +0700", "From: =?UTF-8?B?U+G7nyBO4buZaSB24bul?=",
                " <cchc@sonla.gov.vn>", "To: =?UTF-8?B?U+G7nyBUxrAgcGjDoXA=?=", " <stp@sonla.gov.vn>",
                "Subject: =?UTF-8?B?Tmjhuq9jIHZp4buHYyBuZ8OgeSAwOS8wMi8yMDIyOiA0IG5oaQ==?=",
                " =?UTF-8?B?4buHbSB24bulIHF1w6EgaOG6oW4=?=", "Message-ID: <7.a1b2@phuluc.invalid>",
                "Content-Language: vi",
                "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All",
                "List-Id: <nhac-viec.phuluc.sonla.gov.vn>", "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"=_phuluc\"",
            ])
        #expect(text.contains(Data("Kính gửi: Sở Tư pháp\r\n\r\nTrân trọng./.".utf8).base64EncodedString()))
    }

    @Test func isAsciiInShortLinesThatEndInCRLF() throws {
        let long = String(repeating: "Kính gửi: Ủy ban nhân dân tỉnh – hòa giải ở cơ sở 👍🏽 ", count: 40)
        let text = try mail(
            .sample(
                addresses: ["a@b.vn", "c@d.vn"], name: long, subject: long, text: long + "\n" + long, html: long))
        #expect(text.utf8.allSatisfy { $0 < 0x80 })
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.contains("\n") && !$0.contains("\r") })
        #expect(!lines.contains { $0.hasPrefix("Subject") && $0.utf8.count > 76 })
    }

    @Test func noEncodedWordCutsACharacter() throws {
        for length in 1...60 {
            let text = String(repeating: "x", count: length) + "ộ👍"
            for word in MailHeader.encodedWords(text).components(separatedBy: "\r\n ") {
                #expect(word.utf8.count <= 75)
                let base64 = word.dropFirst("=?UTF-8?B?".count).dropLast("?=".count)
                let bytes = try #require(Data(base64Encoded: String(base64)))
                #expect(String(data: bytes, encoding: .utf8) != nil, "\(length)")
            }
        }
    }

    @Test func aLineBreakInANameOrSubjectAddsNoField() throws {
        let text = try mail(.sample(name: "A\r\nBcc: x@y.vn", subject: "A\r\nBcc: x@y.vn"))
        #expect(!text.contains("Bcc:"))
    }

    @Test func thatLooksEncodedAlreadyIsEncoded() {
        #expect(MailHeader.text("=?UTF-8?B?AA==?=") != "=?UTF-8?B?AA==?=")
        #expect(MailHeader.text("Reminder of 2022-02-09") == "Reminder of 2022-02-09")
    }

    @Test func withoutAnAddressSaysWhomItIsFor() throws {
        #expect(try mail(.sample(addresses: [])).contains("\r\nTo: =?UTF-8?B?U+G7nyBUxrAgcGjDoXA=?= :;\r\n"))
    }

    @Test(arguments: ["stp", "a b@c.vn", "a@b.vn,c@d.vn", "a@b.vn\r\nBcc: x@y.vn", "sở@sonla.vn", "a@", "@b", "a..b@c"])
    func wrongAddressesAreRefusedForGood(address: String) throws {
        let failure = try #require(throws: DeliveryFailure.self) {
            try mail(.sample(addresses: ["ok@ok.vn", address]))
        }
        #expect(!failure.isTransient)
        #expect(failure.reason.vi.contains(address))
    }

    @Test(arguments: [
        ("cchc@sonla.gov.vn", "", "cchc@sonla.gov.vn"), ("Sở Nội vụ <a@b.vn>", "Sở Nội vụ", "a@b.vn"),
        ("\"Sở, ban\" <a@b.vn>", "Sở, ban", "a@b.vn"), (" a+b@c-d.vn ", "", "a+b@c-d.vn"),
    ])
    func addressesAreRead(text: String, name: String, address: String) throws {
        let read = try #require(MailAddress(text))
        #expect(read.name == name)
        #expect(read.address == address)
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 07:00:00 +0700"), (1_709_225_999_999, "Thu, 29 Feb 2024 23:59:59 +0700"),
        (1_709_226_000_000, "Fri, 01 Mar 2024 00:00:00 +0700"),
    ])
    func theDateIsThatOfVietnam(instant: Int64, words: String) {
        #expect(MailHeader.date(ofMillisecondsSince1970: instant) == words)
    }
}
