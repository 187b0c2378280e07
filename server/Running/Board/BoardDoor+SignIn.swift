import HTTPTypes
import Hummingbird
import TrackerDomain
import TrackerService

extension BoardDoor {
    /// The page that asks for a token; whoever has signed in is led on.
    func signInPage(_ request: Request, _ context: RequestNotes) async throws -> Response {
        let asked = try self.asked(request)
        if try await visitor(request, context) != nil {
            return BoardAnswer.redirect(to: BoardLinks.onThisBoard(asked["next"])).response
        }
        return remembering(try board.signIn(asked).response, language: request, context)
    }

    /// Opens a session. The secret is always a new one: what the browser held before ends.
    func signIn(_ request: Request, _ context: RequestNotes) async throws -> Response {
        var asked = try self.asked(request)
        guard request.isFromOurPages else { return board.foreignForm(asked).response }
        let client = client(of: request, context)
        if let seconds = dispatch.strangers.take(client.address) { throw HTTPProblem.tooManyRequests(seconds: seconds) }
        let form = try await fields(of: request)
        let sent = SentForm(in: form)
        try FormFields(form, language: asked.language).requireOnly(
            ["token", "next"] + (sent?.hidden.map(\.name) ?? []))
        asked.query["next"] = form["next"]
        if let seconds = lockOut.wait(for: client.address) { return try lockedOut(asked, seconds, sent) }
        let (token, old) = ((form["token"] ?? "").filter { !$0.isWhitespace }, secret(of: request, context))
        let opened: NewSession?
        do {
            opened = try await dispatch.onThread {
                let opened = try tracker.signIn(token)
                if opened != nil, let old { try tracker.signOut(old) }
                return opened
            }
        } catch TrackerError.forbidden(_, let role) {
            return try refused(asked, sent, role)
        }
        guard let opened else {
            lockOut.noteWrong(from: client.address)
            return try refused(asked, sent)
        }
        context.learned.token = opened.access.id
        var response = BoardAnswer.redirect(to: BoardLinks.onThisBoard(form["next"])).response
        if let sent { response = try await showAgain(sent, opened, asked) }
        response.headers[.setCookie] = BoardCookies.session(opened.secret, isEncrypted: client.isEncrypted)
        return response
    }

    /// The form that was sent before its sender had signed in again.
    private func showAgain(_ sent: SentForm, _ opened: NewSession, _ asked: BoardRequest) async throws -> Response {
        let again = BoardRequest(path: Self.pieces(of: sent.address), form: sent.fields, language: asked.language)
        return try await dispatch.onThread {
            var again = again
            again.session = try tracker.session(opened.secret)
            return board.answer(again)
        }.response
    }

    /// The page again, with why: the token is none, or its role has no business here.
    private func refused(_ asked: BoardRequest, _ sent: SentForm?, _ role: AccessRole? = nil) throws -> Response {
        let words = Wording(language: asked.language)
        let problem =
            role.map { role in
                words(
                    vi: "Mã truy cập với vai trò “\(role.words(in: .vi))” không dùng được ở đây.",
                    en: "A token with the role “\(role.words(in: .en))” is of no use here.")
            }
            ?? words(
                vi: "Mã truy cập này không đúng, đã hết hạn hoặc đã bị thu hồi. Xin mã mới ở cơ quan thường trực.",
                en: "This token is wrong, has expired or was revoked. Ask the standing agency for a new one.")
        return try board.signIn(asked, problem: problem, keeping: sent, status: 403).response
    }

    private func lockedOut(_ asked: BoardRequest, _ seconds: Int, _ sent: SentForm?) throws -> Response {
        let (words, minutes) = (Wording(language: asked.language), (seconds + 59) / 60)
        var response = try board.signIn(
            asked,
            problem: words(
                vi: "Đã có quá nhiều mã sai từ địa chỉ này. Thử lại sau \(minutes) phút.",
                en: "Too many wrong tokens came from this address. Try again in "
                    + (minutes == 1 ? "a minute." : "\(minutes) minutes.")),
            keeping: sent,
            status: HTTPResponse.Status.tooManyRequests.code
        ).response
        response.headers[.retryAfter] = String(seconds)
        return response
    }

    /// Ends the session, or with `everywhere` all sessions of its token.
    func signOut(_ request: Request, _ context: RequestNotes, everywhere: Bool) async throws -> Response {
        var asked = try self.asked(request)
        guard request.isFromOurPages else { return board.foreignForm(asked).response }
        let form = try await fields(of: request)
        if let session = try await visitor(request, context), let secret = secret(of: request, context) {
            asked.session = session
            guard session.accepts(form["formToken"]) else { return board.foreignForm(asked).response }
            try await dispatch.onThread {
                try everywhere ? tracker.signOutEverywhere(session.access) : tracker.signOut(secret)
            }
        }
        var response = BoardAnswer.redirect(to: "/sign-in").response
        let isEncrypted = client(of: request, context).isEncrypted
        response.headers[.setCookie] = BoardCookies.noSession(isEncrypted: isEncrypted)
        return response
    }
}
