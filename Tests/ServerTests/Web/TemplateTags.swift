import Foundation
import TrackerDomain

@testable import phuluc_server

/// Walks the tags of the templates over pages, as the renderer does, and notes which of them have a value. A tag without one
/// would render as nothing, in silence.
struct TemplateTags {
    /// Tags that named nothing that the page has, "overview: totall".
    private(set) var unknown: Set<String> = []
    private(set) var seen: Set<String> = []

    /// Every tag that shows or asks for a value.
    static let all: Set<String> = Set(
        BoardTemplates.sources.keys.flatMap { name in
            tokens(of: name).filter(\.needsValue).map { "\(name): \($0.name)" }
        })

    mutating func walk(_ page: any BoardPage) {
        walk(type(of: page).template, over: [page])
    }

    private mutating func walk(_ template: String, over stack: [Any]) {
        let tokens = Self.tokens(of: template)
        walk(tokens[...], of: template, over: stack)
    }

    private mutating func walk(_ tokens: ArraySlice<Token>, of template: String, over stack: [Any]) {
        var rest = tokens
        while let token = rest.popFirst() {
            guard token.kind != "/" else { continue }
            if token.kind == ">" || token.kind == "<" {
                walk(token.name, over: stack)
                continue
            }
            guard token.needsValue else { continue }
            let value = value(of: token, in: template, over: stack)
            guard token.kind == "#" || token.kind == "^" else { continue }
            let end = Self.end(of: token, in: rest)
            let inside = rest[..<end]
            rest = rest[end...]
            switch value {
            case let items as [Any] where token.kind == "#" && !token.isTransformed:
                for item in items { walk(inside, of: template, over: stack + [item]) }
            case let value? where token.kind == "#" && !(value is Bool) && !token.isTransformed:
                walk(inside, of: template, over: stack + [value])
            case nil where token.kind == "#": break
            default: walk(inside, of: template, over: stack)
            }
        }
    }

    private mutating func value(of token: Token, in template: String, over stack: [Any]) -> Any? {
        guard token.path != ["."], let name = token.path.first else {
            seen.insert("\(template): \(token.name)")
            return stack.last
        }
        for object in stack.reversed() {
            guard var found = Self.child(name, of: object) else { continue }
            for name in token.path.dropFirst() {
                guard let next = found.value.flatMap({ Self.child(name, of: $0) }) else {
                    unknown.insert("\(template): \(token.name)")
                    return nil
                }
                found = next
            }
            seen.insert("\(template): \(token.name)")
            return found.value
        }
        unknown.insert("\(template): \(token.name)")
        return nil
    }

    /// A property by its name: its value, or nothing where it is an empty optional.
    private static func child(_ name: String, of object: Any) -> (value: Any?, Void)? {
        guard let child = Mirror(reflecting: object).children.first(where: { $0.label == name }) else { return nil }
        let mirror = Mirror(reflecting: child.value)
        guard mirror.displayStyle == .optional else { return (child.value, ()) }
        return (mirror.children.first?.value, ())
    }

    // MARK: Tags

    private struct Token {
        /// "#", "^", "/", ">", "<", "$" or nothing.
        let kind: String
        let name: String

        /// "empty(rows)", "last()" ask the renderer for something about a value.
        var isTransformed: Bool { name.contains("(") }

        var path: [String] {
            guard name != "." else { return ["."] }
            let inner = isTransformed ? name.split(separator: "(").last?.dropLast() ?? "" : name[...]
            return inner.split(separator: ".").map(String.init)
        }

        var needsValue: Bool { ["", "#", "^"].contains(kind) && !path.isEmpty }
    }

    private static func tokens(of template: String) -> [Token] {
        let bytes = BoardTemplates.sources[template] ?? []
        let text = BoardTemplates.words(of: String(decoding: bytes, as: UTF8.self), in: .vi)
        return text.matches(of: /\{\{([#^\/><$]?)([^}]+)\}\}/).map { Token(kind: String($0.1), name: String($0.2)) }
    }

    /// Where the section that a token opens ends.
    private static func end(of token: Token, in rest: ArraySlice<Token>) -> Int {
        var depth = 0
        for index in rest.indices where rest[index].name == token.name {
            if rest[index].kind == "/" {
                if depth == 0 { return index }
                depth -= 1
            } else if rest[index].kind == "#" || rest[index].kind == "^" {
                depth += 1
            }
        }
        return rest.endIndex
    }
}
