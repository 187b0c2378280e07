import Foundation
import HTTPTypes
import TrackerDomain
import TrackerPayloads

/// The OpenAPI 3.1 document, made from the same endpoints that are served. The shapes of answers stand in `schemas.json`; a
/// test holds real answers against them.
enum OpenAPI {
    static let document = JSONText.encode(
        [
            "openapi": "3.1.0",
            "info": [
                "title": "phuluc", "version": "1",
                "description": .text(
                    "Tracks the tasks of administration reform plans: who owes what by when. Days are YYYY-MM-DD at UTC+7. "
                        + "Problems are RFC 9457 documents in the language of Accept-Language (vi, en)."),
                "license": ["name": "AGPL-3.0-or-later", "identifier": "AGPL-3.0-or-later"],
            ],
            "servers": [["url": "/"]], "security": [["token": []]], "paths": .object(paths),
            "components": [
                "schemas": schemas,
                "securitySchemes": [
                    "token": [
                        "type": "http", "scheme": "bearer",
                        "description": "Made with “phuluc token create”; shown once.",
                    ],
                    "key": [
                        "type": "apiKey", "in": "query", "name": "key",
                        "description": "A token with the role calendar; it opens nothing but its agency's feed.",
                    ],
                ],
            ],
        ] as JSONValue)

    /// The shapes by their names.
    static let schemas: JSONValue =
        (try? JSONDecoder().decode(JSONValue.self, from: Data(PackageResources.schemas_json))) ?? [:]

    private static var paths: [String: JSONValue] {
        Dictionary(grouping: API.endpoints, by: \.path).mapValues { endpoints in
            .object(
                Dictionary(
                    endpoints.map { ($0.method.rawValue.lowercased(), operation($0)) },
                    uniquingKeysWith: { first, _ in first }))
        }
    }

    private static func operation(_ endpoint: Endpoint) -> JSONValue {
        var operation: [String: JSONValue] = [
            "operationId": .text(endpoint.operation), "summary": .text(endpoint.summary.en),
            "description": .text(endpoint.summary.vi),
            "x-permission": .text(endpoint.permission.rawValue),
            "parameters": .list(
                pathParameters(endpoint) + endpoint.query.filter { $0 != .key }.map(parameter)
                    + headerParameters(endpoint)),
            "responses": .object(responses(endpoint)),
        ]
        switch endpoint.work {
        case .act(_, let members, _, _):
            operation["requestBody"] = [
                "required": .boolean(members.contains(where: \.isRequired)),
                "content": ["application/json": ["schema": body(members)]],
            ]
        case .write(let types, let members, _):
            operation["requestBody"] = [
                "required": true,
                "content": .object(
                    Dictionary(
                        uniqueKeysWithValues: types.map { type in
                            (type, ["schema": members.isEmpty ? ["type": "string"] : body(members)] as JSONValue)
                        })),
            ]
        case .feed: operation["security"] = [["token": []], ["key": []]]
        case .read, .stream: break
        }
        return .object(operation)
    }

    // MARK: Parameters

    private static func pathParameters(_ endpoint: Endpoint) -> [JSONValue] {
        endpoint.path.split(separator: "/").filter { $0.hasPrefix("{") }.map { part in
            let name = String(part.dropFirst().dropLast())
            return ["name": .text(name), "in": "path", "required": true, "schema": pathSchema(name)]
        }
    }

    private static func pathSchema(_ name: String) -> JSONValue {
        switch name {
        case "day": ["type": "string", "format": "date", "examples": ["2026-02-17"]]
        case "territory", "agency": ["type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 100]
        default: ["type": "integer", "minimum": 1, "maximum": .integer(Int64.max)]
        }
    }

    private static func parameter(_ parameter: Parameter) -> JSONValue {
        [
            "name": .text(parameter.name), "in": "query", "required": .boolean(parameter.isRequired),
            "description": .text(parameter.description.en),
            "schema": schema(parameter.kind),
        ]
    }

    private static func schema(_ kind: Parameter.Kind) -> JSONValue {
        switch kind {
        case .text, .longText: text(kind.longest ?? 0)
        case .pattern(let pattern): ["type": "string", "pattern": .text(pattern)]
        case .day: ["type": "string", "format": "date"]
        case .flag: ["type": "boolean"]
        case .integer(let range): integer(range)
        case .choice(let values): ["type": "string", "enum": .list(values.map { .text($0) })]
        }
    }

    /// Text without NUL.
    private static func text(_ longest: Int) -> JSONValue {
        ["type": "string", "maxLength": .integer(Int64(longest)), "pattern": "^[^\\u0000]*$"]
    }

    private static func integer(_ range: ClosedRange<Int>) -> JSONValue {
        [
            "type": "integer", "minimum": .integer(Int64(range.lowerBound)),
            "maximum": .integer(Int64(range.upperBound)),
        ]
    }

    private static let idempotencyKey: JSONValue = [
        "name": "Idempotency-Key", "in": "header",
        "description": "The same request sent again under its key is done once.",
        "schema": ["type": "string", "pattern": "^[!-~]{1,128}$"],
    ]

    private static func headerParameters(_ endpoint: Endpoint) -> [JSONValue] {
        switch endpoint.work {
        case .act:
            [
                [
                    "name": "If-Match", "in": "header", "required": true,
                    "description": "The ETag of the obligation that was seen.",
                    "schema": ["type": "string", "pattern": "^\"[1-9][0-9]{0,8}\"$"], "example": "\"1\"",
                ],
                idempotencyKey,
            ]
        case .stream:
            [
                [
                    "name": "Last-Event-ID", "in": "header",
                    "description": "The last event that was received; none that the history does not have yet.",
                    "schema": ["type": "string", "pattern": "^[0-9]{1,15}$"],
                ]
            ]
        case .write: [idempotencyKey]
        case .read, .feed: []
        }
    }

    // MARK: Bodies and answers

    private static func body(_ members: [Member]) -> JSONValue {
        [
            "type": "object", "additionalProperties": false,
            "properties": .object(Dictionary(uniqueKeysWithValues: members.map { ($0.name, schema($0.kind)) })),
            "required": .list(members.filter(\.isRequired).map { .text($0.name) }),
        ]
    }

    private static func schema(_ kind: Member.Kind) -> JSONValue {
        switch kind {
        case .text: text(Fields.longestText)
        case .day: ["type": "string", "format": "date"]
        case .flag: ["type": "boolean"]
        case .integer(let range): integer(range)
        case .document: ["$ref": "#/components/schemas/Document"]
        case .texts: ["type": "array", "items": schema(Member.Kind.text)]
        }
    }

    private static func responses(_ endpoint: Endpoint) -> [String: JSONValue] {
        var responses: [String: JSONValue] = [
            "200": [
                "description": .text(endpoint.summary.en),
                "content": .object(content(endpoint)),
                "headers": headers(endpoint),
            ],
            "default": problem("Any other problem"),
        ]
        for (status, words) in problems(endpoint) { responses[status] = problem(words) }
        return responses
    }

    /// The answer in each of its representations.
    private static func content(_ endpoint: Endpoint) -> [String: JSONValue] {
        let shape: JSONValue = ["schema": ["$ref": .text("#/components/schemas/\(endpoint.answers)")]]
        guard !endpoint.representations.isEmpty else {
            return [endpoint.takesKey ? "text/calendar" : "text/event-stream": shape]
        }
        return Dictionary(
            endpoint.representations.map { ($0.rawValue, $0 == .json ? shape : ["schema": ["type": "string"]]) },
            uniquingKeysWith: { first, _ in first })
    }

    private static func headers(_ endpoint: Endpoint) -> JSONValue {
        guard endpoint.answers == "Obligation" || endpoint.answers == "ObligationDetail" else { return [:] }
        return ["ETag": ["description": "The version of the obligation.", "schema": ["type": "string"]]]
    }

    private static func problems(_ endpoint: Endpoint) -> [(String, String)] {
        var problems = [
            ("401", "No valid token"), ("403", "The token does not allow it"), ("404", "There is no such thing"),
            ("422", "A value cannot be used"), ("429", "Too many requests"),
            ("503", "The store is busy, or the server cannot serve"),
        ]
        if !endpoint.representations.isEmpty { problems.append(("406", "There is no such representation")) }
        switch endpoint.work {
        case .act:
            problems += [
                ("400", "The body or If-Match cannot be read"), ("409", "The workflow refuses it"),
                ("412", "Somebody else has changed the obligation"), ("413", "The body is too large"),
                ("415", "The body is not JSON"), ("428", "If-Match is missing"), ("507", "The disk is full"),
            ]
        case .write:
            problems += [
                ("400", "The body cannot be read"), ("408", "The body came too slowly"),
                ("413", "The body is too large"),
                ("415", "The body is of another type"), ("507", "The disk is full"),
            ]
        case .read, .feed, .stream: break
        }
        return problems
    }

    private static func problem(_ words: String) -> JSONValue {
        [
            "description": .text(words),
            "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
        ]
    }
}
