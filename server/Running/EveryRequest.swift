import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import TrackerDomain
import TrackerPayloads
import TrackerService

/// What every request gets, whatever becomes of it: a number, headers that browsers obey, a problem document or a page that
/// tells the problem where it fails, and a line in the access log.
struct EveryRequest: RouterMiddleware {
    let logger: Logger
    let metrics: Metrics
    let settings: Settings
    let board: BoardDoor

    func handle(
        _ request: Request, context: RequestNotes, next: (Request, RequestNotes) async throws -> Response
    ) async throws -> Response {
        let started = Ambient.stopwatch
        let id = Self.id(of: request) ?? context.id
        let client = context.client(of: request, settings)
        var response: Response
        do {
            response = try await CurrentRequest.$id.withValue(id) { try await next(request, context) }
        } catch {
            response = await failure(error, of: request, context, id: id)
            if (Self.known(error, of: request) as? HTTPProblem)?.endsConnection ?? false {
                context.channel.close(mode: .input, promise: nil)
                response.headers[.connection] = "close"
            }
        }
        response.headers[.requestID] = id
        Self.addHeaders(to: &response.headers, isEncrypted: client.isEncrypted)
        let duration = (Ambient.stopwatch - started) / 1_000
        metrics.record(
            method: request.method.rawValue, route: context.endpointPath ?? "", status: response.status.code,
            microseconds: duration)
        logger.info(
            "request",
            metadata: [
                "id": "\(id)", "method": "\(request.method)", "path": "\(request.uri.path.prefix(200))",
                "status": "\(response.status.code)", "microseconds": "\(duration)",
                "bytes": "\(response.body.contentLength.map(String.init) ?? "-")",
                "token": "\(context.learned.token.map(String.init) ?? "-")",
                "remote": "\(client.address)",
            ])
        return response
    }

    /// A number that the client or a proxy gave, where it is fit for a log.
    private static func id(of request: Request) -> String? {
        guard let id = request.headers[.requestID], (1...64).contains(id.utf8.count) else { return nil }
        let isFit = id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        return isFit ? id : nil
    }

    /// Adds what browsers obey, where an answer does not say it itself.
    static func addHeaders(to fields: inout HTTPFields, isEncrypted: Bool) {
        // Browsers come back encrypted for a year.
        if isEncrypted { fields[.strictTransportSecurity] = "max-age=31536000" }
        for (name, value) in headers where fields[name] == nil { fields[name] = value }
    }

    private static let headers: [(HTTPField.Name, String)] = [
        (.xContentTypeOptions, "nosniff"), (.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"),
        (.referrerPolicy, "no-referrer"), (.cacheControl, "no-store"), (.vary, "Accept, Accept-Language"),
    ]

    private func failure(
        _ error: any Error, of request: Request, _ context: RequestNotes, id: String
    ) async -> Response {
        let error = Self.known(error, of: request)
        let (document, headers) = problem(error, of: request, id: id)
        return await board.page(about: error, document, headers, of: request, context)
            ?? Self.response(document, headers: headers)
    }

    /// What an error of the HTTP library means here.
    private static func known(_ error: any Error, of request: Request) -> any Error {
        switch error {
        case is HTTPParserError: return HTTPProblem.malformedRequest
        case is NIOTooManyBytesError: return HTTPProblem.bodyTooLarge(limit: 0)
        case let http as any HTTPResponseError where http.status == .notFound:
            let methods = API.methods(at: request.uri.path) + BoardDoor.methods(at: request.uri.path)
            return methods.isEmpty ? HTTPProblem.noSuchPath : .methodNotAllowed(methods)
        default: return error
        }
    }

    private func problem(_ error: any Error, of request: Request, id: String) -> (ProblemDocument, HTTPFields) {
        let language = request.language
        switch error {
        case let problem as HTTPProblem: return (problem.document(language), problem.headers)
        case let known as TrackerError:
            if known.code.httpStatus >= 500 {
                logger.error("failed", metadata: ["id": "\(id)", "code": "\(known.code.rawValue)"])
            }
            // Whoever asks with the program reads of its commands, whoever else of the API.
            let namesCommands = request.headers[.userAgent] == "phuluc"
            let document = ProblemDocument(
                known.withoutPlace(language), language: language,
                wording: namesCommands ? { $0 } : APIWords.wording)
            return (document, known.retryAfter.map { [.retryAfter: String($0)] } ?? [:])
        default:
            logger.error("unexpected failure", metadata: ["id": "\(id)", "details": "\(error)"])
            return (ProblemDocument(.internal, language: language), [:])
        }
    }

    private static func response(_ document: ProblemDocument, headers: HTTPFields) -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        return Response(
            status: .init(code: document.status), headers: headers,
            body: .init(byteBuffer: ByteBuffer(string: JSONText.encode(document))))
    }
}

extension HTTPField.Name {
    static let requestID = HTTPField.Name("X-Request-Id") ?? .via
    static let referrerPolicy = HTTPField.Name("Referrer-Policy") ?? .via
    static let lastEventID = HTTPField.Name("Last-Event-ID") ?? .via
    static let idempotencyKey = HTTPField.Name("Idempotency-Key") ?? .via
    static let idempotencyReplayed = HTTPField.Name("Idempotency-Replayed") ?? .via
}
