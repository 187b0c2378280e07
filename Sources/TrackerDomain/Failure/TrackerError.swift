/// A sentence in both languages, made where the facts are known.
public struct LocalizedText: Hashable, Sendable {
    public let vi: String
    public let en: String

    public init(vi: String, en: String) {
        self.vi = vi
        self.en = en
    }

    public func callAsFunction(_ language: Language) -> String { language(vi: vi, en: en) }
}

/// Everything that can go wrong for a user, with its facts. Sentences are made in `TrackerError+Messages.swift`; the
/// interfaces map ``code`` to an exit status or an HTTP status.
public enum TrackerError: Error, Hashable, Sendable {
    /// The thing that was asked for does not exist.
    case notFound(Subject, nearest: [String])
    /// A name that several agencies have, of different provinces for example.
    case ambiguousAgency(String, candidates: [String])
    /// The workflow refuses the action.
    case refused(ActionRefusal, obligation: Int64)
    /// Somebody else has changed the obligation since its version was read.
    case stale(obligation: Int64, seen: Int, current: Int, stage: Stage)
    /// A day that the program's own calendar lists cannot be taken out of a store's.
    case builtInCalendarDay(CivilDate)
    /// Successions that cannot be true.
    case successionRefused([LocalizedText])
    /// A question cannot be settled so.
    case settlementRefused(question: Int64, LocalizedText)
    /// An input cannot be read.
    case invalidInput(name: String, value: String, hint: LocalizedText)
    /// The access token does not allow it.
    case forbidden(Permission, AccessRole)
    /// The access token allows it for what is its agency's own, and this is not.
    case forbiddenForOthers(Permission, AgencyID?)
    /// A request came with the key of an earlier one that asked for something else.
    case keyReused(String)
    /// A file cannot be imported, for one reason or for several.
    case importRefused(file: String, reasons: [LocalizedText])
    /// Strict import: the file has problems.
    case importNotStrict(file: String, problems: Int)
    /// A reporting regime cannot be changed while plans follow it.
    case regimeInUse(ReportingRegime.ID)
    /// A file cannot be read from disk.
    case fileUnreadable(path: String, reason: LocalizedText)
    /// A file stands where one is to be written.
    case fileExists(path: String)
    case storeMissing(path: String)
    /// The file that was opened has been moved away, or another one stands in its place.
    case storeReplaced(path: String)
    /// The file is there and is something else.
    case notAStore(path: String)
    /// The file was written by a newer version of this program.
    case storeFromFuture(path: String, found: Int, known: Int)
    case storeBusy(path: String)
    case storeDamaged(path: String)
    case storeNotWritable(path: String)
    case diskFull(path: String)
    /// A defect of the program; the details are in the log.
    case `internal`

    /// What was looked for.
    public enum Subject: Hashable, Sendable {
        case plan(String)
        case obligation(Int64)
        case agency(String)
        case territory(String)
        case file(String)
        /// A day of the store's calendar.
        case calendarDay(CivilDate)
        case regime(String)
        /// A reminder policy by its id.
        case policy(String)
        /// A message that was given up, by its number.
        case failedMessage(Int64)
        case token(Int64)
        /// Something to settle.
        case question(Int64)
    }

    /// The single problems, where there are several of them.
    public var problems: [LocalizedText] {
        switch self {
        case .importRefused(_, let reasons), .successionRefused(let reasons): reasons
        default: []
        }
    }

    /// The stable name that programs rely on.
    public var code: Code {
        switch self {
        case .notFound: .notFound
        case .refused, .successionRefused, .settlementRefused, .builtInCalendarDay, .regimeInUse: .refused
        case .stale: .staleVersion
        case .invalidInput, .ambiguousAgency: .invalidInput
        case .forbidden, .forbiddenForOthers: .forbidden
        case .keyReused: .keyReused
        case .importRefused, .importNotStrict: .importRefused
        case .fileUnreadable: .fileUnreadable
        case .fileExists: .fileExists
        case .storeMissing: .storeMissing
        case .storeReplaced: .storeReplaced
        case .notAStore: .notAStore
        case .storeFromFuture: .storeFromFuture
        case .storeBusy: .storeBusy
        case .storeDamaged: .storeDamaged
        case .storeNotWritable: .storeNotWritable
        case .diskFull: .diskFull
        case .internal: .internal
        }
    }

    public enum Code: String, CaseIterable, Sendable {
        case notFound, refused, staleVersion, invalidInput, forbidden, keyReused, importRefused, fileUnreadable,
            fileExists
        case storeMissing, storeReplaced, notAStore, storeFromFuture, storeBusy, storeDamaged, storeNotWritable,
            diskFull
        case `internal`
    }
}
