import Testing
import TrackerDomain

struct AgencyAddressTests {
    @Test(arguments: ["a@b.vn", "vanthu.stp@sonla.gov.vn", "x+y_z@a-b.c.gov.vn", "A.B@SONLA.GOV.VN"])
    func anEmailAddressIsTakenAsItIs(text: String) {
        #expect(AgencyAddress(email: text)?.text == text)
        #expect(AgencyAddress(.email, text)?.kind == .email)
    }

    @Test(arguments: [
        "", "a", "a@b", "@b.vn", "a@", "a@@b.vn", "a b@c.vn", "a@b..vn", ".a@b.vn", "a.@b.vn", "a@-b.vn", "a@b-.vn",
        "Sở Tư pháp <a@b.vn>", "á@b.vn", "a@b.vn\nBcc: c@d.vn", "a@b.vn,c@d.vn", "\"a\"@b.vn",
        String(repeating: "a", count: 65) + "@b.vn",
    ])
    func whatIsNoEmailAddressIsRefused(text: String) {
        #expect(AgencyAddress(email: text) == nil)
    }

    @Test(arguments: ["https://chat.sonla.gov.vn/hooks/stp?x=1", "http://10.0.0.7:8080/h", "HTTPS://a.vn"])
    func aWebhookIsAnHTTPAddress(text: String) {
        #expect(AgencyAddress(webhook: text)?.text == text)
        #expect(AgencyAddress(.webhook, text)?.kind == .webhook)
    }

    @Test(arguments: [
        "", "https://", "https:///x", "ftp://a.vn", "https://a b.vn", "https://a.vn/\n", "https://á.vn", "a.vn/x",
    ])
    func whatIsNoWebhookIsRefused(text: String) {
        #expect(AgencyAddress(webhook: text) == nil)
    }

    @Test func theWaitsGrowFourfold() {
        #expect((1...4).map(ReminderRetry.milliseconds(after:)).map { $0 / 60_000 } == [10, 40, 160, 640])
        #expect(ReminderRetry.milliseconds(after: 99) == ReminderRetry.longestWait)
        #expect(ReminderRetry.longestWait > ReminderRetry.leaseMilliseconds)
    }
}
