internal import TrackerDomain
internal import TrackerImport
package import TrackerService

/// A reminder policy in the form of its file, with its use beside it.
package struct PolicyPayload: Encodable, Sendable {
    private let policy: PolicyFile.Contents
    private let use: Use

    private struct Use: Encodable, Sendable {
        let plans: [String]
        let agencies: [String]
    }

    package init(_ use: PolicyUse) {
        policy = PolicyFile.Contents(use.policy)
        self.use = Use(
            plans: use.plans.map(\.header.number.description), agencies: use.agencies.map(\.id.description))
    }

    package func encode(to encoder: any Encoder) throws {
        try policy.encode(to: encoder)
        try use.encode(to: encoder)
    }
}
