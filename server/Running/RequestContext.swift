import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization
import TrackerDomain

/// What is known of a request while it is answered.
struct RequestNotes: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The connection that it came on.
    let channel: any Channel
    /// Learned on the way, for the access log.
    let learned = Learned()

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }

    /// Who sent a request, as the connection or a trusted proxy says.
    func client(of request: Request, _ settings: Settings) -> TrustedProxies.Client {
        settings.trustProxy.client(
            of: request.headers, from: channel.remoteAddress?.ipAddress, isEncrypted: !settings.tlsCert.isEmpty)
    }

    /// Shared by all copies of the context.
    final class Learned: Sendable {
        private let value = Mutex<Int64?>(nil)

        /// The number of the token that the request came with.
        var token: Int64? {
            get { value.withLock { $0 } }
            set { value.withLock { $0 = newValue } }
        }
    }
}

/// The request that is being answered, for those parts of the log that know nothing of HTTP.
enum CurrentRequest {
    @TaskLocal static var id: String?
}

extension Request {
    /// The language that the client reads: the better liked of Vietnamese and English, otherwise Vietnamese (RFC 9110,
    /// section 12.5.4).
    var language: Language {
        var best = (language: Language.vi, weight: 0.0)
        for part in (headers[.acceptLanguage] ?? "").lowercased().split(separator: ",") {
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let tag = pieces.first, let language = Language(rawValue: String(tag.prefix(2))) else { continue }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best.weight { best = (language, weight) }
        }
        return best.language
    }
}
