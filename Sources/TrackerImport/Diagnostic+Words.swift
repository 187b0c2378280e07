package import TrackerDomain

extension Diagnostic {
    /// The place of the finding, "activities.csv:12"; the file alone where it is the whole file.
    package var location: String { line.map { "\(file):\($0)" } ?? file }

    /// What was found and what to do, in one or two sentences.
    package func words(in language: Language) -> String {
        switch code {
        case .rowBreaksOff, .tooManyCells, .taskMissing:
            rowWords(language)
        case .ordinalMissing, .ordinalRepeated, .numberingBreaks, .sectionEmpty:
            numberingWords(language)
        case .columnUnknown, .columnRepeated, .tableSkipped, .textOutsideTable:
            tableWords(language)
        case .headerIncomplete, .headerDisagrees, .headerOverridden:
            headerWords(language)
        }
    }

    private func rowWords(_ language: Language) -> String {
        switch code {
        case .rowBreaksOff(let place, let missing):
            let columns = missing.words(in: language)
            return language(
                vi: "Dòng \(place) thiếu nội dung (\(columns)). Dòng vẫn được nhập và đánh dấu chưa đầy đủ; "
                    + "hãy bổ sung từ văn bản gốc.",
                en: "Row \(place) breaks off (missing: \(columns)). It is imported and marked incomplete; "
                    + "complete it from the original document.")
        case .tooManyCells(let place, let found, let expected):
            return language(
                vi: "Dòng \(place) có \(found) ô trong khi bảng có \(expected) cột, không rõ ô nào thuộc cột nào. "
                    + "Hãy đặt ô có dấu phân cách trong ngoặc kép hoặc bỏ ký tự tab thừa.",
                en: "Row \(place) has \(found) cells and the table \(expected) columns, so the cells are not certain. "
                    + "Quote the cell that holds a separator, or take out the stray tab.")
        case .taskMissing(let place):
            return language(
                vi:
                    "Dòng \(place.named(language)) không có nhiệm vụ nên không được nhập. Hãy ghi nhiệm vụ hoặc xóa dòng.",
                en: "Row \(place.named(language)) has no task and is left out. Write the task or delete the row.")
        default: return ""
        }
    }

    private func numberingWords(_ language: Language) -> String {
        switch code {
        case .ordinalMissing(let section):
            return language(
                vi: "Dòng không có số thứ tự (mục \(section.named(language))). Hãy ghi số thứ tự.",
                en: "The row has no number (section \(section.named(language))). Give it one.")
        case .ordinalRepeated(let place, let firstLine):
            return language(
                vi:
                    "Số thứ tự \(place) đã dùng ở dòng \(firstLine) của tệp. Cả hai dòng đều được nhập; hãy kiểm tra lại.",
                en:
                    "Number \(place) is already used in line \(firstLine). Both rows are imported; check which is right."
            )
        case .numberingBreaks(let section, let expected, let found):
            return language(
                vi: "Số thứ tự trong mục \(section.named(language)) nhảy tới \(found), thiếu \(expected). "
                    + "Hãy kiểm tra xem có sót dòng nào không.",
                en: "The numbers of section \(section.named(language)) jump to \(found) with \(expected) missing. "
                    + "Check whether a row was lost.")
        case .sectionEmpty(let ordinal, let title):
            return language(
                vi: "Mục \(ordinal) “\(title)” không có dòng nào.",
                en: "Section \(ordinal) “\(title)” has no rows.")
        default: return ""
        }
    }

    private func tableWords(_ language: Language) -> String {
        switch code {
        case .columnUnknown(let name):
            language(
                vi: "Không nhận ra cột “\(name)”; nội dung cột này không được lưu.",
                en: "The column “\(name)” is not known; its cells are not stored.")
        case .columnRepeated(let name, let column):
            language(
                vi: "Cột “\(name)” trùng nghĩa với một cột khác (\(column.words(in: language))). "
                    + "Hãy gộp hai cột hoặc đổi tên một cột.",
                en: "The column “\(name)” means the same as another one (\(column.words(in: language))). "
                    + "Join the two or rename one.")
        case .tableSkipped(let missing):
            language(
                vi: "Bỏ qua một bảng vì không có cột \(missing.words(in: language)).",
                en: "A table was skipped: it has no column \(missing.words(in: language)).")
        case .textOutsideTable:
            language(
                vi: "Phần chữ ngoài bảng từ dòng này không được đọc là nhiệm vụ.",
                en: "From this line there is text outside the table; it was not read as rows.")
        default: ""
        }
    }

    private func headerWords(_ language: Language) -> String {
        switch code {
        case .headerIncomplete(let missing):
            let fields = missing.map { $0.words(in: language) }.joined(separator: ", ")
            return language(
                vi: "Chưa biết \(fields) của kế hoạch. Hãy ghi vào tệp plan.json hoặc nêu trên dòng lệnh.",
                en: "The plan's \(fields) is not known. Give it in a plan.json or on the command line.")
        case .headerDisagrees(let field, let taken, let other):
            return language(
                vi: "Văn bản ghi hai \(field.words(in: language)) khác nhau: lấy “\(taken)”, không lấy “\(other)”. "
                    + "Hãy đối chiếu bản gốc.",
                en: "The document gives its \(field.words(in: language)) in two ways: “\(taken)” is taken, "
                    + "“\(other)” is not. Compare with the original.")
        case .headerOverridden(let field, let document, let given):
            return language(
                vi: "Văn bản ghi \(field.words(in: language)) là “\(document)”; dùng giá trị đã cho “\(given)”.",
                en:
                    "The document gives its \(field.words(in: language)) as “\(document)”; the given “\(given)” is used."
            )
        default: return ""
        }
    }
}

extension Diagnostic.Severity {
    /// "cảnh báo", "warning".
    package func words(in language: Language) -> String {
        switch self {
        case .note: language(vi: "lưu ý", en: "note")
        case .warning: language(vi: "cảnh báo", en: "warning")
        case .error: language(vi: "lỗi", en: "error")
        }
    }
}

extension PlanHeaderField {
    /// "ngày ban hành", "day of issue".
    package func words(in language: Language) -> String {
        switch self {
        case .number: language(vi: "số, ký hiệu", en: "number")
        case .issuer: language(vi: "cơ quan ban hành", en: "issuer")
        case .issued: language(vi: "ngày ban hành", en: "day of issue")
        case .title: language(vi: "tên kế hoạch", en: "title")
        case .years: language(vi: "thời kỳ (năm)", en: "period (years)")
        }
    }
}

extension AppendixColumn {
    /// The heading, with its meaning for those who do not read Vietnamese: "Chủ trì (lead agency)".
    package func words(in language: Language) -> String {
        let meaning =
            switch self {
            case .sectionOrdinal: "section number"
            case .sectionTitle: "section"
            case .ordinal: "number"
            case .task: "task"
            case .product: "product"
            case .lead: "lead agency"
            case .cooperation: "cooperating agencies"
            case .deadline: "time"
            case .funding: "funding"
            case .sourceClause: "source clause"
            }
        return language(vi: heading, en: "\(heading) (\(meaning))")
    }
}

extension [AppendixColumn] {
    func words(in language: Language) -> String { map { $0.words(in: language) }.joined(separator: ", ") }
}

extension String {
    /// The name of a row or section, or a word for one that has none.
    fileprivate func named(_ language: Language) -> String {
        isEmpty ? language(vi: "không số", en: "without number") : self
    }
}
