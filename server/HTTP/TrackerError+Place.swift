import TrackerDomain

extension TrackerError {
    /// The failure for those who are elsewhere: where the store's file lies is nobody's business but the server's.
    func withoutPlace(_ language: Language) -> TrackerError {
        let store = language(vi: "kho dữ liệu", en: "the store")
        // Where the sentence begins with it.
        let first = language(vi: "Kho dữ liệu", en: "The store")
        return switch self {
        case .storeMissing: .storeMissing(path: store)
        case .storeReplaced: .storeReplaced(path: first)
        case .notAStore: .notAStore(path: first)
        case .storeFromFuture(_, let found, let known): .storeFromFuture(path: first, found: found, known: known)
        case .storeBusy: .storeBusy(path: first)
        case .storeDamaged: .storeDamaged(path: first)
        case .storeNotWritable: .storeNotWritable(path: language(vi: store, en: first))
        case .diskFull: .diskFull(path: store)
        default: self
        }
    }

    /// When it is worth trying again, in seconds; `nil` where waiting does not help.
    var retryAfter: Int? {
        switch code {
        case .storeBusy: 1
        case .diskFull: 60
        default: nil
        }
    }
}
