import HTTPTypes
import HummingbirdTesting
import Testing
import TrackerDomain

@testable import phuluc_server

/// Who sends wrong tokens waits.
@Suite(.timeLimit(.minutes(5))) struct LockOutTests {
    private static let minute: Int64 = 60_000_000_000

    @Test func tenWrongTokensWithinAQuarterOfAnHourLockAnAddressOut() {
        let lock = LockOut()
        for number in 0..<9 { lock.noteWrong(from: "a", at: Int64(number) * Self.minute) }
        #expect(lock.wait(for: "a", at: 9 * Self.minute) == nil)
        lock.noteWrong(from: "a", at: 10 * Self.minute)
        #expect(lock.wait(for: "a", at: 10 * Self.minute) == 900)
        #expect(lock.wait(for: "a", at: 25 * Self.minute - 1) == 1)
        #expect(lock.wait(for: "a", at: 25 * Self.minute) == nil)
        #expect(lock.wait(for: "b", at: 10 * Self.minute) == nil)
    }

    @Test func whatIsLongAgoDoesNotCount() {
        let lock = LockOut()
        for number in 0..<100 {
            lock.noteWrong(from: "a", at: Int64(number) * 2 * Self.minute)
            #expect(lock.wait(for: "a", at: Int64(number) * 2 * Self.minute) == nil)
        }
    }

    @Test func aFloodOfAddressesFreesNobodyWhoIsLockedOut() {
        let lock = LockOut()
        for _ in 0..<10 { lock.noteWrong(from: "a", at: 0) }
        for number in 0..<(2 * LockOut.capacity) { lock.noteWrong(from: "\(number)", at: Self.minute) }
        #expect(lock.wait(for: "a", at: 2 * Self.minute) != nil)
    }

    @Test func theSignInPageSaysHowLong() async throws {
        let desk = try ServerDesk()
        let token = try desk.token(.reader)
        try await desk.serve {
            $0.trustProxy = TrustedProxies("127.0.0.1,::1") ?? .none
        } _: { client in
            var browser = Browser(client)
            browser.headers[.xForwardedFor] = "203.0.113.7"
            for _ in 1...10 { #expect(try await browser.signIn(token + "x").status == 403) }
            let refused = try await browser.signIn(token)
            #expect(refused.status == 429)
            #expect(refused.headers[.retryAfter].flatMap { Int($0) }.map { (1...900).contains($0) } == true)
            #expect(refused.text.contains("Thử lại sau 15 phút"))
            var neighbour = Browser(client)
            neighbour.headers[.xForwardedFor] = "203.0.113.8"
            #expect(try await neighbour.signIn(token).status == 303)
        }
    }
}
