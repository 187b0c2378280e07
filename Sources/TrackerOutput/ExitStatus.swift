package import TrackerDomain

/// The exit status of both programs.
package enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case failed = 1
    case wrongUsage = 2
    case notFound = 3
    case refused = 4
    case stale = 5
    case storeBusy = 6
    case storeDamaged = 7

    package init(_ code: TrackerError.Code) {
        switch code {
        case .notFound, .storeMissing: self = .notFound
        case .refused, .forbidden, .keyReused, .fileExists: self = .refused
        case .staleVersion: self = .stale
        case .invalidInput: self = .wrongUsage
        case .storeBusy: self = .storeBusy
        case .storeDamaged, .notAStore, .storeFromFuture: self = .storeDamaged
        case .importRefused, .fileUnreadable, .storeReplaced, .storeNotWritable, .diskFull, .internal: self = .failed
        }
    }
}
