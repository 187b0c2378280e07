import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle
import TrackerDomain
import TrackerPayloads
import TrackerService

extension Dispatch {
    /// The history as server-sent events, from the place in `Last-Event-ID` (or `after`) on, otherwise from now on.
    func eventStream(_ request: Request, _ context: RequestNotes) async throws -> Response {
        let (secret, access, start) = try await onThread {
            let call = try call(request, for: API.events, body: [], context)
            let after = try call.query.integer("after", in: 0...Int.max)
            let last = try tracker.lastEvent()
            let start = try Self.lastEvent(of: request) ?? after.map(Int64.init) ?? last
            let name = request.headers[.lastEventID] == nil ? "after" : "Last-Event-ID"
            guard start <= last else { throw Self.isAhead(name, start, of: last) }
            return (Self.secret(of: request) ?? "", call.access, start)
        }
        return try stream(request, to: access, after: start) {
            try tracker.authenticate(secret)
        } text: { events in
            events.map { event in
                "id: \(event.sequence)\nevent: \(event.action.rawValue)\ndata: \(JSONText.encode(EventPayload(event)))\n\n"
            }.joined()
        }
    }

    /// Sends what is new of the history, of what may be seen, as long as the client listens. It learns its place at once, so that
    /// it finds it again also where nothing came before the first break.
    ///
    /// - Parameters:
    ///   - renew: asked before each look; `nil` where the token or the session has ended, and with it the stream.
    ///   - text: the events of one look as they are sent.
    func stream(
        _ request: Request, to access: AccessToken, after start: Int64,
        renew: @escaping @Sendable () throws -> AccessToken?,
        text: @escaping @Sendable ([Event]) -> String
    ) throws -> Response {
        guard let (number, wakes) = feed.follow(access.id) else { throw HTTPProblem.tooManyStreams }
        let body = ResponseBody { writer in
            metrics.stream(1)
            defer {
                feed.leave(number)
                metrics.stream(-1)
            }
            // Who hangs up leaves the place to others at once, not with the next line that cannot be sent.
            try await request.body.consumeWithInboundCloseHandler { _ in
                try await writer.write(ByteBuffer(string: "retry: 2000\nid: \(start)\n\n"))
                var place = start
                for await wake in wakes.cancelOnGracefulShutdown() {
                    if wake == .beat { try await writer.write(ByteBuffer(string: ":\n\n")) }
                    var isBehind = true
                    while isBehind {
                        let from = place
                        let page = try await onThread {
                            try renew().map { try tracker.events(after: from, limit: Self.page, access: $0) }
                        }
                        // An older history was put in place: the client comes again, and is told.
                        guard let page, page.through >= place else { return }
                        if !page.events.isEmpty { try await writer.write(ByteBuffer(string: text(page.events))) }
                        isBehind = page.events.count == Self.page
                        place = page.through
                    }
                }
            } onInboundClosed: {
                feed.leave(number)
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "text/event-stream"], body: body)
    }

    private static let page = 100

    private static func isAhead(_ name: String, _ place: Int64, of last: Int64) -> TrackerError {
        .invalidInput(
            name: name, value: String(place),
            hint: LocalizedText(
                vi:
                    "lịch sử chỉ đến sự kiện \(last); có lẽ kho đã được khôi phục. Đọc lại từ đầu với số 0, hoặc bỏ số này.",
                en:
                    "the history ends with event \(last); the store may have been restored. Read again from 0, or leave this "
                    + "out."))
    }

    /// The place up to which a client has seen the history.
    static func lastEvent(of request: Request) throws(TrackerError) -> Int64? {
        guard let text = request.headers[.lastEventID] else { return nil }
        guard let place = Int64(text), place >= 0 else {
            throw .invalidInput(
                name: "Last-Event-ID", value: String(text.prefix(100)),
                hint: LocalizedText(vi: "cần số của sự kiện cuối.", en: "it is the number of the last event."))
        }
        return place
    }
}
