import HTTPTypes
import Hummingbird
import NIOCore
import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// One method of one resource: who may use it, what it takes, what it does. The OpenAPI document is made from the same
/// values.
struct Endpoint: Sendable {
    let method: HTTPRequest.Method
    /// "/v1/obligations/{id}".
    let path: String
    /// The name of the operation for generated clients, "getObligation".
    let operation: String
    let summary: LocalizedText
    /// What the token has to allow.
    let permission: Permission
    let parameters: [Parameter]
    let work: Work
    /// The shape of what it answers, by its name in the OpenAPI document.
    let answers: String

    /// What is done. All of it runs on threads that may wait for the disk.
    enum Work: Sendable {
        /// Reads and answers, in one of these representations. The answer follows from the store, the day, and of the request from
        /// its token, its target and what the client accepts: it is given again as long as these stay the same (``AnswerCache``).
        case read(as: [Representation] = [.json], @Sendable (Call) throws -> Answer)
        /// An action of the workflow, which is committed together with those of other clients. The body has these members. Most are
        /// made of the body alone; some look something up in the store for it.
        case act(Action.Kind, body: [Member], looksUp: Bool, @Sendable (Fields, Call) throws -> Action)
        /// Reads a calendar for programs that send no headers of their own: the token may stand in the query.
        case feed(@Sendable (Call) throws -> Answer)
        /// Answers as long as the client listens.
        case stream
        /// A change in a transaction of its own, with a body of one of these media types; JSON has these members.
        case write(takes: [String], body: [Member] = [], @Sendable (Call) throws -> ActionAnswer)
    }

    /// What it can answer as; empty where there is no choice.
    var representations: [Representation] {
        switch work {
        case .read(let representations, _): representations
        case .act, .write: Representation.ofRecord
        case .stream, .feed: []
        }
    }

    /// Whether the token may stand in the query.
    var takesKey: Bool {
        if case .feed = work { true } else { false }
    }

    /// All values that its query may have.
    var query: [Parameter] { parameters + (representations.contains(.text) ? Parameter.layout : []) }
}

/// A value in the query.
struct Parameter: Sendable, Hashable {
    let name: String
    let kind: Kind
    let isRequired: Bool
    let description: LocalizedText

    init(_ name: String, _ kind: Kind, isRequired: Bool = false, vi: String, en: String) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        description = LocalizedText(vi: vi, en: en)
    }

    enum Kind: Sendable, Hashable {
        /// At most 200 characters: a name, a number, words to look for.
        case text
        /// At most 1,000 characters.
        case longText
        /// Text that matches a regular expression; what does not is refused by whoever reads it.
        case pattern(String)
        case day
        case flag
        case integer(ClosedRange<Int>)
        case choice([String])

        /// In characters; together the parameters of a request fit into its headers, percent-encoded.
        var longest: Int? {
            switch self {
            case .text: 200
            case .longText: 1_000
            default: nil
            }
        }
    }
}

/// A member of the JSON object that an action takes.
struct Member: Sendable, Hashable {
    let name: String
    let kind: Kind
    let isRequired: Bool

    init(_ name: String, _ kind: Kind, isRequired: Bool = false) {
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
    }

    enum Kind: Sendable, Hashable {
        case text
        case day
        case flag
        case integer(ClosedRange<Int>)
        case document
        /// Strings, each once.
        case texts
    }
}

/// A request that has passed the door: whose it is and what it brings.
struct Call: Sendable {
    let tracker: Tracker
    let access: AccessToken
    let language: Language
    let representation: Representation
    /// How text is laid out.
    let style: TextStyle
    /// The variable parts of the path by their names.
    let path: [String: String]
    let query: Fields
    let body: [UInt8]
    /// The key of a change that is done once, however often it is sent.
    let key: RequestKey?

    /// A number in the path; whatever else stands there names nothing.
    func number(_ name: String) throws -> Int64 {
        guard let text = path[name], let number = Int64(text), number > 0, String(number) == text else {
            throw HTTPProblem.noSuchPath
        }
        return number
    }

    /// The agency in the path.
    func agencyID() throws(TrackerError) -> AgencyID {
        let text = "\(path["territory"] ?? "")/\(path["agency"] ?? "")"
        guard let id = AgencyID(text) else { throw .notFound(.agency(text), nearest: []) }
        return id
    }
}

/// What is answered.
struct Answer: Sendable {
    var status = HTTPResponse.Status.ok
    var headers: HTTPFields = [.contentType: "application/json"]
    var body: ByteBuffer

    init(_ payload: some Encodable) {
        body = ByteBuffer(string: JSONText.encode(payload))
    }

    init(text: String, as type: String, status: HTTPResponse.Status = .ok) {
        self.status = status
        headers = [.contentType: type]
        body = ByteBuffer(string: text)
    }

    /// The same with the version of an obligation, which a change of it has to name.
    func tagged(_ version: Int) -> Answer {
        var answer = self
        answer.headers[.eTag] = "\"\(version)\""
        return answer
    }

    var response: Response { Response(status: status, headers: headers, body: .init(byteBuffer: body)) }

    /// The response, without what the client has already (RFC 9110, section 13.1.2).
    func response(unlessMatching tags: String?) -> Response {
        func opaque(_ tag: some StringProtocol) -> String {
            String(tag).filter { !$0.isWhitespace }.replacing("W/", with: "")
        }
        guard let tags, let own = headers[.eTag].map(opaque),
            tags.split(separator: ",").map(opaque).contains(where: { $0 == own || $0 == "*" })
        else { return response }
        var kept = headers
        kept[.contentType] = nil
        return Response(status: .notModified, headers: kept)
    }
}
