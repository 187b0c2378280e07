package import TrackerDomain

/// What a drafted appendix would change in a stored plan. Positions are indexes into the drafted rows.
package struct ImportDifference: Hashable, Sendable {
    /// A stored row that the draft has word for word.
    package struct Unchanged: Hashable, Sendable {
        package let id: Int64
        package let position: Int

        package init(id: Int64, position: Int) {
            self.id = id
            self.position = position
        }
    }

    /// A stored row that the draft words, numbers or places in another way.
    package struct Change: Hashable, Sendable {
        package let id: Int64
        package let position: Int
        package let old: AppendixRow
        package let new: AppendixRow

        package init(id: Int64, position: Int, old: AppendixRow, new: AppendixRow) {
            self.id = id
            self.position = position
            self.old = old
            self.new = new
        }

        /// The cells that differ; none where only the mark of a row that breaks off came or went.
        package var columns: [AppendixColumn] { AppendixColumn.allCases.filter { old[$0] != new[$0] } }
    }

    /// A row that no stored row matches.
    package struct Addition: Hashable, Sendable {
        package let position: Int
        package let row: AppendixRow

        package init(position: Int, row: AppendixRow) {
            self.position = position
            self.row = row
        }
    }

    /// By position in the draft.
    package var unchanged: [Unchanged] = []
    /// By position in the draft.
    package var changed: [Change] = []
    /// By position in the draft.
    package var added: [Addition] = []
    /// The ids of stored rows that the draft does not have, in the stored order.
    package var removed: [Int64] = []

    package init() {}

    /// Whether storing the draft would change nothing.
    package var isEmpty: Bool { changed.isEmpty && added.isEmpty && removed.isEmpty }
}
