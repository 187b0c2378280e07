import Hummingbird
import HummingbirdTesting
import Testing

@testable import phuluc_server

struct HealthTests {
    @Test func theServerAnswersOverHTTP() async throws {
        try await buildServer(at: .hostname("127.0.0.1", port: 0)).test(.live) { client in
            try await client.execute(uri: "/healthz", method: .get) { response in
                #expect(response.status == .ok)
                #expect(String(buffer: response.body) == "ok\n")
            }
            try await client.execute(uri: "/nowhere", method: .get) { #expect($0.status == .notFound) }
        }
    }
}
