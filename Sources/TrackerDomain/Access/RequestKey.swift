/// The key that a client gave a request (`Idempotency-Key`), with what the request was: the same request sent again under
/// its key is done once.
public struct RequestKey: Hashable, Sendable {
    /// The number of the token that the request came with: keys of different holders never meet.
    public let token: Int64
    /// 1 to 128 characters that the client chose.
    public let key: String
    /// SHA-256 of all that the request asks for, in hexadecimal.
    public let request: String

    public init(token: Int64, key: String, request: String) {
        self.token = token
        self.key = key
        self.request = request
    }
}

/// What was answered to a change that came with a key.
public struct StoredAnswer: Hashable, Sendable {
    /// The HTTP status.
    public let status: Int
    /// The version of the obligation afterwards.
    public let version: Int?
    /// The text of the answer, as it was sent.
    public let body: String

    public init(status: Int, version: Int?, body: String) {
        self.status = status
        self.version = version
        self.body = body
    }
}
