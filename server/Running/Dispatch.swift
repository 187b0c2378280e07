import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import TrackerDomain
import TrackerPayloads
import TrackerService

/// Brings requests to endpoints: reads the body, asks whose token it is, runs the work on a thread that may wait for the
/// disk.
struct Dispatch: Sendable {
    let tracker: Tracker
    let settings: Settings
    let rate: RateLimit<Int64>
    let strangers: RateLimit<String>
    let feed: EventFeed
    let metrics: Metrics

    init(_ tracker: Tracker, settings: Settings, metrics: Metrics) {
        self.tracker = tracker
        self.settings = settings
        rate = RateLimit(perMinute: settings.requestsPerMinute)
        strangers = RateLimit(perMinute: settings.requestsPerMinute)
        feed = EventFeed(tracker)
        self.metrics = metrics
    }

    func respond(to request: Request, for endpoint: Endpoint, _ context: RequestNotes) async throws -> Response {
        switch endpoint.work {
        case .read(let work):
            return try await onThread {
                try work(try call(request, for: endpoint, body: [], context)).response
            }
        case .stream:
            return try await eventStream(request, context)
        case .write(let types, let work):
            let body = try await body(of: request, as: types)
            return try await onThread {
                try work(try call(request, for: endpoint, body: body, context)).response
            }
        case .act(_, _, let work):
            let body = try await body(of: request, as: ["application/json"])
            let action = try await onThread {
                let call = try call(request, for: endpoint, body: body, context)
                return try keyed(try work(call), call, request)
            }
            return response(try await tracker.perform(action))
        }
    }

    /// Runs work that may wait for the disk.
    func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        let id = CurrentRequest.id
        return try await NIOThreadPool.singleton.runIfActive {
            try CurrentRequest.$id.withValue(id) { try work() }
        }
    }

    // MARK: The door

    /// The request of somebody who may use the endpoint.
    func call(
        _ request: Request, for endpoint: Endpoint, body: [UInt8], _ context: RequestNotes
    ) throws -> Call {
        let access = try caller(of: request, context)
        context.learned.token = access.id
        if let seconds = rate.take(access.id) { throw HTTPProblem.tooManyRequests(seconds: seconds) }
        try Tracker.requireAccess(endpoint.permission, of: access)
        let query = try Fields(query: Self.pairs(of: request))
        try query.requireOnly(endpoint.parameters.map(\.name))
        try query.requireLengths(endpoint.parameters)
        noteUse(of: access)
        var path: [String: String] = [:]
        for (name, value) in context.parameters { path[String(name)] = String(value).removingPercentEncoding ?? "" }
        return Call(
            tracker: tracker, access: access, language: request.language, path: path, query: query, body: body)
    }

    private func caller(of request: Request, _ context: RequestNotes) throws -> AccessToken {
        guard let secret = Self.secret(of: request), let access = try tracker.authenticate(secret) else {
            let seconds = strangers.take(context.client(of: request, settings).address)
            throw seconds.map { .tooManyRequests(seconds: $0) } ?? HTTPProblem.unauthenticated
        }
        return access
    }

    static func secret(of request: Request) -> String? {
        guard let header = request.headers[.authorization], header.lowercased().hasPrefix("bearer ") else { return nil }
        return String(header.dropFirst("bearer ".count))
    }

    /// What the server has counted, for whoever has a token.
    func metricsText(_ request: Request, _ context: RequestNotes) async throws -> Response {
        context.learned.token = try await onThread { try caller(of: request, context).id }
        return Answer(text: metrics.text, as: "text/plain; version=0.0.4").response
    }

    func ready() async throws -> Response {
        do {
            try await onThread { try tracker.requireReady() }
        } catch {
            throw HTTPProblem.notReady
        }
        return Answer(text: "ready\n", as: "text/plain; charset=utf-8").response
    }

    /// The last use is written down beside the request, which does not wait for it.
    private func noteUse(of access: AccessToken) {
        let isFresh = access.lastUsedAt.map { tracker.now - $0 < Tracker.useResolution } ?? false
        guard !isFresh else { return }
        NIOThreadPool.singleton.submit { _ in try? tracker.noteUse(of: access) }
    }

    private static func pairs(of request: Request) -> [(key: Substring, value: Substring)] {
        (request.uri.query ?? "").split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (key: parts.first ?? "", value: parts.count > 1 ? parts[1] : "")
        }
    }

    // MARK: Bodies

    private func body(of request: Request, as types: [String]) async throws -> [UInt8] {
        let limit = settings.maxBody
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw HTTPProblem.bodyTooLarge(limit: limit)
        }
        let given = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() } ?? ""
        let seconds = settings.timeout
        let buffer = try await withThrowingTaskGroup(of: ByteBuffer?.self) { group in
            group.addTask {
                do {
                    return try await request.body.collect(upTo: limit)
                } catch is NIOTooManyBytesError {
                    throw HTTPProblem.bodyTooLarge(limit: limit)
                }
            }
            group.addTask {
                try await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer { group.cancelAll() }
            guard let buffer = try await group.next() ?? nil else { throw HTTPProblem.bodyTooSlow }
            return buffer
        }
        let bytes = Array(buffer.readableBytesView)
        guard bytes.isEmpty || types.contains(given.filter { !$0.isWhitespace }) else {
            throw HTTPProblem.unsupportedMediaType(expected: types.joined(separator: ", "))
        }
        return bytes
    }

    // MARK: Actions

    private func keyed(_ action: Action, _ call: Call, _ request: Request) throws -> KeyedAction {
        let id = try call.number("id")
        let fields = try Fields(json: call.body)
        let actionRequest = ActionRequest(
            obligation: id, action: action, countsOn: try fields.day("countsOn"),
            seenVersion: try Self.version(request), access: call.access)
        return KeyedAction(actionRequest, key: try Self.key(request, call)) { outcome in
            StoredAnswer(
                status: 200, version: outcome.after.obligation.state.version,
                body: JSONText.encode(ObligationPayload(outcome.after, asOf: outcome.asOf)))
        }
    }

    /// The version of the obligation that the client saw, as its ETag.
    private static func version(_ request: Request) throws -> Int {
        guard let header = request.headers[.ifMatch] else { throw HTTPProblem.preconditionMissing }
        let tag = header.filter { !$0.isWhitespace }
        guard tag.count > 2, tag.hasPrefix("\""), tag.hasSuffix("\""), let version = Int(tag.dropFirst().dropLast())
        else { throw HTTPProblem.malformedPrecondition(String(header.prefix(100))) }
        return version
    }

    private static func key(_ request: Request, _ call: Call) throws -> RequestKey? {
        guard let header = request.headers[.idempotencyKey] else { return nil }
        let key = header.trimmingCharacters(in: ["\"", " "])
        guard (1...128).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw TrackerError.invalidInput(
                name: "Idempotency-Key", value: String(header.prefix(200)),
                hint: LocalizedText(vi: "cần 1–128 ký tự ASCII.", en: "it takes 1 to 128 ASCII characters."))
        }
        var hash = SHA256()
        for part in [request.method.rawValue, request.uri.path, request.headers[.ifMatch] ?? ""] {
            hash.update(data: Data("\(part.utf8.count):\(part),".utf8))
        }
        hash.update(data: call.body)
        let request = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return RequestKey(token: call.access.id, key: key, request: request)
    }

    private func response(_ done: ActionAnswer) -> Response {
        var answer = Answer(text: done.answer.body, as: "application/json", status: .init(code: done.answer.status))
        if let version = done.answer.version { answer = answer.tagged(version) }
        if done.isRepeated { answer.headers[.idempotencyReplayed] = "true" }
        return answer.response
    }
}
