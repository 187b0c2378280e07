import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix
import TrackerDomain
import TrackerOutput
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
    private let cache = AnswerCache()
    private let uses = TokenUses()
    private let knownTokens = KnownTokens()
    private let bodies: SlowBodies

    init(_ tracker: Tracker, settings: Settings, metrics: Metrics) {
        self.tracker = tracker
        self.settings = settings
        rate = RateLimit(perMinute: settings.requestsPerMinute)
        strangers = RateLimit(perMinute: settings.requestsPerMinute)
        feed = EventFeed(tracker)
        self.metrics = metrics
        bodies = SlowBodies(patience: .seconds(settings.timeout))
    }

    func respond(to request: Request, for endpoint: Endpoint, _ context: RequestNotes) async throws -> Response {
        switch endpoint.work {
        case .read(_, let work):
            return try await read(request, for: endpoint, context, work)
        case .feed(let work):
            return try await onThread {
                try work(try call(request, for: endpoint, body: [], context))
                    .response(unlessMatching: request.headers[.ifNoneMatch])
            }
        case .stream:
            return try await eventStream(request, context)
        case .write(let types, _, let work):
            let body = try await body(
                of: request, as: types, upTo: types == Self.json ? Self.jsonLimit : .max, context)
            return try await onThread {
                let call = try call(request, for: endpoint, body: body, context)
                return response(try work(call), call)
            }
        case .act(_, let members, let looksUp, let work):
            let body = try await body(of: request, as: Self.json, upTo: Self.jsonLimit, context)
            let secret = Self.secret(of: request)
            let known = secret.flatMap(knownTokens.token)
            @Sendable func prepare() throws -> (action: KeyedAction, call: Call) {
                let call = try self.call(request, for: endpoint, body: body, context, by: known)
                let fields = try Fields(json: body, members: members)
                return (try keyed(try work(fields, call), fields, call, request), call)
            }
            // Only what waits for the disk needs a thread of its own.
            let (action, call) = known == nil || looksUp ? try await onThread(prepare) : try prepare()
            if known == nil, let secret { knownTokens.keep(call.access, for: secret) }
            guard let done = try await tracker.perform(action) else { throw HTTPProblem.unauthenticated }
            return response(done, call)
        }
    }

    /// Answers as before where nothing has changed since. To look whether anything has takes some microseconds and waits for
    /// nobody.
    private func read(
        _ request: Request, for endpoint: Endpoint, _ context: RequestNotes,
        _ work: @escaping @Sendable (Call) throws -> Answer
    ) async throws -> Response {
        @Sendable func make() async throws -> AnswerCache.Entry {
            try await onThread {
                let call = try call(request, for: endpoint, body: [], context)
                return AnswerCache.Entry(access: call.access, answer: try work(call))
            }
        }
        guard let changes = try? tracker.changeCount() else { return try await make().answer.response }
        let (entry, isNew) = try await cache.entry(
            for: .init(request), at: .init(changes: changes, day: tracker.today), orMake: make)
        if !isNew {
            try admit(entry.access, context)
            noteUse(of: entry.access)
        }
        // An ETag is the version of the obligation, for If-Match: the answer says more, and may be new under the same version.
        return entry.answer.response
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
    ///
    /// - Parameter known: whose token it is, where the change itself will look whether it is still good.
    func call(
        _ request: Request, for endpoint: Endpoint, body: [UInt8], _ context: RequestNotes, by known: AccessToken? = nil
    ) throws -> Call {
        let key = endpoint.takesKey ? Self.pairs(of: request).first { $0.key == "key" }?.value : nil
        let access = try known ?? caller(of: request, key: key, context)
        try admit(access, context)
        try Tracker.requireAccess(endpoint.permission, of: access)
        let query = try Fields(query: Self.pairs(of: request))
        try query.requireOnly(endpoint.query.map(\.name))
        try query.requireLengths(endpoint.query)
        let offered = endpoint.representations
        let representation = Representation.preferred(by: request.headers[.accept], of: offered)
        guard representation != nil || offered.isEmpty else {
            throw HTTPProblem.notAcceptable(offered.map(\.rawValue))
        }
        noteUse(of: access)
        var path: [String: String] = [:]
        for (name, value) in context.parameters { path[String(name)] = String(value).removingPercentEncoding ?? "" }
        return Call(
            tracker: tracker, access: access, language: request.language, representation: representation ?? .json,
            style: TextStyle(
                language: request.language, width: try query.integer("columns", in: 40...400) ?? 120,
                usesColour: try query.flag("colour")),
            path: path, query: query, body: body, key: try Self.key(request, access, body, representation))
    }

    /// Notes whose request it is, and lets it in unless there were too many.
    func admit(_ access: AccessToken, _ context: RequestNotes) throws(HTTPProblem) {
        context.learned.token = access.id
        if let seconds = rate.take(access.id) { throw .tooManyRequests(seconds: seconds) }
    }

    /// - Parameter key: a token in the query. Addresses are kept in many places, so only one that opens nothing but a
    ///   calendar may stand there.
    private func caller(of request: Request, key: Substring? = nil, _ context: RequestNotes) throws -> AccessToken {
        let sent = Self.secret(of: request)
        guard let secret = sent ?? key.map(String.init), let access = try tracker.authenticate(secret),
            sent != nil || access.role == .calendar
        else { throw refusal(ofStranger: request, context) }
        return access
    }

    /// Why somebody without a valid token is not let in.
    private func refusal(ofStranger request: Request, _ context: RequestNotes) -> HTTPProblem {
        let seconds = strangers.take(context.client(of: request, settings).address)
        return seconds.map { .tooManyRequests(seconds: $0) } ?? .unauthenticated
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
    func noteUse(of access: AccessToken) {
        guard uses.isDue(access, at: tracker.now) else { return }
        NIOThreadPool.singleton.submit { _ in try? tracker.noteUse(of: access) }
    }

    private static func pairs(of request: Request) -> [(key: Substring, value: Substring)] {
        pairs(in: request.uri.query ?? "")
    }

    /// The names and values of a query or of a form, as they were sent.
    static func pairs(in text: String) -> [(key: Substring, value: Substring)] {
        text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (key: parts.first ?? "", value: parts.count > 1 ? parts[1] : "")
        }
    }

    // MARK: Bodies

    private static let json = ["application/json"]
    /// Bytes of an action: some thousand words. Larger ones are plans.
    private static let jsonLimit = 64 << 10

    /// The body of somebody who shows a token at least: nothing is read for anybody else.
    private func body(
        of request: Request, as types: [String], upTo most: Int, _ context: RequestNotes
    ) async throws -> [UInt8] {
        guard Self.secret(of: request) != nil else { throw refusal(ofStranger: request, context) }
        return try await body(of: request, as: types, upTo: most)
    }

    func body(of request: Request, as types: [String], upTo most: Int = .max) async throws -> [UInt8] {
        let limit = min(settings.maxBody, most)
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw HTTPProblem.bodyTooLarge(limit: limit)
        }
        let given = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() } ?? ""
        let buffer = try await bodies.collect(request.body, upTo: limit)
        let bytes = Array(buffer.readableBytesView)
        guard bytes.isEmpty || types.contains(given.filter { !$0.isWhitespace }) else {
            throw HTTPProblem.unsupportedMediaType(expected: types.joined(separator: ", "))
        }
        return bytes
    }

    // MARK: Actions

    private func keyed(_ action: Action, _ fields: Fields, _ call: Call, _ request: Request) throws -> KeyedAction {
        let id = try call.number("id")
        let actionRequest = ActionRequest(
            obligation: id, action: action, countsOn: try fields.day("countsOn"),
            seenVersion: try Self.version(request), access: call.access)
        return KeyedAction(actionRequest, key: call.key) { outcome in
            StoredAnswer(
                status: 200, version: outcome.after.obligation.state.version,
                body: call.written(ActionView(outcome: outcome)))
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

    /// The key with all that the request asks for: what came first is answered again just as it was.
    private static func key(
        _ request: Request, _ access: AccessToken, _ body: [UInt8], _ representation: Representation?
    ) throws -> RequestKey? {
        guard request.method == .post, let header = request.headers[.idempotencyKey] else { return nil }
        let key = header.trimmingCharacters(in: ["\"", " "])
        guard (1...128).contains(key.utf8.count), key.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw TrackerError.invalidInput(
                name: "Idempotency-Key", value: String(header.prefix(200)),
                hint: LocalizedText(vi: "cần 1–128 ký tự ASCII.", en: "it takes 1 to 128 ASCII characters."))
        }
        var hash = SHA256()
        let language = representation == .text ? request.language.rawValue : ""
        for part in [
            request.method.rawValue, request.uri.path, request.uri.query ?? "", request.headers[.ifMatch] ?? "",
            representation?.rawValue ?? "", language,
        ] {
            hash.update(data: Data("\(part.utf8.count):\(part),".utf8))
        }
        hash.update(data: body)
        let request = hash.finalize().hexadecimal
        return RequestKey(token: access.id, key: key, request: request)
    }

    private func response(_ done: ActionAnswer, _ call: Call) -> Response {
        var answer = Answer(
            text: done.answer.body, as: call.representation.mediaType, status: .init(code: done.answer.status))
        if let version = done.answer.version { answer = answer.tagged(version) }
        if done.isRepeated { answer.headers[.idempotencyReplayed] = "true" }
        return answer.response
    }
}
