import TrackerDomain

/// The names under which provinces head the columns of their appendices.
///
/// Names are compared by their words alone: capitals, spelling of tone marks, line breaks and punctuation do not count,
/// so "Kết quả/ Sản phẩm", "KẾT QUẢ,\nSẢN PHẨM" and "Kết quả - sản phẩm" are one name.
package enum ColumnSynonyms {
    /// The column with this name, or `nil` where the name is not known.
    package static func column(named name: some StringProtocol) -> AppendixColumn? {
        guard (1...longestName).contains(name.utf8.count) else { return nil }
        return columnsByKey[key(of: name)]
    }

    /// The names that a column may have; the first one is the name in our own files.
    package static func acceptedNames(of column: AppendixColumn) -> [String] {
        table[column] ?? []
    }

    private static let table: [AppendixColumn: [String]] = [
        .sectionOrdinal: ["Mục", "Số mục"],
        .sectionTitle: ["Lĩnh vực", "Tên mục", "Nhóm nhiệm vụ"],
        .ordinal: ["STT", "TT", "Số TT", "Số thứ tự"],
        .task: [
            "Nhiệm vụ/Hoạt động", "Nhiệm vụ", "Nhiệm vụ/Hoạt động cụ thể", "Hoạt động", "Hoạt động cụ thể",
            "Nhiệm vụ cụ thể", "Nội dung", "Nội dung nhiệm vụ", "Nội dung công việc", "Nội dung hoạt động",
            "Nhiệm vụ/Nội dung", "Công việc", "Tên nhiệm vụ", "Tên hoạt động",
        ],
        .product: [
            "Kết quả/Sản phẩm", "Kết quả", "Sản phẩm", "Sản phẩm/Kết quả", "Sản phẩm đầu ra", "Kết quả đầu ra",
            "Sản phẩm dự kiến", "Kết quả dự kiến", "Dự kiến sản phẩm", "Dự kiến kết quả",
        ],
        .lead: [
            "Chủ trì", "Cơ quan chủ trì", "Đơn vị chủ trì", "Cơ quan, đơn vị chủ trì", "Đơn vị, cơ quan chủ trì",
            "Chủ trì thực hiện", "Cơ quan chủ trì thực hiện", "Đơn vị chủ trì thực hiện", "Cơ quan thực hiện",
            "Đơn vị thực hiện", "Cơ quan, đơn vị thực hiện",
        ],
        .cooperation: [
            "Phối hợp", "Cơ quan phối hợp", "Đơn vị phối hợp", "Cơ quan, đơn vị phối hợp",
            "Đơn vị, cơ quan phối hợp", "Phối hợp thực hiện", "Cơ quan phối hợp thực hiện",
            "Đơn vị phối hợp thực hiện",
        ],
        .deadline: [
            "Thời gian", "Thời hạn", "Thời hạn hoàn thành", "Thời gian hoàn thành", "Thời gian thực hiện",
            "Thời hạn thực hiện", "Tiến độ", "Tiến độ thực hiện", "Tiến độ hoàn thành",
        ],
        .funding: [
            "Kinh phí", "Nguồn kinh phí", "Kinh phí thực hiện", "Nguồn kinh phí thực hiện", "Dự kiến kinh phí",
            "Kinh phí dự kiến",
        ],
        .sourceClause: ["Căn cứ", "Nguồn", "Điều khoản"],
    ]

    private static let longestName = 120

    private static let columnsByKey: [String: AppendixColumn] = {
        var columns: [String: AppendixColumn] = [:]
        for (column, names) in table {
            for name in names { columns[key(of: name)] = column }
        }
        return columns
    }()

    private static func key(of name: some StringProtocol) -> String {
        var words = String.UnicodeScalarView()
        for scalar in VietnameseText.folded(name).unicodeScalars {
            let separates = scalar.isASCII && !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
            if !separates {
                words.append(scalar)
            } else if let last = words.last, last != " " {
                words.append(" ")
            }
        }
        if words.last == " " { words.removeLast() }
        return String(words)
    }
}
