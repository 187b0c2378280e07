internal import Crypto
internal import Foundation
internal import TrackerDomain

/// What the holder of a token sends: "phuluc_12_", then 256 random bits in base64url. The number finds the line of the
/// store, the prefix lets scanners of source code find secrets that were left there.
struct TokenSecret {
    let id: Int64
    let text: String

    private static let prefix = "phuluc"

    /// A new secret.
    init(id: Int64) {
        self.id = id
        text = "\(Self.prefix)_\(id)_\(Self.randomWords())"
    }

    /// A secret that somebody sent; `nil` where it cannot be one.
    init?(_ text: String) {
        let parts = text.split(separator: "_", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.prefix, parts[2].utf8.count == 43, let id = Int64(parts[1]), id > 0
        else { return nil }
        self.id = id
        self.text = text
    }

    /// SHA-256 in hexadecimal: enough for 256 random bits, which nobody can guess their way to.
    var hash: String {
        SHA256.hash(data: Data(text.utf8)).hexadecimal
    }

    /// Compares in a time that does not tell how far two hashes agree.
    func matches(hash stored: String) -> Bool { Self.areEqual(hash, stored) }

    /// 256 random bits in base64url: 43 characters.
    static func randomWords() -> String {
        let bits = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        return bits.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Compares in a time that does not tell how far two texts agree.
    static func areEqual(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// What a browser keeps in its cookie while its user is signed in: 256 random bits in base64url.
struct SessionSecret {
    let text: String

    /// A new secret.
    init() { text = TokenSecret.randomWords() }

    /// A secret that somebody sent; `nil` where it cannot be one.
    init?(_ text: String) {
        guard text.utf8.count == 43 else { return nil }
        self.text = text
    }

    /// SHA-256 in hexadecimal: what the store knows it by.
    var hash: String { SHA256.hash(data: Data(text.utf8)).hexadecimal }

    /// What the forms of the session carry. It follows from the secret, and tells nothing of it.
    var formToken: String { SHA256.hash(data: Data("phuluc form \(text)".utf8)).hexadecimal }
}
