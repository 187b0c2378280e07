import TrackerDomain

/// What agencies are called where they stand side by side: every province has a "Sở Nội vụ", and mergers leave old ones
/// behind.
struct AgencyNames: Sendable {
    /// The names that agencies of several territories have.
    private let shared: Set<String>
    private let words: Wording

    init(_ agencies: [(id: AgencyID?, name: String)], _ words: Wording) {
        let namesakes = Dictionary(grouping: agencies, by: \.name).filter { _, agencies in
            Set(agencies.compactMap(\.id?.territory)).count > 1
        }
        shared = Set(namesakes.keys)
        self.words = words
    }

    /// "Sở Tư pháp", "Sở Nội vụ (dong-nai)", "Sở Tài chính (cũ)".
    func callAsFunction(_ id: AgencyID?, _ name: String, isFormer: Bool = false) -> String {
        guard !name.isEmpty else { return words(vi: "(chưa rõ cơ quan)", en: "(agency not known)") }
        let territory = shared.contains(name) ? id?.territory : nil
        let marks = [territory, isFormer ? words(vi: "cũ", en: "former") : nil].compactMap { $0 }
        return marks.isEmpty ? name : "\(name) (\(marks.joined(separator: ", ")))"
    }
}
