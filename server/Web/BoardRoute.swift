import TrackerDomain
import TrackerService

/// A page or a form of the board: its address, what the visitor has to be allowed, and what answers it.
struct BoardRoute: Sendable {
    /// "/agencies/{territory}/{agency}"; a piece in braces stands for any, also with an ending, "{plan}.csv".
    let path: String
    let permission: Permission
    /// Answers with the pieces that stand for the braces; `nil` where they name nothing.
    let answer: Answer
    /// Of a form: shows it once more with what was typed, and does nothing.
    let showAgain: Answer?

    typealias Answer = @Sendable (Board, [String], BoardRequest) throws -> BoardAnswer?

    init(
        _ path: String, _ permission: Permission, showAgain: Answer? = nil, _ answer: @escaping Answer
    ) {
        self.path = path
        self.permission = permission
        self.showAgain = showAgain
        self.answer = answer
    }

    /// The pieces of a path that stand for the braces; `nil` where it is another path.
    func values(in path: [String]) -> [String]? {
        let pattern = self.path.split(separator: "/")
        guard pattern.count == path.count else { return nil }
        var values: [String] = []
        for (expected, piece) in zip(pattern, path) {
            if expected.hasPrefix("{") {
                let ending = expected.drop { $0 != "}" }.dropFirst()
                guard piece.hasSuffix(ending), piece.count > ending.count else { return nil }
                values.append(String(piece.dropLast(ending.count)))
            } else if expected != piece {
                return nil
            }
        }
        return values
    }
}

extension Board {
    /// Everything that is looked at. Counts, plans and the directory are published; obligations are shown as far as the
    /// visitor's token goes.
    static let pages: [BoardRoute] =
        [
            BoardRoute("/", .readReference) { try $0.overview($2) },
            BoardRoute("/overdue/print", .readObligations) { try $0.report($2) },
            BoardRoute("/overdue/by/{grouping}.csv", .readReference) { board, values, request in
                try CountGrouping(rawValue: values[0]).map { try board.groupedCSV(by: $0, request) }
            },
            BoardRoute("/overdue/by/{grouping}", .readReference) { board, values, request in
                try CountGrouping(rawValue: values[0]).map { try board.grouped(by: $0, request) }
            },
            BoardRoute("/obligations/{id}", .readObligations) { board, values, request in
                try Int64(values[0]).map { try board.obligation($0, request) }
            },
            BoardRoute("/settle", .readQuestions) { try $0.questions($2) },
            BoardRoute("/settle.csv", .readQuestions) { try $0.questionsCSV($2) },
            BoardRoute("/settle/{id}", .readQuestions) { board, values, request in
                try Int64(values[0]).map { try board.question($0, request) }
            },
            BoardRoute("/plans", .readReference) { try $0.plans($2) },
            BoardRoute("/plans/{plan}.csv", .readReference) { try $0.planCSV($1[0], $2) },
            BoardRoute("/plans/{plan}", .readReference) { try $0.plan($1[0], $2) },
            BoardRoute("/agencies", .readReference) { try $0.agencies($2) },
            BoardRoute("/agencies.csv", .readReference) { try $0.agenciesCSV($2) },
            BoardRoute("/agencies/{territory}/{agency}", .readReference) { try $0.agency("\($1[0])/\($1[1])", $2) },
        ] + lists

    private static let lists = ListTopic.allCases.flatMap { topic in
        [
            BoardRoute("/\(topic.path)", .readObligations) { board, _, request in try board.list(topic, request) },
            BoardRoute("/\(topic.path).csv", .readObligations) { board, _, request in try board.csv(topic, request) },
        ]
    }

    /// Everything that is sent.
    static let forms: [BoardRoute] = [
        BoardRoute(
            "/obligations/{id}/{action}", .act,
            showAgain: { board, values, request in
                try action(values).map { try board.obligation($0, request, failed: .ofAnotherSession($1, request)) }
            },
            { board, values, request in try action(values).map { try board.act($0, $1, request) } }),
        BoardRoute(
            "/settle/{id}", .act,
            showAgain: { board, values, request in
                try Int64(values[0]).map { try board.question($0, request, isOfAnotherSession: true) }
            },
            { board, values, request in try Int64(values[0]).map { try board.settle($0, request) } }),
    ]

    private static func action(_ values: [String]) -> (Int64, Action.Kind)? {
        guard let id = Int64(values[0]), let kind = Action.Kind(rawValue: values[1]) else { return nil }
        return (id, kind)
    }

    /// What answers a request, with its pieces.
    static func route(for request: BoardRequest) -> (route: BoardRoute, values: [String])? {
        for route in request.form == nil ? pages : forms {
            if let values = route.values(in: request.path) { return (route, values) }
        }
        return nil
    }
}
