import Hummingbird

@main
struct ServerMain {
    static func main() async throws {
        let router = Router()
        router.get("/healthz") { _, _ in "ok\n" }
        try await Application(router: router, configuration: .init(address: .hostname("127.0.0.1", port: 8080))).run()
    }
}
