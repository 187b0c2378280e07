import TrackerDomain
import TrackerService

/// Where a visitor shows the token.
struct SignInPage: BoardPage {
    static let template = "sign-in"

    let frame: Frame
    /// Why the token was not taken.
    let problem: String?
    /// Where the visitor wanted to go.
    let next: String
}

extension Board {
    /// The page that asks for a token. `problem` says why the last one was not taken.
    func signIn(
        _ request: BoardRequest, problem: String? = nil, status: Int = 200
    ) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let shown = SignInPage(
            frame: Frame(words(vi: "Đăng nhập", en: "Sign in"), for: request, today: tracker.today),
            problem: problem, next: BoardLinks.onThisBoard(request["next"]))
        return try page(shown, status: status, request)
    }

    /// For somebody who comes from another site: the browser keeps the cookie back on the way from there, and brings it
    /// when this page leads on.
    func arrival(_ request: BoardRequest, next: String) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let shown = ArrivalPage(
            frame: Frame(words(vi: "Đang mở", en: "Opening"), for: request, today: tracker.today), next: next)
        return try page(shown, request)
    }
}

/// Leads on by itself.
struct ArrivalPage: BoardPage {
    static let template = "arrival"

    let frame: Frame
    let next: String
}
