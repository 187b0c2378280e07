import TrackerDomain

/// Puts sentences that name commands of `phuluc` into the words of the API. What can only be done with the program, such as making
/// a token, keeps its command.
enum APIWords {
    static func wording(_ sentence: String) -> String {
        var text = sentence
        for (old, new) in phrases { text.replace(old, with: new) }
        text.replace(/phuluc show (\d+)/) { "GET /v1/obligations/\($0.1)" }
        text.replace(/phuluc calendar year (\d+)/) { "GET /v1/calendar?year=\($0.1)" }
        text.replace(/phuluc extend request (\d+)/) { "POST /v1/obligations/\($0.1)/requestExtension" }
        text.replace(/phuluc reassign (\d+) --to [A-ZƠ-]+/) { "POST /v1/obligations/\($0.1)/reassign" }
        // Options have the names of the members and parameters.
        text.replace(/--([a-z]+)/) { "“\($0.1)”" }
        // Actions have the names of ``API``'s paths.
        for kind in Action.Kind.allCases { text.replace(kind.command, with: kind.rawValue) }
        return text
    }

    /// Longer ones before those that they contain.
    private static let phrases = [
        ("Chọn cơ quan khác bằng --as.", "Dùng mã truy cập của cơ quan khác."),
        ("Choose another agency with --as.", "Use another agency's token."),
        ("dùng --as", "dùng mã truy cập của"), ("use --as", "use a token of"),
        ("cơ quan khác bằng --to.", "cơ quan khác trong “agency”."),
        ("another agency with --to.", "another in “agency”."),
        ("(--document, --dated)", "(“document”)"), ("--document and --dated", "“document”"), ("--on", "“countsOn”"),
        ("phuluc extend list", "GET /v1/extensions"), ("phuluc agencies pending", "GET /v1/orphans"),
        ("phuluc settle", "GET /v1/settle"), ("phuluc plans", "GET /v1/plans"), ("phuluc list", "GET /v1/obligations"),
    ]
}
