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
    /// What the visitor had sent, to be shown again afterwards.
    let kept: [HiddenField]
}

/// A form that was sent after its session had ended: what was typed goes along through signing in, in fields of the sign-in form.
struct SentForm: Sendable {
    /// "/obligations/3/progress".
    let address: String
    let fields: [String: String]

    private static let addressName = "sentTo"
    private static let prefix = "sent."

    init(to address: String, _ fields: [String: String]) {
        self.address = address
        self.fields = fields.filter { $0.key != "formToken" && $0.key != "version" }
    }

    /// What a sign-in form brings along.
    init?(in signIn: [String: String]) {
        guard let address = signIn[Self.addressName] else { return nil }
        self.init(
            to: address,
            Dictionary(
                signIn.filter { $0.key.hasPrefix(Self.prefix) }.map {
                    (String($0.key.dropFirst(Self.prefix.count)), $0.value)
                },
                uniquingKeysWith: { $1 }))
    }

    /// How the sign-in form brings it along.
    var hidden: [HiddenField] {
        [HiddenField(name: Self.addressName, value: address)]
            + fields.sorted { $0.key < $1.key }.map { HiddenField(name: Self.prefix + $0.key, value: $0.value) }
    }
}

extension Board {
    /// The page that asks for a token. `problem` says why the last one was not taken.
    func signIn(
        _ request: BoardRequest, problem: String? = nil, keeping sent: SentForm? = nil, status: Int = 200
    ) throws(TrackerError) -> BoardAnswer {
        let words = Wording(language: request.language)
        let shown = SignInPage(
            frame: Frame(words(vi: "Đăng nhập", en: "Sign in"), for: request, today: tracker.today),
            problem: problem, next: BoardLinks.onThisBoard(request["next"]), kept: sent?.hidden ?? [])
        return try page(shown, status: status, request)
    }

    /// The page that asks for a token before a form is looked at.
    func signIn(toSendAgain request: BoardRequest) throws(TrackerError) -> BoardAnswer {
        var asked = request
        asked.path = ["sign-in"]
        asked.query = ["next": request.pageAddress]
        let words = Wording(language: request.language)
        return try signIn(
            asked,
            problem: words(
                vi: "Phiên đăng nhập đã hết, biểu mẫu chưa được ghi. Đăng nhập để gửi lại; những gì đã nhập vẫn còn.",
                en:
                    "Your session has ended, the form was not recorded. Sign in to send it again; all you typed is there."
            ),
            keeping: SentForm(to: request.address, request.form ?? [:]), status: 403)
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
