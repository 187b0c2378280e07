package import TrackerDomain

/// Finds out which stored row a drafted row is, so that a revised plan keeps the history of its obligations.
///
/// Rows are matched in passes, the surest first; each pass sees what the ones before left over, and equal candidates are
/// taken in their order:
///
/// 1. the same row, word for word;
/// 2. the same row but for its number: something was put in or taken out above it;
/// 3. the same task (spelling folded) in the same section;
/// 4. the same place ("III.4") with at least half of the words of the task in common;
/// 5. the same task in another section.
///
/// What is left is added or removed. Each pass looks rows up by key, so the time grows with the number of rows.
package struct ImportComparison {
    private let stored: [(id: Int64, row: AppendixRow)]
    private let drafted: [AppendixRow]
    private var storedTasks: FoldedTasks
    private var draftedTasks: FoldedTasks
    private var storedFree: [Int]
    private var draftedFree: [Int]
    /// Indexed like `drafted`: the index of the stored row.
    private var matches: [Int?]

    /// How many stored rows of one place a drafted row is compared with, where a plan numbers many rows alike.
    private static let candidateLimit = 4

    /// Compares the rows of a plan, in their order, with the rows of a draft.
    package static func difference(
        from stored: [(id: Int64, row: AppendixRow)], to drafted: [AppendixRow]
    ) -> ImportDifference {
        var comparison = ImportComparison(stored, drafted)
        comparison.match()
        return comparison.difference()
    }

    private init(_ stored: [(id: Int64, row: AppendixRow)], _ drafted: [AppendixRow]) {
        self.stored = stored
        self.drafted = drafted
        storedTasks = FoldedTasks(count: stored.count)
        draftedTasks = FoldedTasks(count: drafted.count)
        storedFree = Array(stored.indices)
        draftedFree = Array(drafted.indices)
        matches = Array(repeating: nil, count: drafted.count)
    }

    private mutating func match() {
        matchInOrder { row, _ in row }
        matchInOrder { row, _ in row.withoutOrdinal }
        matchInOrder { row, task in [row.sectionKey, task()] }
        matchByPlace()
        matchInOrder { _, task in task() }
    }

    /// Matches free rows of equal keys, the first with the first.
    private mutating func matchInOrder<Key: Hashable>(by key: (AppendixRow, () -> String) -> Key) {
        guard !storedFree.isEmpty, !draftedFree.isEmpty else { return }
        var queues: [Key: Queue] = [:]
        for index in storedFree {
            let row = stored[index].row
            queues[key(row) { storedTasks.task(index, of: row) }, default: Queue()].indexes.append(index)
        }
        var taken: Set<Int> = []
        for index in draftedFree {
            let row = drafted[index]
            guard let found = queues[key(row) { draftedTasks.task(index, of: row) }]?.next() else { continue }
            matches[index] = found
            taken.insert(found)
        }
        release(taken)
    }

    private mutating func matchByPlace() {
        guard !storedFree.isEmpty, !draftedFree.isEmpty else { return }
        var candidates: [[String]: [Int]] = [:]
        for index in storedFree.reversed() { candidates[stored[index].row.placeKey, default: []].append(index) }
        var taken: Set<Int> = []
        for index in draftedFree where !drafted[index].ordinal.isEmpty {
            let row = drafted[index]
            let words = draftedTasks.words(index, of: row)
            guard var places = candidates.removeValue(forKey: row.placeKey) else { continue }
            let found = places.indices.suffix(Self.candidateLimit).last {
                FoldedTasks.areSimilar(storedTasks.words(places[$0], of: stored[places[$0]].row), words)
            }
            if let found {
                let match = places.remove(at: found)
                matches[index] = match
                taken.insert(match)
            }
            candidates[row.placeKey] = places
        }
        release(taken)
    }

    private mutating func release(_ taken: Set<Int>) {
        guard !taken.isEmpty else { return }
        storedFree.removeAll(where: taken.contains)
        draftedFree.removeAll { matches[$0] != nil }
    }

    private func difference() -> ImportDifference {
        var difference = ImportDifference()
        for (position, row) in drafted.enumerated() {
            guard let index = matches[position] else {
                difference.added.append(.init(position: position, row: row))
                continue
            }
            let (id, old) = stored[index]
            if old == row {
                difference.unchanged.append(.init(id: id, position: position))
            } else {
                difference.changed.append(.init(id: id, position: position, old: old, new: row))
            }
        }
        difference.removed = storedFree.map { stored[$0].id }
        return difference
    }

    /// Indexes handed out in their order.
    private struct Queue {
        var indexes: [Int] = []
        private var taken = 0

        mutating func next() -> Int? {
            guard taken < indexes.count else { return nil }
            taken += 1
            return indexes[taken - 1]
        }
    }
}

extension AppendixRow {
    /// What tells sections apart: the number, or the heading where there is none.
    fileprivate var sectionKey: String { section.ordinal.isEmpty ? section.title : section.ordinal }

    fileprivate var placeKey: [String] { [sectionKey, ordinal] }

    fileprivate var withoutOrdinal: AppendixRow {
        var row = self
        row.ordinal = ""
        return row
    }
}
