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
    func signIn(_ request: BoardRequest, problem: LocalizedText? = nil) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let shown = SignInPage(
            frame: Frame(words(vi: "Đăng nhập", en: "Sign in"), for: request, today: tracker.today),
            problem: problem?(request.language), next: request["next"] ?? "/")
        return try page(shown, status: problem == nil ? 200 : 403, request)
    }
}
