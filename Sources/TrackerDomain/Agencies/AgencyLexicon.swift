/// The names that can be written in plans of one territory, as a tree of words: built once, then walked along a cell.
///
/// Marks inside a name do not matter ("Sở Văn hóa, Thể thao và Du lịch" is also written without the comma), so the tree
/// holds words only. Which name is meant is for the reader to decide: ``candidates(in:from:)`` gives every one.
struct AgencyLexicon: Sendable {
    /// A known name that begins at a word of the text.
    struct Candidate {
        /// The position after its last token.
        var end: Int
        /// The entries with this name, as positions in the directory, nearest territory first.
        var entries: [Entry]
    }

    /// An agency that goes by a name.
    struct Entry: Hashable, Sendable {
        /// The agency's position in the directory.
        var agency: Int
        /// 0 for the territory itself, 1 for the one above it, …: the lowest rank wins.
        var rank: Int
    }

    private struct Node: Sendable {
        var children: [String: Int] = [:]
        var entries: [Entry] = []
    }

    private var nodes = [Node()]
    /// What may follow the names of a territory, by rank.
    private var tails: [[[String]]] = []

    /// Adds a name.
    mutating func insert(_ keys: [String], for entry: Entry) {
        guard !keys.isEmpty else { return }
        var node = 0
        for key in keys {
            if let next = nodes[node].children[key] {
                node = next
            } else {
                nodes.append(Node())
                nodes[node].children[key] = nodes.count - 1
                node = nodes.count - 1
            }
        }
        guard !nodes[node].entries.contains(where: { $0.agency == entry.agency }) else { return }
        nodes[node].entries.append(entry)
        nodes[node].entries.sort { ($0.rank, $0.agency) < ($1.rank, $1.agency) }
    }

    /// Says what may follow the names of the next territory, the nearest first.
    mutating func appendTails(_ tails: [[String]]) { self.tails.append(tails) }

    /// The entries of every name that more than one of them goes by.
    var sharedEntries: [[Entry]] { nodes.map(\.entries).filter { $0.count > 1 } }

    /// Every known name that begins at a token, the longest first.
    ///
    /// In "Trung tâm thông tin, Văn phòng UBND tỉnh; …" three names begin at the first word: the unit with its parent
    /// office, the same up to "UBND", and the unit alone.
    func candidates(in tokens: [AgencyWords.Token], from start: Int) -> [Candidate] {
        var found = names(in: tokens, from: start)
        if let opened = endOfOpener(in: tokens, from: start) { found += names(in: tokens, from: opened) }
        return found.sorted { $0.end > $1.end }
    }

    /// Whether the name of a body begins at a token: a known name, or a word with which such names begin.
    func nameBegins(in tokens: [AgencyWords.Token], at start: Int) -> Bool {
        var keys: [String] = []
        for token in tokens[min(start, tokens.count)...].prefix(AgencyVocabulary.longestHead) {
            guard token.kind == .word else { break }
            keys.append(token.key)
            if AgencyVocabulary.heads.contains(keys) { return true }
        }
        if !walk(tokens, from: start, wrapping: false).isEmpty { return true }
        return endOfOpener(in: tokens, from: start) != nil
    }

    private func names(in tokens: [AgencyWords.Token], from start: Int) -> [Candidate] {
        walk(tokens, from: start, wrapping: true).flatMap { end, node in
            let entries = nodes[node].entries
            let candidate = Candidate(end: end, entries: entries)
            guard let rank = entries.first?.rank, tails.indices.contains(rank) else { return [candidate] }
            let longer = tails[rank].compactMap { tail -> Candidate? in
                let isThere =
                    tokens.count - end >= tail.count
                    && zip(tokens[end...], tail).allSatisfy { $0.kind == .word && $0.key == $1 }
                return isThere ? Candidate(end: end + tail.count, entries: entries) : nil
            }
            return [candidate] + longer
        }
    }

    /// The places where a known name ends that begins at a token, with their nodes.
    private func walk(_ tokens: [AgencyWords.Token], from start: Int, wrapping: Bool) -> [(end: Int, node: Int)] {
        var ends: [(end: Int, node: Int)] = []
        var node = 0
        var position = start
        while position < tokens.count {
            let token = tokens[position]
            if token.kind == .word {
                guard let next = nodes[node].children[token.key] else { break }
                node = next
                if !nodes[node].entries.isEmpty { ends.append((position + 1, node)) }
            } else if node == 0 || !(isInnerMark(token) || wrapping && isWrap(in: tokens, at: position)) {
                break
            }
            position += 1
        }
        return ends
    }

    private func isInnerMark(_ token: AgencyWords.Token) -> Bool {
        token.kind == .mark && [",", "-", "/", ".", "\"", "'"].contains(token.key)
    }

    /// Whether a line ends inside a name: after a comma, or before a word with which no name begins.
    private func isWrap(in tokens: [AgencyWords.Token], at position: Int) -> Bool {
        guard tokens[position].kind == .lineBreak, position > 0, position + 1 < tokens.count,
            tokens[position + 1].kind == .word
        else { return false }
        return tokens[position - 1].key == "," || !nameBegins(in: tokens, at: position + 1)
    }

    private func endOfOpener(in tokens: [AgencyWords.Token], from start: Int) -> Int? {
        var phrase = ""
        for (count, token) in tokens[min(start, tokens.count)...].prefix(AgencyVocabulary.longestOpener).enumerated() {
            guard token.kind == .word else { return nil }
            phrase += (phrase.isEmpty ? "" : " ") + token.key
            if AgencyVocabulary.openers.contains(phrase) { return start + count + 1 }
        }
        return nil
    }
}
