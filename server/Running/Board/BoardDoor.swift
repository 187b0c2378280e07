import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TrackerDomain
import TrackerPayloads
import TrackerService

/// Brings browsers to the board: knows them by their cookie, lets in who has signed in, and turns what the board answers into
/// HTTP.
struct BoardDoor: Sendable {
    let board: Board
    let dispatch: Dispatch
    let lockOut = LockOut()

    var tracker: Tracker { dispatch.tracker }

    /// A page.
    func page(_ request: Request, _ context: RequestNotes) async throws -> Response {
        let asked = try self.asked(request)
        guard let visitor = try await visitor(request, context) else {
            return remembering(try arrival(request, asked), language: request, context)
        }
        return try await answer(asked, of: visitor, request, context)
    }

    /// A form.
    func form(_ request: Request, _ context: RequestNotes) async throws -> Response {
        var asked = try self.asked(request)
        guard request.isFromOurPages else { return board.foreignForm(asked).response }
        asked.form = try await fields(of: request)
        guard let visitor = try await visitor(request, context) else {
            return try board.signIn(toSendAgain: asked).response
        }
        return try await answer(asked, of: visitor, request, context)
    }

    private func answer(
        _ asked: BoardRequest, of visitor: WebSession, _ request: Request, _ context: RequestNotes
    ) async throws -> Response {
        var asked = asked
        asked.session = visitor
        let complete = asked
        return remembering(
            try await dispatch.onThread { board.answer(complete) }.response, language: request, context)
    }

    // MARK: Who asks

    /// The visitor of a session, let in unless there were too many requests; `nil` for a stranger.
    func visitor(_ request: Request, _ context: RequestNotes) async throws -> WebSession? {
        guard let session = try await session(of: request, context) else {
            let seconds = dispatch.strangers.take(client(of: request, context).address)
            if let seconds { throw HTTPProblem.tooManyRequests(seconds: seconds) }
            return nil
        }
        try dispatch.admit(session.access, context)
        dispatch.noteUse(of: session.access)
        return session
    }

    func session(of request: Request, _ context: RequestNotes) async throws -> WebSession? {
        guard let secret = secret(of: request, context) else { return nil }
        return try await dispatch.onThread { try tracker.session(secret) }
    }

    /// What the cookie holds.
    func secret(of request: Request, _ context: RequestNotes) -> String? {
        request.cookie(BoardCookies.sessionName(isEncrypted: client(of: request, context).isEncrypted))
    }

    func client(of request: Request, _ context: RequestNotes) -> TrustedProxies.Client {
        context.client(of: request, dispatch.settings)
    }

    /// A stranger is asked to sign in; on the way from another site the browser may have kept the cookie back.
    private func arrival(_ request: Request, _ asked: BoardRequest) throws -> Response {
        let next = BoardLinks.signIn(next: BoardLinks.onThisBoard(request.uri.string))
        guard request.isFromAnotherSite else { return BoardAnswer.redirect(to: next).response }
        return try board.arrival(asked, next: next).response
    }

    // MARK: What is asked

    /// The page that a request names, for nobody yet.
    func asked(_ request: Request) throws(TrackerError) -> BoardRequest {
        BoardRequest(
            path: Self.pieces(of: request.uri.path), query: try Self.texts(request.uri.query ?? ""),
            language: request.boardLanguage)
    }

    /// The pieces of a path; one that cannot be read stays as it is, and names nothing.
    static func pieces(of path: String) -> [String] {
        path.split(separator: "/").map { piece in
            (piece.removingPercentEncoding ?? String(piece)).precomposedStringWithCanonicalMapping
        }
    }

    private static func texts(_ text: String) throws(TrackerError) -> [String: String] {
        try Fields(query: Dispatch.pairs(in: text)).texts()
    }

    /// The fields of a form.
    func fields(of request: Request) async throws -> [String: String] {
        let body = try await dispatch.body(
            of: request, as: ["application/x-www-form-urlencoded"], upTo: Self.formLimit)
        guard let text = String(validating: body, as: UTF8.self) else {
            throw HTTPProblem.malformedBody(
                LocalizedText(vi: "Biểu mẫu không phải UTF-8.", en: "The form is not UTF-8."))
        }
        return try Self.texts(text)
    }

    /// Bytes of a form.
    static let formLimit = 64 << 10

    /// The answer with a cookie for the language, where the address chooses one.
    func remembering(_ response: Response, language request: Request, _ context: RequestNotes) -> Response {
        guard let language = request.chosenLanguage else { return response }
        var response = response
        response.headers.append(
            HTTPField(
                name: .setCookie,
                value: BoardCookies.language(language, isEncrypted: client(of: request, context).isEncrypted)))
        return response
    }
}
