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
            let start =
                try request.headers[.lastEventID].map { text in
                    guard let place = Int64(text), place >= 0 else {
                        throw TrackerError.invalidInput(
                            name: "Last-Event-ID", value: String(text.prefix(100)),
                            hint: LocalizedText(
                                vi: "cần số của sự kiện cuối.", en: "it is the number of the last event."))
                    }
                    return place
                } ?? after.map(Int64.init) ?? (try tracker.lastEvent())
            return (Self.secret(of: request) ?? "", call.access, start)
        }
        guard let (number, wakes) = feed.follow(access.id) else { throw HTTPProblem.tooManyRequests(seconds: 60) }
        metrics.stream(1)
        let body = ResponseBody { writer in
            defer {
                feed.leave(number)
                metrics.stream(-1)
            }
            try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
            var place = start
            for await wake in wakes.cancelOnGracefulShutdown() {
                if wake == .beat { try await writer.write(ByteBuffer(string: ":\n\n")) }
                var isBehind = true
                while isBehind {
                    let from = place
                    // A token that was revoked ends its streams.
                    let page = try await onThread {
                        try tracker.authenticate(secret).map {
                            try tracker.events(after: from, limit: Self.page, access: $0)
                        }
                    }
                    guard let page else { return try await writer.finish(nil) }
                    if !page.events.isEmpty { try await writer.write(Self.text(of: page.events)) }
                    isBehind = page.events.count == Self.page
                    place = page.through
                }
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: [.contentType: "text/event-stream"], body: body)
    }

    private static let page = 100

    private static func text(of events: [Event]) -> ByteBuffer {
        ByteBuffer(
            string: events.map { event in
                "id: \(event.sequence)\nevent: \(event.action.rawValue)\ndata: \(JSONText.encode(EventPayload(event)))\n\n"
            }.joined())
    }
}
