import Crypto
import HTTPTypes
import Hummingbird
import NIOCore
import TrackerDomain

extension BoardAnswer {
    var response: Response {
        switch self {
        case .page(let status, let html):
            return Response(
                status: .init(code: status), headers: Self.headers(for: "text/html; charset=utf-8"),
                body: .init(byteBuffer: ByteBuffer(string: html)))
        case .file(let name, let type, let text):
            var headers = Self.headers(for: type)
            let safe = name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
            headers[.contentDisposition] = "attachment; filename=\"\(safe)\""
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
        case .redirect(let address):
            var headers = Self.headers(for: nil)
            headers[.location] = address
            return Response(status: .seeOther, headers: headers)
        }
    }

    /// What browsers are to obey: nothing in a page comes from elsewhere, nobody frames it, nothing of it is kept.
    ///
    /// The referrer stays with us: without any, forms would come from an origin called "null".
    private static func headers(for type: String?) -> HTTPFields {
        var headers: HTTPFields = [
            .contentSecurityPolicy: "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            .cacheControl: "no-store", .referrerPolicy: "same-origin", .xContentTypeOptions: "nosniff",
            .crossOriginOpenerPolicy: "same-origin", .crossOriginResourcePolicy: "same-origin",
            .vary: "Accept-Language, Cookie, Sec-Fetch-Site",
        ]
        headers[.contentType] = type
        return headers
    }
}

extension BoardAsset {
    /// The file; for good under the address that names its version.
    func response(_ request: Request) -> Response {
        let isVersioned = request.uri.query == "v=\(version)"
        var answer = Answer(text: String(decoding: bytes, as: UTF8.self), as: type)
        answer.headers[.eTag] = "\"\(version)\""
        answer.headers[.cacheControl] = "public, max-age=" + (isVersioned ? "31536000, immutable" : "300")
        answer.headers[.crossOriginResourcePolicy] = "same-origin"
        return answer.response(unlessMatching: request.headers[.ifNoneMatch])
    }
}

extension HTTPField.Name {
    static let crossOriginOpenerPolicy = HTTPField.Name("Cross-Origin-Opener-Policy") ?? .via
    static let crossOriginResourcePolicy = HTTPField.Name("Cross-Origin-Resource-Policy") ?? .via
}
