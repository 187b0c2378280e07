/// What curl is to do, as a file of its options: what it is to send, secrets included, never stands among its arguments, which
/// everybody on the machine can read.
struct CurlInstructions {
    let url: String
    let timeout: Int
    var method = "POST"
    /// Where the content lies that is sent; `nil` where there is none.
    let bodyPath: String?
    /// Where the answer goes.
    var outputPath = "/dev/null"
    let headers: [String]

    var text: String {
        let options = [
            ("url", url), ("request", method), ("output", outputPath), ("write-out", "%{http_code}"),
            ("proto", "=http,https"), ("max-time", String(timeout)), ("connect-timeout", String(min(10, timeout))),
        ]
        let body = bodyPath.map { [("data-binary", "@" + $0)] } ?? []
        return (options + body + headers.map { ("header", $0) } + [("header", "Expect:")])
            .map { "\($0.0) = \(Self.quoted($0.1))\n" }.joined() + "silent\nshow-error\ngloboff\n"
    }

    private static func quoted(_ value: String) -> String {
        var output = "\""
        for character in value {
            if character == "\"" || character == "\\" { output.append("\\") }
            output.append(character)
        }
        return output + "\""
    }
}
