package import TrackerDomain

/// A column of an appendix table: the seven that official appendices have, and three that our own files add.
package enum AppendixColumn: Int, CaseIterable, Hashable, Sendable {
    /// Mục, the Roman number of the section.
    case sectionOrdinal
    /// Lĩnh vực, the heading of the section.
    case sectionTitle
    /// STT, the number within the section.
    case ordinal
    /// Nhiệm vụ/Hoạt động.
    case task
    /// Kết quả/Sản phẩm.
    case product
    /// Chủ trì.
    case lead
    /// Phối hợp.
    case cooperation
    /// Thời gian.
    case deadline
    /// Kinh phí.
    case funding
    /// Căn cứ, the clause that a curated row comes from.
    case sourceClause

    /// The columns without which a table holds no obligations: what is owed, by whom, and when.
    package static let required: [AppendixColumn] = [.task, .lead, .deadline]

    /// The name that our own files write in their header row, "Chủ trì".
    package var heading: String { ColumnSynonyms.acceptedNames(of: self).first ?? "" }
}

extension AppendixRow {
    /// The text of one cell, as a table shows it.
    package subscript(column: AppendixColumn) -> String {
        switch column {
        case .sectionOrdinal: section.ordinal
        case .sectionTitle: section.title
        case .ordinal: ordinal
        case .task: task
        case .product: product
        case .lead: lead
        case .cooperation: cooperation
        case .deadline: deadline
        case .funding: funding
        case .sourceClause: sourceClause
        }
    }
}
