import Foundation
import Logging
import TrackerDomain

/// What the server runs with. A value comes from a flag, else from the environment (`PHULUC_PORT`), else from the settings
/// file, else it is the default.
struct Settings: Hashable, Sendable {
    var store = "phuluc.sqlite"
    var host = "127.0.0.1"
    var port = 8080
    /// How many requests may read the store at once.
    var readers = 4
    /// Bytes of a request's body.
    var maxBody = 4 << 20
    /// Bytes of a request's headers.
    var maxHeader = 32 << 10
    /// Seconds for a request's headers to come, for its body to come, and for an idle connection.
    var timeout = 30
    /// Requests of one token in a minute, and those of one address without a valid token; 0 for as many as it likes.
    var requestsPerMinute = 1_200
    /// Connections at once.
    var maxConnections = 1_000
    var logLevel = "info"
    /// PEM files of a certificate chain and of its key; both empty for HTTP without encryption.
    var tlsCert = ""
    var tlsKey = ""
    /// The reverse proxies that are believed.
    var trustProxy = TrustedProxies.none

    /// A setting by its name, as flags ("--tls-cert", "--set maxBody"), the environment ("PHULUC_MAX_BODY") and the file ("maxBody") have it.
    struct Key: Sendable {
        let name: String
        let apply: @Sendable (inout Settings, String) -> Bool

        init(_ name: String, _ path: any WritableKeyPath<Settings, String> & Sendable) {
            self.name = name
            apply = { settings, text in
                settings[keyPath: path] = text
                return !text.isEmpty
            }
        }

        init(_ name: String, _ path: any WritableKeyPath<Settings, Int> & Sendable, in range: ClosedRange<Int>) {
            self.name = name
            apply = { settings, text in
                guard let number = Int(text), range.contains(number) else { return false }
                settings[keyPath: path] = number
                return true
            }
        }

        init(_ name: String, _ read: @escaping @Sendable (inout Settings, String) -> Bool) {
            self.name = name
            apply = read
        }

        /// "--tls-cert", "--set maxBody".
        var flagName: String {
            guard Settings.haveFlags.contains(name) else { return "--set \(name)" }
            return "--"
                + name.reduce(into: "") { text, letter in
                    text += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
                }
        }

        /// "PHULUC_MAX_BODY".
        var environmentName: String {
            "PHULUC_"
                + name.reduce(into: "") { text, letter in
                    text += letter.isUppercase ? "_\(letter)" : letter.uppercased()
                }
        }
    }

    /// The settings with a flag of their own.
    private static let haveFlags: Set = ["store", "host", "port", "tlsCert", "tlsKey", "trustProxy"]

    static let keys = [
        Key("store", \.store), Key("host", \.host), Key("port", \.port, in: 0...65_535),
        Key("readers", \.readers, in: 1...64), Key("maxBody", \.maxBody, in: 1_024...(256 << 20)),
        Key("maxHeader", \.maxHeader, in: 1_024...(1 << 20)), Key("timeout", \.timeout, in: 1...3_600),
        Key("requestsPerMinute", \.requestsPerMinute, in: 0...10_000_000),
        Key("maxConnections", \.maxConnections, in: 1...100_000), Key("tlsCert", \.tlsCert), Key("tlsKey", \.tlsKey),
        Key("logLevel") { settings, text in
            settings.logLevel = text
            return Logger.Level(rawValue: text) != nil
        },
        Key("trustProxy") { settings, text in
            guard let proxies = TrustedProxies(text) else { return false }
            settings.trustProxy = proxies
            return true
        },
    ]

    /// A value that cannot be used, with where it came from.
    struct Problem: Error, Hashable {
        let sentence: LocalizedText
    }

    init() {}

    /// Settings out of three sources, the first one before the others.
    init(
        flags: [String: String], environment: [String: String], file: [String: String]
    ) throws(Problem) {
        for key in Self.keys {
            let found =
                flags[key.name].map { ($0, key.flagName) }
                ?? environment[key.environmentName].map { ($0, key.environmentName) }
                ?? file[key.name].map { ($0, "“\(key.name)”") }
            guard let (text, source) = found, !key.apply(&self, text) else { continue }
            throw Problem(
                sentence: LocalizedText(
                    vi: "Không dùng được \(source) “\(text)”.", en: "\(source) “\(text)” cannot be used."))
        }
        let unknown = Set(file.keys).subtracting(Self.keys.map(\.name)).sorted()
        guard unknown.isEmpty else {
            throw Problem(
                sentence: LocalizedText(
                    vi: "Tệp cấu hình có tên lạ: \(unknown.joined(separator: ", ")).",
                    en: "The settings file has unknown names: \(unknown.joined(separator: ", "))."))
        }
    }

    /// Reads a settings file: a JSON object of names and values.
    static func read(file path: String) throws(Problem) -> [String: String] {
        let values: [String: JSONValue]? = FileManager.default.contents(atPath: path).flatMap {
            try? JSONDecoder().decode([String: JSONValue].self, from: $0)
        }
        guard let values else {
            throw Problem(
                sentence: LocalizedText(
                    vi: "Không đọc được tệp cấu hình \(path): cần một đối tượng JSON.",
                    en: "Cannot read the settings file \(path): it has to be a JSON object."))
        }
        return values.mapValues(\.words)
    }
}
