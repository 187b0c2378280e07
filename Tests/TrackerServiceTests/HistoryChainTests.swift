import Foundation
import Testing
import TrackerDomain
import TrackerService

/// Whatever is done to the history behind the program's back is found out.
struct HistoryChainTests {
    private let fixture: ServiceFixture

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importRows([
            .init("I.1", "Xây dựng kế hoạch", "31/3/2022"), .init("I.2", "Báo cáo", "30/6/2022"),
        ])
        for (today, id) in [("2022-02-01", 1), ("2022-02-01", 2), ("2022-03-01", 1), ("2022-03-05", 2)] {
            try fixture.perform(.progress(percent: 10, note: "ngày \(today)"), on: Int64(id), today: today)
        }
        try fixture.complete(1, on: "2022-03-20")
    }

    private func verify(head: String? = nil) throws -> Verification {
        try fixture.tracker(on: "2022-06-01").verify(head: head)
    }

    @Test func whatTheProgramWroteIsSound() throws {
        let verification = try verify()
        #expect(verification.isSound)
        #expect(verification.history.events == 6)
        #expect(verification.history.head.count == 64)
        #expect(
            try fixture.rows("SELECT hash FROM event ORDER BY sequence DESC LIMIT 1") == [verification.history.head])
    }

    @Test func aHashNotedEarlierIsFoundAgain() throws {
        let head = try verify().history.head
        try fixture.perform(.progress(percent: 50, note: ""), on: 2, today: "2022-04-01")
        #expect(try verify(head: head).isSound)
        #expect(try verify().history.head != head)
        let other = try verify(head: String(repeating: "0", count: 64))
        #expect(other.history.containsHead == false)
        #expect(!other.isSound)
    }

    private static let freed =
        "DROP TRIGGER event_is_append_only_on_update; DROP TRIGGER event_is_append_only_on_delete;"

    @Test(arguments: [
        ("UPDATE event SET note = 'khác' WHERE sequence = 3", HistoryProblem.changed(3)),
        ("UPDATE event SET actor = NULL WHERE sequence = 1", .changed(1)),
        ("UPDATE event SET recorded_at = recorded_at + 1 WHERE sequence = 6", .changed(6)),
        ("UPDATE event SET evidence_title = '' WHERE sequence = 2", .changed(2)),
        ("DELETE FROM event WHERE sequence = 2", .missing(2...2)),
        ("DELETE FROM event WHERE sequence >= 5", .missing(5...6)),
        ("DELETE FROM event", .missing(1...6)),
        (
            """
            UPDATE event SET sequence = 99 WHERE sequence = 3; UPDATE event SET sequence = 3 WHERE sequence = 4;
            UPDATE event SET sequence = 4 WHERE sequence = 99;
            """, .changed(3)
        ),
        (
            """
            INSERT INTO event SELECT 7, obligation_id, previous, action, cause, actor, recorded_at, counts_on, before, after, note,
                evidence_number, evidence_date, evidence_title, hash FROM event WHERE sequence = 6
            """, .changed(7)
        ),
        ("UPDATE obligation SET progress = 99 WHERE id = 2", .stateDiffers(obligation: 2)),
        ("UPDATE obligation SET effective_due = '2023-01-01' WHERE id = 1", .stateDiffers(obligation: 1)),
        ("UPDATE obligation_past SET stage = 'completed' WHERE id = 1 AND version = 2", .pastDiffers(obligation: 1)),
        ("UPDATE obligation_past SET until = '2022-03-02' WHERE id = 1 AND version = 2", .pastDiffers(obligation: 1)),
        ("DELETE FROM obligation_past WHERE id = 2", .pastDiffers(obligation: 2)),
        ("UPDATE plan SET newest_fact = '2022-03-10'", .pastDiffers(obligation: 1)),
        ("UPDATE obligation SET last_event = 7 WHERE id = 1", .missing(7...7)),
        ("UPDATE obligation SET last_event = 3 WHERE id = 1", .stateDiffers(obligation: 1)),
        ("UPDATE event SET previous = NULL WHERE sequence = 4", .changed(4)),
    ])
    func tamperingIsFoundAndPlaced(sql: String, problem: HistoryProblem) throws {
        try fixture.execute(Self.freed + sql)
        let found = try verify()
        #expect(!found.isSound)
        #expect(found.history.problems.contains(problem), "\(found.history.problems)")
        #expect(found.foreignObjects == ["event_is_append_only_on_delete", "event_is_append_only_on_update"])
    }

    @Test(arguments: ["UPDATE event SET note = ''", "DELETE FROM event"])
    func theHistoryCannotBeChangedByTheWay(sql: String) {
        #expect(throws: (any Error).self) { try fixture.execute(sql) }
    }

    @Test func replacingAnEventIsFound() throws {
        // REPLACE deletes without firing the trigger.
        try fixture.execute(
            """
            REPLACE INTO event SELECT sequence, obligation_id, previous, action, cause, actor, recorded_at, counts_on, before, after,
                'khác', evidence_number, evidence_date, evidence_title, hash FROM event WHERE sequence = 4
            """)
        #expect(try verify().history.problems == [.changed(4)])
    }

    @Test func eventsCutOffTheEndLeaveAGapForGood() throws {
        try fixture.execute(Self.freed + "DELETE FROM event WHERE sequence = 6")
        try fixture.execute("UPDATE obligation SET stage = 'submitted', progress = 10, version = 4 WHERE id = 1")
        try fixture.perform(.progress(percent: 60, note: ""), on: 2, today: "2022-04-01")
        #expect(try verify().history.problems.contains(.missing(6...6)))
    }

    @Test func anEventThatContinuesNothingIsFoundEvenWithAGoodHash() throws {
        // Somebody who knows the encoding writes a chain of their own: the states still tell.
        try fixture.execute(
            Self.freed
                + "UPDATE event SET before = replace(before, '\"progress\":10', '\"progress\":11') WHERE sequence = 4")
        #expect(try verify().history.problems.contains(.doesNotFollow(4, obligation: 2)))
    }
}
