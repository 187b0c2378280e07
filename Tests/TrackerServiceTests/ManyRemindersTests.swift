import Testing
import TrackerDelivery
import TrackerDomain
import TrackerService

/// A hundred thousand obligations that fall due at once are reminded of once, in one message for each agency.
struct ManyRemindersTests {
    @Test(.timeLimit(.minutes(5)))
    func aHundredThousandDueAtOnceAreToldOnce() throws {
        let fixture = try ServiceFixture()
        try fixture.importRows([.init("I.1", "Rà soát văn bản", "28/02/2022")])
        try fixture.execute(
            """
            WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 99999)
            INSERT INTO obligation (plan_id, activity_id, part, part_label, owner, agency_id, period, cadence,
                is_conditional, is_tracked, since, stage, progress, nominal_due, effective_due, original_nominal,
                original_effective, deadline_version, version)
            SELECT plan_id, activity_id, part, part_label, owner, agency_id, 'p' || k, cadence, is_conditional,
                is_tracked, since, stage, progress, nominal_due, effective_due, original_nominal, original_effective,
                deadline_version, version
            FROM obligation CROSS JOIN n
            """)
        let messages = try fixture.tracker(on: "2022-02-21").remind().messages
        #expect(messages.map(\.recipient) == ["son-la/so-tu-phap"])
        #expect(Set(messages.flatMap { $0.items.map(\.obligation) }).count == 100_000)
        // A letter names the most urgent and counts the rest.
        #expect((messages.first?.text.utf8.count ?? 0) < 200_000)
        #expect(
            try fixture.rows("SELECT state, count(*) FROM reminder WHERE days_past_due = -7 GROUP BY state") == [
                "sent|100000"
            ])
        #expect(try fixture.tracker(on: "2022-02-21", minutesLater: 60).remind().messages.isEmpty)
        #expect(try fixture.tracker(on: "2022-02-27").remind().messages.isEmpty)
    }
}
