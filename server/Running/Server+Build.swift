import HTTPTypes
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import TrackerDomain
import TrackerService

/// Puts the server together; tests start the same one on a port of their own.
func buildServer(
    _ tracker: Tracker, settings: Settings, logger: Logger
) throws -> some ApplicationProtocol {
    let router = Router(context: RequestNotes.self, options: .autoGenerateHeadEndpoints)
    let metrics = Metrics()
    let dispatch = Dispatch(tracker, settings: settings, metrics: metrics)
    let board = BoardDoor(board: try Board(tracker: tracker), dispatch: dispatch)
    router.add(middleware: EveryRequest(logger: logger, metrics: metrics, settings: settings, board: board))
    // Whether the process answers at all (a load balancer asks).
    router.get("/healthz") { _, _ in Answer(text: "ok\n", as: "text/plain; charset=utf-8").response }
    // Whether it can serve: the store is there and current, the disk has room.
    router.get("/readyz") { _, _ in try await dispatch.ready() }
    router.get("/metrics") { request, context in try await dispatch.metricsText(request, context) }
    let document = OpenAPI.document
    router.get("/v1/openapi.json") { _, _ in Answer(text: document, as: "application/json").response }
    add(API.endpoints, to: router, dispatch)
    board.addRoutes(to: router)
    var decoder = HTTP1Channel.Configuration.DecoderConfiguration()
    decoder.maxHeaderFieldSize = settings.maxHeader
    decoder.maxHeaderListSize = settings.maxHeader
    decoder.maxHeaderFieldCount = 100
    let plain = HTTPServerBuilder.http1(
        configuration: .init(
            additionalChannelHandlers: [
                UnreadableRequests(logger: logger, settings: settings),
                SlowReaders(patience: .seconds(Int64(settings.timeout))),
            ],
            idleTimeout: .seconds(Int64(settings.timeout)), httpDecoderConfiguration: decoder))
    let server = try settings.tls().map { try HTTPServerBuilder.tls(plain, tlsConfiguration: $0) } ?? plain
    return Application(
        router: router, server: server,
        configuration: .init(
            address: .hostname(settings.host, port: settings.port), serverName: "phuluc-server",
            availableConnectionsDelegate: .maximum(settings.maxConnections, logger: logger)),
        onServerRunning: { channel in
            logger.info("the board is served", metadata: ["address": "\(settings.address(of: channel))"])
        },
        logger: logger)
}

private func add(_ endpoints: [Endpoint], to router: Router<RequestNotes>, _ dispatch: Dispatch) {
    for endpoint in endpoints {
        router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
            try await dispatch.respond(to: request, for: endpoint, context)
        }
    }
}

extension Settings {
    /// Where the board is.
    fileprivate func address(of channel: any Channel) -> String {
        let name = host.contains(":") ? "[\(host)]" : host
        return "\(tlsCert.isEmpty ? "http" : "https")://\(name):\(channel.localAddress?.port ?? port)/"
    }
}
