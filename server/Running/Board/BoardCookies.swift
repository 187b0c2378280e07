import Foundation
import HTTPTypes
import Hummingbird
import TrackerDomain
import TrackerService

/// What the board keeps in browsers: the secret of the session, and the language.
enum BoardCookies {
    /// The session's cookie. Over TLS its name lets browsers take it from this host only, encrypted, for every path.
    static func sessionName(isEncrypted: Bool) -> String { isEncrypted ? "__Host-phuluc" : "phuluc" }

    static func session(_ secret: String, isEncrypted: Bool) -> String {
        cookie(
            sessionName(isEncrypted: isEncrypted), secret, seconds: Int(Tracker.sessionDuration / 1_000),
            sameSite: "Strict", isEncrypted: isEncrypted)
    }

    /// Takes the session's cookie away.
    static func noSession(isEncrypted: Bool) -> String {
        cookie(
            sessionName(isEncrypted: isEncrypted), "", seconds: 0, sameSite: "Strict", isEncrypted: isEncrypted)
    }

    /// The language that was chosen, for a year.
    static func language(_ language: Language, isEncrypted: Bool) -> String {
        cookie("lang", language.rawValue, seconds: 31_536_000, sameSite: "Lax", isEncrypted: isEncrypted)
    }

    private static func cookie(
        _ name: String, _ value: String, seconds: Int, sameSite: String, isEncrypted: Bool
    ) -> String {
        "\(name)=\(value); Max-Age=\(seconds); Path=/; HttpOnly; SameSite=\(sameSite)" + (isEncrypted ? "; Secure" : "")
    }
}

extension Request {
    /// The value of a cookie.
    func cookie(_ name: String) -> String? { cookies[name]?.value }

    /// The language that the address chooses, "?lang=en".
    var chosenLanguage: Language? {
        Dispatch.pairs(in: uri.query ?? "").last { $0.key == "lang" }.flatMap { Language(rawValue: String($0.value)) }
    }

    /// The language of the board's pages: the one that was chosen now or before, else the one that the browser asks for.
    var boardLanguage: Language { chosenLanguage ?? cookie("lang").flatMap(Language.init(rawValue:)) ?? language }

    /// Whether a form was sent from a page of ours. Browsers say where a request comes from; what says nothing is no browser,
    /// and holds no cookie that somebody else could make use of.
    var isFromOurPages: Bool {
        if let site = headers[.secFetchSite], site != "same-origin", site != "none" { return false }
        guard let origin = headers[.origin] else { return true }
        guard let host = head.authority?.lowercased(), let start = origin.range(of: "://") else { return false }
        let sender = origin[start.upperBound...].lowercased()
        // A proxy may have left the port out of Host.
        return sender == host || (!host.contains(":") && sender.prefix { $0 != ":" } == host)
    }

    /// Whether somebody followed a link on another site.
    var isFromAnotherSite: Bool { headers[.secFetchSite] == "cross-site" }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .via
}
