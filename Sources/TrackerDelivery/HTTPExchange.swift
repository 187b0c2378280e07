package import Foundation
internal import TrackerDomain

/// One HTTP request and its answer, through the program `curl` (docs/decisions/0021).
package struct HTTPExchange {
    /// The HTTP status.
    package let status: Int
    package let body: String

    /// - Parameters:
    ///   - headers: "Accept: text/csv"; none has a line break.
    ///   - timeout: seconds for the whole exchange.
    /// - Throws: why there is no answer; transient where the connection broke on the way, so that nobody knows whether the
    ///   request was heard.
    package init(
        _ method: String, _ url: String, headers: [String], body: Data?, timeout: Int
    ) throws(DeliveryFailure) {
        guard let program = ProcessRun.find("curl") else {
            throw .missingProgram("curl", package: "curl", option: LocalizedText(vi: "", en: ""))
        }
        let answer = try ScratchFile(Data())
        defer { answer.remove() }
        let bodyFile: ScratchFile?
        if let body { bodyFile = try ScratchFile(body) } else { bodyFile = nil }
        defer { bodyFile?.remove() }
        let instructions = CurlInstructions(
            url: url, timeout: timeout, method: method, bodyPath: bodyFile?.path, outputPath: answer.path,
            headers: headers)
        // -q: the settings of whoever runs this do not count.
        let run = try ProcessRun(
            program, ["-q", "--config", "-"], input: Data(instructions.text.utf8), timeout: timeout + 5)
        guard run.status == 0, let status = Int(run.output), status > 0 else {
            throw DeliveryFailure(
                LocalizedText(vi: "curl \(run.status): \(run.complaint)", en: "curl \(run.status): \(run.complaint)"),
                isTransient: Self.brokenConnections.contains(run.status))
        }
        guard let bytes = FileManager.default.contents(atPath: answer.path) else { throw .notWritable(answer.path) }
        self.status = status
        self.body = String(decoding: bytes, as: UTF8.self)
    }

    /// A transfer that ended early, nothing received, failures to send and to receive, broken HTTP/2 (EXIT CODES of curl(1)).
    private static let brokenConnections: Set<Int> = [16, 18, 52, 55, 56, 92]
}
