import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

struct HealthTests {
    @Test func theServerAnswersOverHTTP() async throws {
        try await ServerDesk().serve { client in
            try await client.execute(uri: "/healthz", method: .get) { response in
                #expect(response.status == .ok)
                #expect(String(buffer: response.body) == "ok\n")
            }
            try await client.execute(uri: "/nowhere", method: .get) { #expect($0.status == .notFound) }
        }
    }
}
