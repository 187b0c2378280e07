import HTTPTypes
import Hummingbird
import TrackerDomain
import TrackerPayloads

/// What can be wrong with a request before the tracker is asked.
enum HTTPProblem: Error, Hashable {
    case headersTooLarge
    case malformedRequest
    case unauthenticated
    case noSuchPath
    case methodNotAllowed([String])
    case bodyTooLarge(limit: Int)
    case bodyTooSlow
    case unsupportedMediaType(expected: String)
    case malformedBody(LocalizedText)
    case preconditionMissing
    case malformedPrecondition(String)
    case tooManyRequests(seconds: Int)
    case tooManyStreams
    case notReady
    case notAcceptable([String])

    var status: HTTPResponse.Status {
        switch self {
        case .headersTooLarge: .requestHeaderFieldsTooLarge
        case .malformedRequest: .badRequest
        case .unauthenticated: .unauthorized
        case .noSuchPath: .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLarge: .contentTooLarge
        case .bodyTooSlow: .requestTimeout
        case .unsupportedMediaType: .unsupportedMediaType
        case .malformedBody, .malformedPrecondition: .badRequest
        case .preconditionMissing: .preconditionRequired
        case .tooManyRequests, .tooManyStreams: .tooManyRequests
        case .notReady: .serviceUnavailable
        case .notAcceptable: .notAcceptable
        }
    }

    /// The stable name that programs rely on.
    var code: String {
        switch self {
        case .headersTooLarge: "headersTooLarge"
        case .malformedRequest: "malformedRequest"
        case .unauthenticated: "unauthenticated"
        case .noSuchPath: "noSuchPath"
        case .methodNotAllowed: "methodNotAllowed"
        case .bodyTooLarge: "bodyTooLarge"
        case .bodyTooSlow: "bodyTooSlow"
        case .unsupportedMediaType: "unsupportedMediaType"
        case .malformedBody: "malformedBody"
        case .preconditionMissing: "preconditionMissing"
        case .malformedPrecondition: "malformedPrecondition"
        case .tooManyRequests: "tooManyRequests"
        case .tooManyStreams: "tooManyStreams"
        case .notReady: "notReady"
        case .notAcceptable: "notAcceptable"
        }
    }

    /// Headers that belong to the status (RFC 9110).
    var headers: HTTPFields {
        switch self {
        case .unauthenticated: [.wwwAuthenticate: "Bearer"]
        case .methodNotAllowed(let methods): [.allow: methods.joined(separator: ", ")]
        case .tooManyRequests(let seconds): [.retryAfter: String(seconds)]
        case .tooManyStreams: [.retryAfter: "60"]
        case .notReady: [.retryAfter: "5"]
        default: [:]
        }
    }

    /// Whether what follows on the connection cannot be read any more.
    var endsConnection: Bool {
        switch self {
        case .bodyTooLarge, .bodyTooSlow, .headersTooLarge, .malformedRequest: true
        default: false
        }
    }

    func document(_ language: Language) -> ProblemDocument {
        ProblemDocument(code: code, title: title, status: status.code, detail: detail, language: language)
    }
}

extension HTTPProblem {
    private var title: LocalizedText {
        switch self {
        case .headersTooLarge: LocalizedText(vi: "Đầu yêu cầu quá lớn", en: "Headers too large")
        case .malformedRequest: LocalizedText(vi: "Yêu cầu không đọc được", en: "Request not readable")
        case .unauthenticated: LocalizedText(vi: "Chưa xác thực", en: "Not authenticated")
        case .noSuchPath: LocalizedText(vi: "Không có đường dẫn", en: "No such path")
        case .methodNotAllowed: LocalizedText(vi: "Phương thức không được hỗ trợ", en: "Method not allowed")
        case .bodyTooLarge: LocalizedText(vi: "Nội dung quá lớn", en: "Content too large")
        case .bodyTooSlow: LocalizedText(vi: "Nội dung đến quá chậm", en: "Content too slow")
        case .unsupportedMediaType: LocalizedText(vi: "Kiểu nội dung không được hỗ trợ", en: "Unsupported media type")
        case .malformedBody: LocalizedText(vi: "Nội dung không đọc được", en: "Content not readable")
        case .preconditionMissing: LocalizedText(vi: "Thiếu If-Match", en: "If-Match missing")
        case .malformedPrecondition: LocalizedText(vi: "If-Match không đọc được", en: "If-Match not readable")
        case .tooManyRequests: LocalizedText(vi: "Quá nhiều yêu cầu", en: "Too many requests")
        case .tooManyStreams: LocalizedText(vi: "Quá nhiều luồng sự kiện", en: "Too many event streams")
        case .notReady: LocalizedText(vi: "Chưa sẵn sàng", en: "Not ready")
        case .notAcceptable: LocalizedText(vi: "Không có dạng đó", en: "No such representation")
        }
    }

    private var detail: LocalizedText {
        switch self {
        case .headersTooLarge:
            LocalizedText(
                vi: "Địa chỉ và các trường đầu của yêu cầu vượt giới hạn của máy chủ. Rút ngắn rồi gửi lại.",
                en: "The target and the header fields exceed the server's limit. Shorten them and send it again.")
        case .malformedRequest:
            LocalizedText(
                vi: "Máy chủ không đọc được yêu cầu này: cần HTTP/1.1 đúng chuẩn (RFC 9112).",
                en: "The server cannot read this request: it has to be well-formed HTTP/1.1 (RFC 9112).")
        case .unauthenticated:
            LocalizedText(
                vi: "Gửi mã truy cập còn hiệu lực trong “Authorization: Bearer …”; xin cấp bằng “phuluc token create”.",
                en: "Send a valid access token in “Authorization: Bearer …”; one is made with “phuluc token create”.")
        case .noSuchPath:
            LocalizedText(
                vi: "Không có tài nguyên ở đường dẫn này. Xem các đường dẫn trong /v1/openapi.json.",
                en: "There is no resource at this path. See /v1/openapi.json for those that there are.")
        case .methodNotAllowed(let methods):
            LocalizedText(
                vi: "Tài nguyên này chỉ nhận \(methods.joined(separator: ", ")).",
                en: "This resource takes only \(methods.joined(separator: ", ")).")
        case .bodyTooLarge(let limit):
            LocalizedText(
                vi: "Nội dung vượt \(limit) byte. Chia nhỏ, hoặc nhập tại máy chủ bằng “phuluc import”.",
                en: "The content exceeds \(limit) bytes. Divide it, or import at the server with “phuluc import”.")
        case .bodyTooSlow:
            LocalizedText(
                vi: "Nội dung không đến đủ trong thời gian cho phép. Gửi lại.",
                en: "The content did not arrive in time. Send it again.")
        case .unsupportedMediaType(let expected):
            LocalizedText(vi: "Gửi nội dung kiểu \(expected).", en: "Send the content as \(expected).")
        case .malformedBody(let reason): reason
        case .preconditionMissing:
            LocalizedText(
                vi: "Gửi If-Match với ETag của nghĩa vụ mà bạn đã xem, để không ghi đè thay đổi của người khác.",
                en: "Send If-Match with the ETag of the obligation that you saw, so that nobody's change is lost.")
        case .malformedPrecondition(let value):
            LocalizedText(
                vi: "If-Match “\(value)” không đọc được: gửi một ETag như \"3\".",
                en: "If-Match “\(value)” cannot be read: send one ETag, such as \"3\".")
        case .tooManyRequests(let seconds):
            LocalizedText(
                vi: "Mã truy cập hoặc địa chỉ này đã gửi quá nhiều yêu cầu. Thử lại sau \(seconds) giây.",
                en: "This token or address has sent too many requests. Try again in \(seconds) seconds.")
        case .tooManyStreams:
            LocalizedText(
                vi: "Mã truy cập này đã mở \(EventFeed.capacityOfToken) luồng sự kiện, hoặc máy chủ đã có "
                    + "\(EventFeed.capacity). Đóng bớt rồi thử lại.",
                en:
                    "This token has \(EventFeed.capacityOfToken) event streams open, or the server \(EventFeed.capacity). "
                    + "Close some and try again.")
        case .notReady:
            LocalizedText(
                vi: "Máy chủ chưa phục vụ được. Thử lại sau ít giây.",
                en: "The server cannot serve yet. Try again in a few seconds.")
        case .notAcceptable(let types):
            LocalizedText(
                vi: "Kết quả này chỉ có dạng \(types.joined(separator: ", ")). Sửa Accept.",
                en: "This result is only there as \(types.joined(separator: ", ")). Correct Accept.")
        }
    }
}
