import Foundation
import TestSupport
import Testing
import TrackerDelivery
import TrackerDomain

@Suite("A folder of messages")
struct EmlFolderTests {
    private let folder: TemporaryFolder
    private let delivery: EmlFolder

    init() throws {
        folder = try TemporaryFolder()
        delivery = try EmlFolder(folder.path, from: try #require(MailAddress("cchc@sonla.gov.vn")))
    }

    @Test func holdsAMessageOnceHoweverOftenItIsSent() throws {
        try delivery.send(.sample())
        let first = try folder.text("7.a1b2@phuluc.invalid.eml")
        try delivery.send(.sample())
        #expect(try folder.names == ["7.a1b2@phuluc.invalid.eml"])
        #expect(try folder.text("7.a1b2@phuluc.invalid.eml") == first)
        #expect(first.hasPrefix("Date: Wed, 09 Feb 2022 08:00:00 +0700\r\n"))
    }

    @Test func aFileThatAKilledRunLeftBehindDoesNotStandInTheWay() throws {
        let left = "\(folder.path)/.7.a1b2@phuluc.invalid.eml.\(ProcessInfo.processInfo.processIdentifier).partial"
        try Data("half".utf8).write(to: URL(filePath: left))
        try delivery.send(.sample())
        #expect(try folder.names == ["7.a1b2@phuluc.invalid.eml"])
    }

    @Test(arguments: [
        ("<7.a@phuluc>", "7.a@phuluc.eml"), ("<../../etc/passwd@x>", "%2E.%2F..%2Fetc%2Fpasswd@x.eml"),
        ("<a b@x>", "a%20b@x.eml"), ("<a%20b@x>", "a%2520b@x.eml"),
    ])
    func namesAreSafeAndDifferWhereIdsDiffer(id: String, name: String) {
        #expect(EmlFolder.fileName(of: id) == name)
    }

    @Test func aFolderThatIsNotThereIsRefusedAtOnce() throws {
        let failure = try #require(throws: DeliveryFailure.self) {
            try EmlFolder(folder.path + "/khong-co", from: try #require(MailAddress("a@b.vn")))
        }
        #expect(failure.reason.en.contains(folder.path + "/khong-co"))
    }

    @Test func whatCannotBeWrittenMayBeSentLater() throws {
        try FileManager.default.removeItem(atPath: folder.path)
        #expect(try failure(of: delivery).isTransient)
    }

    @Test func aWrongAddressLeavesNothingBehind() throws {
        #expect(try !failure(of: delivery, .sample(addresses: ["stp"])).isTransient)
        #expect(try folder.names.isEmpty)
    }
}
