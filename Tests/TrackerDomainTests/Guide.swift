import Foundation
import TestSupport
import Testing

/// Holds a page of `docs/` that is made from the code against the page that is committed; with `RECORD_SNAPSHOTS=1` in the
/// environment the page is written instead.
func expectGuide(_ guide: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Repository.root.appending(path: "docs/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try Data(guide.utf8).write(to: file)
        return
    }
    let recorded = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let isSame = recorded.utf8.elementsEqual(guide.utf8)
    let change = zip(recorded.split(separator: "\n"), guide.split(separator: "\n")).first { $0 != $1 }
    #expect(
        isSame, "docs/\(name) is stale; record it with RECORD_SNAPSHOTS=1: \(String(describing: change))",
        sourceLocation: sourceLocation)
}
