import Hummingbird

/// Puts the server together; tests start the same one on a port of their own.
func buildServer(at address: BindAddress) -> some ApplicationProtocol {
    let router = Router()
    // Whether the process answers at all (a load balancer asks).
    router.get("/healthz") { _, _ in "ok\n" }
    return Application(router: router, configuration: .init(address: address, serverName: "phuluc-server"))
}
