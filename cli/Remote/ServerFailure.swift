import Foundation
import TrackerDomain
import TrackerOutput
import TrackerPayloads

/// What goes wrong between this program and a server.
enum ServerFailure: Error {
    /// There is no answer.
    case unreachable(url: String, reason: LocalizedText)
    /// What answers is no phuluc-server.
    case foreign(url: String, status: Int)
    /// The server refuses: its problem document, as it came.
    case problem(Problem, body: String)

    /// As much of a problem document as decides how this program ends.
    struct Problem: Decodable {
        let code: String
        let detail: String
    }

    /// What the server answered with a status other than 2xx.
    init(answer body: String, status: Int, from url: String) {
        if let problem = try? JSONDecoder().decode(Problem.self, from: Data(body.utf8)) {
            self = .problem(problem, body: body)
        } else {
            self = .foreign(url: url, status: status)
        }
    }

    var exitStatus: ExitStatus {
        guard case .problem(let problem, _) = self else { return .failed }
        if let code = TrackerError.Code(rawValue: problem.code) { return ExitStatus(code) }
        return switch problem.code {
        case "unauthenticated": .refused
        case "noSuchPath": .notFound
        case "tooManyRequests", "tooManyStreams", "notReady": .storeBusy
        case "notAcceptable", "malformedBody", "malformedPrecondition", "unsupportedMediaType": .wrongUsage
        default: .failed
        }
    }

    func words(in language: Language) -> String {
        if case .problem(let problem, _) = self { return problem.detail }
        return text(language)
    }

    /// The problem document.
    func document(in language: Language) -> String {
        if case .problem(_, let body) = self { return body }
        let title = LocalizedText(vi: "Không liên lạc được máy chủ", en: "Server not reached")
        return JSONText.encode(
            ProblemDocument(code: "serverUnreachable", title: title, status: 502, detail: text, language: language))
    }

    private var text: LocalizedText {
        switch self {
        case .unreachable(let url, let reason):
            LocalizedText(
                vi: "không liên lạc được máy chủ \(url): \(reason.vi) Kiểm tra địa chỉ và mạng, rồi chạy lại.",
                en:
                    "the server \(url) cannot be reached: \(reason.en) Check its address and the network, then run again."
            )
        case .foreign(let url, let status):
            LocalizedText(
                vi: "\(url) trả lời HTTP \(status) nhưng không phải phuluc-server; kiểm tra địa chỉ.",
                en: "\(url) answers HTTP \(status) but is no phuluc-server; check the address.")
        case .problem(let problem, _): LocalizedText(vi: problem.detail, en: problem.detail)
        }
    }
}
