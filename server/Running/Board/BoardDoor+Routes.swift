import HTTPTypes
import Hummingbird
import TrackerDomain
import TrackerPayloads
import TrackerService

extension BoardDoor {
    /// Everything that is not the API's.
    func addRoutes(to router: Router<RequestNotes>) {
        for route in Board.pages { router.get(RouterPath(route.path), use: page) }
        for route in Board.forms { router.post(RouterPath(route.path), use: form) }
        // A form that was not taken leaves its address in the browser: the page that it stands on answers there.
        for route in Board.forms where !Board.pages.contains(where: { $0.path == route.path }) {
            router.get(RouterPath(route.path)) { request, _ in
                BoardAnswer.redirect(to: try asked(request).pageAddress).response
            }
        }
        router.get("/sign-in", use: signInPage)
        router.post("/sign-in", use: signIn)
        router.post("/sign-out") { try await signOut($0, $1, everywhere: false) }
        router.post("/sign-out-everywhere") { try await signOut($0, $1, everywhere: true) }
        router.get("/events", use: events)
        router.get("/assets/{name}") { request, context in
            let name = context.parameters.get("name")
            guard let asset = BoardAsset.all.first(where: { $0.name == name }) else { throw HTTPProblem.noSuchPath }
            return asset.response(request)
        }
    }

    /// The methods that an address of the board takes; none where there is no such address.
    static func methods(at path: String) -> [String] {
        let pieces = pieces(of: path)
        func has(_ routes: [BoardRoute]) -> Bool { routes.contains { $0.values(in: pieces) != nil } }
        let isAsset = pieces.first == "assets" && BoardAsset.all.contains { pieces.dropFirst() == [$0.name] }
        let isRead = has(Board.pages) || has(Board.forms) || ["/sign-in", "/events"].contains(path) || isAsset
        let isSent = has(Board.forms) || ["/sign-in", "/sign-out", "/sign-out-everywhere"].contains(path)
        return (isRead ? ["GET", "HEAD"] : []) + (isSent ? ["POST"] : [])
    }

    /// Tells the pages of a session, as server-sent events, that something has changed of what its visitor may see.
    func events(_ request: Request, _ context: RequestNotes) async throws -> Response {
        guard let secret = secret(of: request, context), let visitor = try await visitor(request, context) else {
            // With this answer browsers stop to ask.
            return Response(status: .noContent)
        }
        try Tracker.requireAccess(.readObligations, of: visitor.access)
        let start = try await dispatch.onThread {
            let last = try tracker.lastEvent()
            return min(try Dispatch.lastEvent(of: request) ?? last, last)
        }
        return try dispatch.stream(request, to: visitor.access, after: start) {
            try tracker.session(secret)?.access
        } text: { events in
            "id: \(events.last?.sequence ?? 0)\nevent: change\ndata: \(events.count)\n\n"
        }
    }

    // MARK: Problems

    /// What went wrong as a page, for a browser; `nil` for programs, which read the problem document.
    func page(
        about error: any Error, _ document: ProblemDocument, _ headers: HTTPFields, of request: Request,
        _ context: RequestNotes
    ) async -> Response? {
        guard isForBrowsers(request) else { return nil }
        var asked = BoardRequest(
            path: Self.pieces(of: request.uri.path), language: request.boardLanguage, session: nil)
        asked.session = try? await session(of: request, context)
        let answer: BoardAnswer =
            switch error {
            case let error as TrackerError: board.problem(error, asked)
            case _ where document.code == HTTPProblem.noSuchPath.code: board.missing(asked)
            default: board.problem(document.title, document.detail, status: document.status, asked)
            }
        var response = answer.response
        for field in headers { response.headers[field.name] = field.value }
        return response
    }

    /// Whether a page answers: the API and what watches over the server never do.
    private func isForBrowsers(_ request: Request) -> Bool {
        let path = request.uri.path
        guard !path.hasPrefix("/v1/"), API.methods(at: path).isEmpty else { return false }
        return request.headers[.accept]?.contains("text/html") ?? false
            || !Self.methods(at: path).isEmpty && path != "/events" && !path.hasPrefix("/assets/")
    }
}
