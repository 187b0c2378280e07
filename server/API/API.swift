/// All endpoints of the API, in the order of the OpenAPI document.
enum API {
    static let endpoints: [Endpoint] =
        planEndpoints + obligationEndpoints + listEndpoints + actionEndpoints + referenceEndpoints + feedEndpoints
        + reminderEndpoints + successionEndpoints
        + accessEndpoints
}
