import TrackerDomain
import TrackerOutput
import TrackerPayloads

/// What a result can be sent as: JSON for programs, the text that `phuluc` prints, and where it is a list, CSV.
enum Representation: String, Sendable {
    case json = "application/json"
    case csv = "text/csv"
    case text = "text/plain"

    /// Of one thing.
    static let ofRecord: [Self] = [.json, .text]
    static let ofList: [Self] = [.json, .csv, .text]

    /// The media type with its character set, as it is sent.
    var mediaType: String { self == .json ? rawValue : rawValue + "; charset=utf-8" }

    /// The one of those offered that a client likes best, the first of several; `nil` where it takes none of them (RFC 9110,
    /// section 12.5.1).
    static func preferred(by accept: String?, of offered: [Self]) -> Self? {
        guard let accept, !accept.allSatisfy(\.isWhitespace) else { return offered.first }
        let ranges = accept.lowercased().split(separator: ",").map { part in
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            let weight = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return (name: pieces.first ?? "", weight: weight)
        }
        var best: (representation: Self, weight: Double)?
        for representation in offered {
            // What names the type precedes what names its family, and that what takes anything.
            let family = representation.rawValue.prefix { $0 != "/" } + "/*"
            let weight =
                [representation.rawValue, String(family), "*/*"].lazy
                .compactMap { name in ranges.first { $0.name == name }?.weight }.first ?? 0
            if weight > best?.weight ?? 0 { best = (representation, weight) }
        }
        return best?.representation
    }
}

extension Call {
    /// A result in the representation that the client asked for.
    func written(_ view: some Rendering) -> String {
        switch representation {
        case .json: JSONText.encode(view.json(language))
        case .csv: (view.csv(language) ?? []).map(CSVText.line).joined()
        case .text: view.text(style)
        }
    }
}

extension Answer {
    /// A result in the representation that the client asked for.
    init(_ view: some Rendering, for call: Call) {
        self.init(text: call.written(view), as: call.representation.mediaType)
    }
}

extension Endpoint.Work {
    /// Reads one thing.
    static func record<View: Rendering & SendableMetatype>(_ view: @escaping @Sendable (Call) throws -> View) -> Self {
        .read(as: Representation.ofRecord) { Answer(try view($0), for: $0) }
    }

    /// Reads a list.
    static func list<View: Rendering & SendableMetatype>(_ view: @escaping @Sendable (Call) throws -> View) -> Self {
        .read(as: Representation.ofList) { Answer(try view($0), for: $0) }
    }
}
