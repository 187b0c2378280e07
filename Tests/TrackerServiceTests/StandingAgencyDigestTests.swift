import Testing
import TrackerDelivery
import TrackerDomain
import TrackerService

/// What waits for the standing agency falls due for nobody: it is told of it once a week.
struct StandingAgencyDigestTests {
    private static let homeAffairs = "son-la/so-noi-vu"
    private let fixture: ServiceFixture

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows([.init("I.1", "Rà soát văn bản", "31/12/2022")])
    }

    private func remind(on today: String, _ options: ReminderOptions = .init()) throws -> [OutgoingMessage] {
        try fixture.tracker(on: today).remind(options).messages
    }

    private func submit(on today: String) throws {
        try fixture.perform(.submit(evidence: nil, note: "Đã xong"), on: 1, as: "Sở Tư pháp", today: today)
    }

    @Test func whereNothingWaitsNothingIsSent() throws {
        for day in ["2022-02-21", "2022-02-28", "2022-03-07"] { #expect(try remind(on: day).isEmpty) }
    }

    @Test func whatIsSubmittedIsToldOnceAWeekUntilItIsConfirmed() throws {
        try submit(on: "2022-02-22")
        let first = try remind(on: "2022-02-23")
        #expect(first.map(\.recipient) == [Self.homeAffairs])
        #expect(first.first?.items == [])
        #expect(first.first?.text.contains("Rà soát văn bản") == true)
        // The rest of that week nothing, and again on the Monday after it.
        for day in ["2022-02-23", "2022-02-24", "2022-02-25"] { #expect(try remind(on: day).isEmpty) }
        #expect(try remind(on: "2022-02-28").map(\.recipient) == [Self.homeAffairs])
        #expect(try remind(on: "2022-02-28").isEmpty)
        try fixture.perform(.accept(note: ""), on: 1, today: "2022-03-01")
        #expect(try remind(on: "2022-03-07").isEmpty)
    }

    @Test func aRequestForMoreTimeIsToldToo() throws {
        try fixture.perform(
            .requestExtension(to: DueDate(nominal: day("2023-02-28"), effective: day("2023-02-28")), reason: "Chờ"),
            on: 1, as: "Sở Tư pháp", today: "2022-02-22")
        let messages = try remind(on: "2022-02-22")
        #expect(messages.map(\.recipient) == [Self.homeAffairs])
        #expect(messages.first?.text.contains("28/02/2023") == true)
    }

    @Test func onADayOffItWaitsForTheNextWorkingDay() throws {
        try submit(on: "2022-02-25")
        #expect(try remind(on: "2022-02-26").isEmpty)
        #expect(try remind(on: "2022-02-28").count == 1)
    }

    @Test func withoutAnAddressItIsSentAsSoonAsThereIsOne() throws {
        try submit(on: "2022-02-22")
        var mail = ReminderOptions()
        mail.channel = .eml
        #expect(try remind(on: "2022-02-22", mail).isEmpty)
        _ = try fixture.tracker(on: "2022-02-22").setAddresses(
            of: "Sở Nội vụ", emails: ["snv@sonla.example"], webhooks: nil, isDryRun: false)
        #expect(try remind(on: "2022-02-22", mail).map(\.addresses) == [["snv@sonla.example"]])
        #expect(try remind(on: "2022-02-22", mail).isEmpty)
    }

    @Test func aRunThatFailsTriesTheSameMessageAgain() throws {
        try submit(on: "2022-02-22")
        let receiver = ReminderCollector()
        receiver.refuse(Self.homeAffairs, .mailboxFull)
        let failed = try fixture.tracker(on: "2022-02-22").remind(through: receiver)
        #expect(failed.failures.count == 1)
        let again = try fixture.tracker(on: "2022-02-22", minutesLater: 30).remind()
        #expect(again.messages.map(\.messageID) == failed.failures.map(\.message.messageID))
    }
}
