import Foundation
import TrackerDomain

@testable import TrackerImport

/// The documents that the tests read.
enum Fixtures {
    /// Decision 2407/QĐ-UBND of Sơn La, as extracted from the published document; its appendix breaks off in row V.4.
    static func decision2407() throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appending(path: "Fixtures/quyet-dinh-2407.txt")))
    }

    static func decision2407Draft() throws -> PlanDraft {
        try ImportPipeline.draft(of: decision2407(), named: "quyet-dinh-2407.txt")
    }

    /// The rows of the decision's appendix.
    static func rows2407() throws -> [AppendixRow] { try decision2407Draft().rows.map(\.row) }
}

extension ImportPipeline {
    /// Drafts a plan from a text.
    static func draft(_ text: String, named name: String = "plan.txt") throws(ImportFailure) -> PlanDraft {
        try draft(of: Array(text.utf8), named: name)
    }
}

extension PlanDraft {
    /// The findings about rows and columns, without those about the header.
    var tableCodes: [Diagnostic.Code] {
        diagnostics.map(\.code).filter {
            switch $0 {
            case .headerIncomplete, .headerDisagrees, .headerOverridden: false
            default: true
            }
        }
    }
}
