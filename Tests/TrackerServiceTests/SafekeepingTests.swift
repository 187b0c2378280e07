import Foundation
import Testing
import TrackerDomain
import TrackerService

/// Backups, exports, and the way back.
struct SafekeepingTests {
    private let fixture: ServiceFixture

    init() throws {
        fixture = try ServiceFixture()
        try fixture.importPlan()
        try fixture.perform(.progress(percent: 10, note: "bắt đầu"), on: 3, today: "2022-02-01")
        try fixture.complete(3, on: "2022-02-05")
    }

    private var tracker: Tracker { get throws { try fixture.tracker(on: "2022-06-01") } }
    private func file(_ name: String) -> String { fixture.folder + "/" + name }

    private func restore(_ source: String, to name: String, replaces: Bool = false) throws -> RestoreReport {
        try Tracker.restore(
            from: source, to: file(name), replaces: replaces, ambient: .standing(at: try day("2022-06-01")))
    }

    private func lines(of tracker: Tracker) throws -> [String] {
        var lines: [String] = []
        try tracker.export { lines.append($0) }
        return lines
    }

    private func leftovers() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: fixture.folder).filter { $0.contains("partial") }
    }

    @Test func aTokenRevokedAfterTheBackupStaysRevoked() throws {
        let request = TokenRequest(name: "", role: .reader, agency: nil)
        let (leaked, good) = (try tracker.createToken(request), try tracker.createToken(request))
        try tracker.backup(to: file("copy.sqlite"), replaces: false)
        let end = try tracker.revokeToken(leaked.entry.token.id).token.revokedAt
        let store = try tracker.createToken(request)
        let report = try restore(file("copy.sqlite"), to: "phuluc.sqlite", replaces: true)
        #expect(report.revoked == 1)
        #expect(report.tokens == 1)
        #expect(try tracker.authenticate(leaked.secret) == nil)
        #expect(try tracker.authenticate(good.secret) != nil)
        #expect(try tracker.authenticate(store.secret) == nil, "it is younger than the backup")
        #expect(try tracker.tokens(includingEnded: true).map(\.token.revokedAt) == [end, nil])
        // Where there is no store to ask, the report says how many tokens came back.
        #expect(try restore(file("copy.sqlite"), to: "other.sqlite").tokens == 2)
    }

    @Test func aBackupIsTheStore() throws {
        let report = try tracker.backup(to: file("copy.sqlite"), replaces: false)
        #expect(report.verification.isSound)
        #expect(report.verification.history.events == 3)
        let copy = try Tracker(path: file("copy.sqlite"), ambient: .standing(at: try day("2022-06-01")))
        #expect(try lines(of: copy) == lines(of: tracker))
        #expect(try leftovers() == [])
        #expect(throws: TrackerError.fileExists(path: file("copy.sqlite"))) {
            try tracker.backup(to: file("copy.sqlite"), replaces: false)
        }
        try fixture.perform(.progress(percent: 20, note: ""), on: 4, today: "2022-02-06")
        #expect(try tracker.backup(to: file("copy.sqlite"), replaces: true).verification.history.events == 4)
    }

    @Test func noCopyIsWrittenOntoAStoreInUse() throws {
        let before = try lines(of: tracker)
        try FileManager.default.createSymbolicLink(atPath: file("link.sqlite"), withDestinationPath: fixture.path)
        let other = try fixture.tracker(on: "2022-06-01")
        try other.backup(to: file("other.sqlite"), replaces: false)
        let inUse = try Tracker(path: file("other.sqlite"), ambient: .standing(at: try day("2022-06-01")))
        _ = try inUse.perform(ActionRequest(obligation: 4, action: .start(note: ""), agency: nil))
        for name in ["phuluc.sqlite", "link.sqlite", "other.sqlite"] {
            for write in [
                { _ = try tracker.backup(to: file(name), replaces: true) },
                { _ = try tracker.export(to: file(name), replaces: true) },
            ] as [() throws -> Void] {
                let error = #expect(throws: TrackerError.self, "\(name)") { try write() }
                #expect(error?.code == .invalidInput)
            }
        }
        #expect(try lines(of: tracker) == before)
        #expect(throws: TrackerError.notFound(.file(file("none")), nearest: [])) {
            try tracker.backup(to: file("none/copy.sqlite"), replaces: false)
        }
        withExtendedLifetime(inUse) {}
    }

    @Test func aDamagedStoreIsNotBackedUp() throws {
        try fixture.execute("UPDATE obligation SET progress = 77 WHERE id = 3")
        #expect(throws: TrackerError.storeDamaged(path: fixture.path)) {
            try tracker.backup(to: file("copy.sqlite"), replaces: false)
        }
        #expect(!FileManager.default.fileExists(atPath: file("copy.sqlite")))
        #expect(try leftovers() == [])
    }

    @Test func aBackupComesBackAndTheStoreBeforeIsKept() throws {
        let before = try lines(of: tracker)
        try tracker.backup(to: file("copy.sqlite"), replaces: false)
        let open = try tracker
        try fixture.perform(.progress(percent: 20, note: "sau"), on: 4, today: "2022-02-06")
        let later = try lines(of: tracker)

        #expect(throws: TrackerError.fileExists(path: fixture.path)) {
            try restore(file("copy.sqlite"), to: "phuluc.sqlite")
        }
        let report = try restore(file("copy.sqlite"), to: "phuluc.sqlite", replaces: true)
        #expect(try lines(of: tracker) == before)
        // Who had the store open sees the new contents.
        #expect(try lines(of: open) == before)
        let kept = try Tracker(path: try #require(report.previous), ambient: .standing(at: try day("2022-06-01")))
        #expect(try lines(of: kept) == later)
        #expect(try leftovers() == [])
    }

    @Test func aStoreThatCannotBeOpenedAnyMoreIsMovedAway() throws {
        try tracker.backup(to: file("copy.sqlite"), replaces: false)
        let damaged = Data(repeating: 7, count: 5_000)
        try damaged.write(to: URL(filePath: file("other.sqlite")))
        let report = try restore(file("copy.sqlite"), to: "other.sqlite", replaces: true)
        #expect(try Data(contentsOf: URL(filePath: try #require(report.previous))) == damaged)
        #expect(
            try Tracker(path: file("other.sqlite"), ambient: .standing(at: try day("2022-06-01"))).verify().isSound)
    }

    @Test func anExportBringsEverythingBack() throws {
        _ = try fixture.tracker(on: "2022-02-10").remind()
        let count = try tracker.export(to: file("all.jsonl"), replaces: false)
        let report = try restore(file("all.jsonl"), to: "again.sqlite")
        #expect(report.previous == nil)
        let again = try Tracker(path: file("again.sqlite"), ambient: .standing(at: try day("2022-06-01")))
        #expect(try lines(of: again) == lines(of: tracker))
        #expect(try lines(of: again).count == count + 2)
        // The search index is not exported and works all the same.
        var search = ListRequest()
        search.filter.text = "quy pham"
        #expect(try again.list(search).total == tracker.list(search).total)
        #expect(try again.list(search).total > 0)
        // The history goes on from where it was.
        _ = try again.perform(ActionRequest(obligation: 4, action: .progress(percent: 5, note: ""), agency: nil))
        #expect(try again.verify().isSound)
    }

    @Test func aSpoiltExportIsRefusedWithItsLine() throws {
        let all = try lines(of: tracker)
        func refusal(_ lines: [String]) throws -> String {
            try (lines.joined(separator: "\n") + "\n").write(
                toFile: file("spoilt.jsonl"), atomically: true, encoding: .utf8)
            let error = #expect(throws: TrackerError.self) { try restore(file("spoilt.jsonl"), to: "new.sqlite") }
            #expect(!FileManager.default.fileExists(atPath: file("new.sqlite")))
            return error?.words(in: .en) ?? ""
        }
        #expect(try refusal(Array(all.dropLast())).contains("cut off"))
        #expect(try refusal(all.dropLast().dropLast() + [try #require(all.last)]).contains("cut off"))
        #expect(try refusal(Array(all.dropFirst())).contains("neither a backup nor an export"))
        #expect(try refusal([all[0], "{\"table\":\"x\",\"row\":{}}"]).contains("line 2"))
        #expect(try refusal(Array(all.prefix(2)) + ["nonsense"]).contains("line 3"))
        #expect(try refusal(Array(all.prefix(3)) + [all[2]]).contains("line 4"))
        #expect(try refusal(["{\"format\":\"phuluc-export\",\"schema\":99}"]).contains("newer"))
        let changed = all.map { $0.replacing("bắt đầu", with: "kết thúc") }
        #expect(try refusal(changed).contains("damaged"))
        #expect(try leftovers() == [])
    }

    @Test func whatIsNoBackupIsRefused() throws {
        try Data("xin chào".utf8).write(to: URL(filePath: file("note.txt")))
        #expect(throws: TrackerError.self) { try restore(file("note.txt"), to: "new.sqlite") }
        #expect(throws: TrackerError.notFound(.file(file("none")), nearest: [])) {
            try restore(file("none"), to: "new.sqlite")
        }
        #expect(!FileManager.default.fileExists(atPath: file("new.sqlite")))
    }
}
