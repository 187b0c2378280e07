import TrackerDomain

/// The tasks of some rows as they are compared: folded, and as sets of words. Each is made when it is first asked for,
/// so that an unchanged file needs none.
struct FoldedTasks {
    private var tasks: [String?]
    private var words: [[UInt64]?]

    init(count: Int) {
        tasks = Array(repeating: nil, count: count)
        words = Array(repeating: nil, count: count)
    }

    /// The folded task of the row with this index.
    mutating func task(_ index: Int, of row: AppendixRow) -> String {
        if let task = tasks[index] { return task }
        let task = VietnameseText.folded(row.task)
        tasks[index] = task
        return task
    }

    /// The different words of the task, as sorted fingerprints.
    mutating func words(_ index: Int, of row: AppendixRow) -> [UInt64] {
        if let words = words[index] { return words }
        var fingerprints = task(index, of: row).utf8.split(separator: UInt8(ascii: " ")).map(Self.fingerprint).sorted()
        var kept = 0
        for position in fingerprints.indices where position == 0 || fingerprints[position] != fingerprints[kept - 1] {
            fingerprints[kept] = fingerprints[position]
            kept += 1
        }
        fingerprints.removeSubrange(kept...)
        words[index] = fingerprints
        return fingerprints
    }

    /// Whether at least half of the words are common to both, counted in the task with more words.
    static func areSimilar(_ left: [UInt64], _ right: [UInt64]) -> Bool {
        var (leftIndex, rightIndex, common) = (0, 0, 0)
        while leftIndex < left.count, rightIndex < right.count {
            if left[leftIndex] == right[rightIndex] {
                common += 1
                leftIndex += 1
                rightIndex += 1
            } else if left[leftIndex] < right[rightIndex] {
                leftIndex += 1
            } else {
                rightIndex += 1
            }
        }
        return common * 2 >= max(left.count, right.count)
    }

    /// FNV-1a, 64 bits.
    private static func fingerprint(_ word: Substring.UTF8View) -> UInt64 {
        word.reduce(0xCBF2_9CE4_8422_2325) { hash, byte in (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
}
