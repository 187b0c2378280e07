import NIOCore

/// Hangs up on a client that does not read what it asked for: what waits for it holds a connection, a place among the event
/// streams, and the end of the server when it is told to stop.
final class SlowReaders: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = Any

    private let patience: TimeAmount
    private var hangUp: Scheduled<Void>?

    init(patience: TimeAmount) {
        self.patience = patience
    }

    /// More waits than a connection may hold, or no longer does.
    func channelWritabilityChanged(context: ChannelHandlerContext) {
        hangUp?.cancel()
        hangUp = nil
        if !context.channel.isWritable {
            let channel = context.channel
            hangUp = context.eventLoop.scheduleTask(in: patience) { channel.close(promise: nil) }
        }
        context.fireChannelWritabilityChanged()
    }

    func channelInactive(context: ChannelHandlerContext) {
        hangUp?.cancel()
        context.fireChannelInactive()
    }
}
