import HTTPTypes

/// All endpoints of the API, in the order of the OpenAPI document.
enum API {
    static let endpoints: [Endpoint] =
        planEndpoints + obligationEndpoints + listEndpoints + actionEndpoints + referenceEndpoints + feedEndpoints
        + reminderEndpoints + settlementEndpoints + successionEndpoints + accessEndpoints

    /// The methods that a path takes; none where there is no such path.
    static func methods(at path: String) -> [String] {
        let parts = path.split(separator: "/")
        let here = endpoints.filter { endpoint in
            let pattern = endpoint.path.split(separator: "/")
            return pattern.count == parts.count && zip(pattern, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
        let methods = here.map(\.method.rawValue) + (otherPaths.contains(path) ? ["GET"] : [])
        return Set(methods + (methods.contains("GET") ? ["HEAD"] : [])).sorted()
    }

    /// What is served beside the endpoints.
    private static let otherPaths = ["/healthz", "/readyz", "/metrics", "/v1/openapi.json"]
}
