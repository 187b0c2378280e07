import Foundation
import TestSupport
import Testing
import TrackerDelivery
import TrackerDomain

@Suite("Mail through sendmail")
struct SendmailTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func sendmail(_ lines: String, timeout: Int = 30) throws -> Sendmail {
        try Sendmail(
            program: try StandInProgram.make("sendmail", in: folder.url, lines: lines),
            from: try #require(MailAddress("cchc@sonla.gov.vn")),
            timeout: timeout)
    }

    @Test func getsTheMessageAndPlainArguments() throws {
        let program = try sendmail(
            "printf '%s\\n' \"$@\" > '\(folder.path)/arguments'; cat > '\(folder.path)/message'")
        try program.send(.sample())
        #expect(try folder.text("arguments") == "-t\n-i\n-f\ncchc@sonla.gov.vn\n")
        let message = try folder.text("message")
        #expect(message.contains("\r\nMessage-ID: <7.a1b2@phuluc.invalid>\r\n"))
        #expect(message.hasSuffix("--=_phuluc--\r\n"))
    }

    @Test(arguments: [
        (75, true), (78, true), (127, true), (1, true), (68, true), (69, true), (67, false), (65, false),
    ])
    func itsStatusSaysWhetherToTryAgain(status: Int, isTransient: Bool) throws {
        let failure = try failure(of: try sendmail("echo bắt đầu >&2; echo 'hết chỗ' >&2; exit \(status)"))
        #expect(failure.isTransient == isTransient)
        #expect(failure.reason.vi.hasSuffix("kết thúc với mã \(status): bắt đầu; hết chỗ."))
    }

    @Test func aProgramThatReadsNothingAndTalksWithoutEndIsNoTrouble() throws {
        let large = String(repeating: "Báo cáo kết quả thực hiện. ", count: 100_000)
        try sendmail("exit 0").send(.sample(text: large))
        let failure = try failure(of: try sendmail("head -c 5000000 /dev/zero >&2; exit 75"))
        #expect(failure.reason.en.utf8.count < 2_000)
    }

    @Test(arguments: ["exec sleep 60", "sleep 60", "trap '' TERM; while :; do sleep 60; done"])
    func aProgramThatHangsIsStoppedWithAllThatItStarted(lines: String) throws {
        var failed: DeliveryFailure?
        let time = try ContinuousClock().measure { failed = try failure(of: try sendmail(lines, timeout: 1)) }
        #expect(failed?.isTransient == true)
        #expect(failed?.reason.en.contains("1 seconds") == true)
        #expect(time < .seconds(30))
    }

    @Test func aProgramThatLeavesAnotherBehindToDeliverHasEnded() throws {
        let time = try ContinuousClock().measure { try sendmail("sleep 60 & exit 0").send(.sample()) }
        #expect(time < .seconds(30))
    }

    @Test func nothingOfAMessageIsLeftOnTheDisk() throws {
        try sendmail("readlink -f /proc/self/fd/0 > '\(folder.path)/input'").send(.sample())
        let input = try folder.text("input").trimmingCharacters(in: .newlines)
        #expect(input.contains("/phuluc-"))
        #expect(!FileManager.default.fileExists(atPath: input))
    }

    @Test func aMissingProgramSaysWhatToInstall() throws {
        let failure = try #require(throws: DeliveryFailure.self) {
            try Sendmail(program: "\(folder.path)/khong-co", from: try #require(MailAddress("a@b.vn")))
        }
        #expect(failure.reason.vi.contains("apt install msmtp-mta"))
        #expect(failure.isTransient)
    }

    @Test func anAgencyWithoutAnAddressIsNotSentTo() throws {
        let failure = try failure(of: try sendmail("touch '\(folder.path)/called'"), .sample(addresses: []))
        #expect(!failure.isTransient)
        #expect(try !folder.names.contains("called"))
    }
}
