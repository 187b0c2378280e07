import Foundation
package import TrackerDomain

/// A reminder policy as JSON: `{"daysBefore": {"monthly": [7, 3, 1, 0]}, "otherwiseDaysBefore": [30, 0],
/// "daysAfter": [1, 7], "thenEvery": 7, "escalateAfter": 7}`. All numbers are days.
package enum PolicyFile {
    /// The file is no policy: not JSON, a key is missing, or a number of days is out of range.
    package enum Failure: Error, Hashable { case notAPolicy }

    private struct Contents: Decodable {
        let daysBefore: [String: [Int]]
        let otherwiseDaysBefore: [Int]
        let daysAfter: [Int]
        let thenEvery: Int
        let escalateAfter: Int
    }

    package static func policy(in bytes: [UInt8]) throws(Failure) -> ReminderPolicy {
        guard let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)) else { throw .notAPolicy }
        let before = contents.daysBefore.values.flatMap { $0 } + contents.otherwiseDaysBefore
        guard before.allSatisfy({ (0...366).contains($0) }), !contents.daysAfter.isEmpty,
            contents.daysAfter.allSatisfy({ (1...366).contains($0) }), (1...366).contains(contents.thenEvery),
            contents.escalateAfter >= 0
        else { throw .notAPolicy }
        return ReminderPolicy(
            daysBefore: contents.daysBefore, otherwiseDaysBefore: contents.otherwiseDaysBefore,
            daysAfter: contents.daysAfter, thenEvery: contents.thenEvery, escalateAfter: contents.escalateAfter)
    }
}
