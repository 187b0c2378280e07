package import TrackerDomain

/// An error as a program reads it (RFC 9457): the body of an HTTP answer, and what the command line writes to standard
/// error with `--format json`.
package struct ProblemDocument: Encodable, Sendable {
    package let type: String
    package let title: String
    package let status: Int
    /// The stable name of the error, "staleVersion".
    package let code: String
    package let detail: String
    /// The single problems, where there are several.
    package let errors: [String]?
    /// Where the obligation stands now, if the caller's version of it is stale.
    package let current: Current?

    package struct Current: Encodable, Sendable {
        package let id: Int64
        package let version: Int
        package let stage: String
    }

    /// A problem that only an interface knows, such as an HTTP method that a resource does not have.
    package init(code: String, title: LocalizedText, status: Int, detail: LocalizedText, language: Language) {
        type = "urn:phuluc:problem:\(code)"
        self.title = title(language)
        self.status = status
        self.code = code
        self.detail = detail(language)
        errors = nil
        current = nil
    }

    /// - Parameter wording: puts a sentence that names commands into the words of another interface.
    package init(_ error: TrackerError, language: Language, wording: (String) -> String = { $0 }) {
        type = "urn:phuluc:problem:\(error.code.rawValue)"
        title = error.code.title(language)
        status = error.code.httpStatus
        code = error.code.rawValue
        detail = wording(error.words(in: language))
        errors = error.problems.count > 1 ? error.problems.map { wording($0(language)) } : nil
        current =
            if case .stale(let id, _, let version, let stage) = error {
                Current(id: id, version: version, stage: stage.rawValue)
            } else {
                nil
            }
    }
}

extension TrackerError.Code {
    /// The HTTP status (RFC 9110; 507: RFC 4918).
    package var httpStatus: Int {
        switch self {
        case .notFound: 404
        case .forbidden: 403
        case .refused, .fileExists: 409
        case .staleVersion: 412
        case .invalidInput, .importRefused, .fileUnreadable, .keyReused: 422
        case .storeBusy, .storeReplaced: 503
        case .diskFull: 507
        case .storeMissing, .notAStore, .storeFromFuture, .storeDamaged, .storeNotWritable, .internal: 500
        }
    }

    fileprivate var title: LocalizedText {
        switch self {
        case .notFound: LocalizedText(vi: "Không tìm thấy", en: "Not found")
        case .refused: LocalizedText(vi: "Quy tắc không cho phép", en: "Refused by a rule")
        case .keyReused: LocalizedText(vi: "Khóa đã dùng", en: "Key reused")
        case .forbidden: LocalizedText(vi: "Không có quyền", en: "Forbidden")
        case .staleVersion: LocalizedText(vi: "Phiên bản đã cũ", en: "Stale version")
        case .invalidInput: LocalizedText(vi: "Dữ liệu nhập không hợp lệ", en: "Invalid input")
        case .importRefused: LocalizedText(vi: "Không nhập được tệp", en: "File not imported")
        case .fileUnreadable: LocalizedText(vi: "Không đọc được tệp", en: "File not readable")
        case .fileExists: LocalizedText(vi: "Đã có tệp", en: "File exists")
        case .storeBusy: LocalizedText(vi: "Kho dữ liệu đang bận", en: "Store busy")
        case .storeMissing: LocalizedText(vi: "Chưa có kho dữ liệu", en: "No store")
        case .storeReplaced: LocalizedText(vi: "Tệp kho đã bị thay", en: "Store replaced")
        case .notAStore: LocalizedText(vi: "Không phải kho dữ liệu", en: "Not a store")
        case .storeFromFuture: LocalizedText(vi: "Kho của phiên bản mới hơn", en: "Store of a newer version")
        case .storeDamaged: LocalizedText(vi: "Kho dữ liệu bị hỏng", en: "Store damaged")
        case .storeNotWritable: LocalizedText(vi: "Không ghi được kho dữ liệu", en: "Store not writable")
        case .diskFull: LocalizedText(vi: "Hết chỗ trên đĩa", en: "Disk full")
        case .internal: LocalizedText(vi: "Lỗi bên trong", en: "Internal error")
        }
    }
}
