import ArgumentParser
import Hummingbird

/// The program: reads its settings and serves until it is told to stop.
@main
struct ServerMain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phuluc-server",
        abstract: "Serves the tracker over HTTP. For now it only answers /healthz; the API and the board follow.",
        discussion: "Example:\n  phuluc-server --port 8080 &\n  curl http://127.0.0.1:8080/healthz")

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on.")
    var port = 8080

    func run() async throws {
        try await buildServer(at: .hostname(host, port: port)).runService()
    }
}
