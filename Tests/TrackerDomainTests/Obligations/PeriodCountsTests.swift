import Testing
import TrackerDomain

struct PeriodCountsTests {
    /// Report 1270/BC-TCTTTg for 2017: 21,914 tasks.
    private var of2017: PeriodCounts {
        var counts = PeriodCounts()
        counts.completedOnTime = 14_068
        counts.completedLate = 1_983
        counts.within = 5_640
        counts.overdue = 223
        return counts
    }

    @Test func theFiguresOf2017GiveTheReportedShares() throws {
        #expect(of2017.withDeadline == 21_914)
        #expect(of2017.comeDue == 16_274)
        let ofComeDue = try #require(of2017.overdueOfComeDue)
        #expect((ofComeDue * 10_000).rounded() == 137, "1.37 % of those that have come due")
        #expect(((1 - ofComeDue) * 10_000).rounded() == 9_863)
        #expect((try #require(of2017.completedOfComeDue) * 10_000).rounded() == 9_863)
        #expect(of2017.completed == 16_051)
        let ofAll = try #require(of2017.overdueOfAll)
        #expect((ofAll * 10_000).rounded() == 102)
    }

    @Test func sharesOfNothingAreNotNumbers() {
        var counts = PeriodCounts()
        counts.waiting = 3
        counts.withoutDeadline = 4
        #expect(counts.overdueOfAll == nil)
        #expect(counts.overdueOfComeDue == nil)
    }

    @Test func addingAddsEveryCount() {
        var one = of2017
        one.withoutDeadline = 5
        one.waiting = 7
        one.beforeTracking = 11
        var sum = one
        sum.add(one)
        #expect(sum.withDeadline == 2 * one.withDeadline && sum.comeDue == 2 * one.comeDue)
        #expect(sum.completedOnTime == 28_136 && sum.completedLate == 3_966)
        #expect(sum.within == 11_280 && sum.overdue == 446)
        #expect(sum.withoutDeadline == 10 && sum.waiting == 14 && sum.beforeTracking == 22)
    }
}
