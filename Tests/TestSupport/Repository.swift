package import Foundation

/// The checkout that these tests are of.
package enum Repository {
    package static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A folder or file of the data that the product brings along: `appendixData("plans/son-la-2021-2030")`.
    package static func appendixData(_ path: String) -> URL { root.appending(path: "appendix-data/\(path)") }
}
