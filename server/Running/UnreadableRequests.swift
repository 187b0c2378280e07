import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import TrackerDomain
import TrackerPayloads

/// Answers what comes in place of a readable request head, and hangs up. The language of the client is not known by then.
final class UnreadableRequests: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let logger: Logger
    private let settings: Settings
    /// The requests that were read and whose answers are not all sent.
    private var unanswered = 0
    /// An answer has said that it is the connection's last one.
    private var isLast = false
    /// It has been sent, and nothing follows: the library has an answer of its own for the rest of a body that nobody reads.
    private var isOver = false

    init(logger: Logger, settings: Settings) {
        self.logger = logger
        self.settings = settings
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        if case .head = unwrapInboundIn(data) { unanswered += 1 }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isOver else { promise?.succeed(); return }
        switch unwrapOutboundIn(data) {
        case .head(let head): isLast = head.headerFields[.connection] == "close"
        case .body: break
        case .end:
            unanswered -= 1
            isOver = isLast
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // What is wrong within a request that is being answered is told by its answer.
        guard let error = error as? HTTPParserError, unanswered == 0 else { return context.fireErrorCaught(error) }
        guard !isOver else { return }
        isOver = true
        let problem = error == .headerOverflow ? HTTPProblem.headersTooLarge : .malformedRequest
        let id = "\(RequestID())"
        let body = ByteBuffer(string: JSONText.encode(problem.document(.vi)))
        var fields: HTTPFields = [
            .contentType: "application/problem+json", .contentLength: String(body.readableBytes),
            .connection: "close", .requestID: id,
        ]
        EveryRequest.addHeaders(to: &fields, isEncrypted: !settings.tlsCert.isEmpty)
        let channel = context.channel
        logger.info(
            "request",
            metadata: [
                "id": "\(id)", "method": "-", "path": "-", "status": "\(problem.status.code)", "microseconds": "-",
                "bytes": "\(body.readableBytes)", "token": "-",
                "remote": "\(channel.remoteAddress?.ipAddress ?? "-")",
            ])
        context.write(
            wrapOutboundOut(.head(HTTPResponse(status: problem.status, headerFields: fields))), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in channel.close(promise: nil) }
    }
}
