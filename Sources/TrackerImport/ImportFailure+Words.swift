package import TrackerDomain

extension ImportFailure {
    /// What is wrong, where, and what to do.
    package func words(in language: Language) -> String {
        switch self {
        case .tooLarge, .empty, .notText, .notUTF8: fileWords(language)
        case .unclosedQuote, .textAfterQuote, .columnsMissing, .noAppendix, .noTable, .noRows: tableWords(language)
        }
    }

    private func fileWords(_ language: Language) -> String {
        switch self {
        case .tooLarge(let bytes, let limit):
            return language(
                vi: "Tệp có \(bytes) byte, vượt giới hạn \(limit) byte. Hãy chỉ lưu phần quyết định và phụ lục.",
                en: "The file has \(bytes) bytes; the limit is \(limit). Keep only the decision and its appendix.")
        case .empty:
            return language(
                vi: "Tệp không có nội dung. Hãy kiểm tra lại tệp đã lưu.",
                en: "There is nothing in the file. Check what was saved.")
        case .notText(let kind):
            let remedy =
                kind == .utf16
                ? language(vi: "Hãy lưu lại với mã UTF-8.", en: "Save it as UTF-8.")
                : language(
                    vi: "Hãy mở tệp và lưu thành văn bản thuần (.txt) hoặc CSV, mã UTF-8.",
                    en: "Open it and save it as plain text (.txt) or CSV, in UTF-8.")
            return language(vi: "Tệp là \(kind.words(in: language)). ", en: "The file is \(kind.words(in: language)). ")
                + remedy
        case .notUTF8(let offset, let line):
            return language(
                vi: "Tệp không phải UTF-8: byte thứ \(offset + 1), dòng \(line). Hãy lưu lại với mã UTF-8.",
                en: "The file is not UTF-8: byte \(offset + 1), line \(line). Save it as UTF-8.")
        default: return ""
        }
    }

    private func tableWords(_ language: Language) -> String {
        switch self {
        case .unclosedQuote(let line):
            return language(
                vi:
                    "Dòng \(line): dấu ngoặc kép mở mà không đóng. Hãy thêm dấu đóng hoặc viết đôi dấu ngoặc kép trong ô.",
                en: "Line \(line): a quote is opened and never closed. Close it, or double the quotes inside a cell.")
        case .textAfterQuote(let line):
            return language(
                vi: "Dòng \(line): có chữ sau dấu ngoặc kép đóng. Hãy viết đôi dấu ngoặc kép trong ô.",
                en: "Line \(line): text follows a closing quote. Double the quotes inside a cell.")
        case .columnsMissing(let line, let missing):
            return language(
                vi: "Dòng \(line): dòng tiêu đề không có cột \(missing.accepted(or: "hoặc")). "
                    + "Hãy sửa tên cột hoặc thêm cột.",
                en: "Line \(line): the header row has no column \(missing.accepted(or: "or")). "
                    + "Rename the column or add it.")
        case .noAppendix:
            return language(
                vi: "Không tìm thấy phụ lục nhiệm vụ: cần một bảng có các cột \(required(language)). "
                    + "Hãy chọn văn bản có phụ lục, hoặc lập tệp CSV.",
                en: "No appendix was found: there must be a table with the columns \(required(language)). "
                    + "Choose a text with the appendix, or make a CSV file.")
        case .noTable(let line):
            return language(
                vi: "Dòng \(line): sau “PHỤ LỤC” không có bảng với các cột \(required(language)). "
                    + "Hãy trích lại văn bản, mỗi ô một dòng bắt đầu bằng tab, hoặc lập tệp CSV.",
                en: "Line \(line): no table with the columns \(required(language)) follows “PHỤ LỤC”. "
                    + "Extract the text again, each cell on a line that begins with a tab, or make a CSV file.")
        case .noRows(let line):
            return language(
                vi: "Dòng \(line): dưới dòng tiêu đề không có nhiệm vụ nào. Hãy kiểm tra lại tệp.",
                en: "Line \(line): there is no task under the header row. Check the file.")
        default: return ""
        }
    }

    private func required(_ language: Language) -> String { AppendixColumn.required.words(in: language) }
}

extension ImportFailure.FileKind {
    /// "tệp Word (.docx)", "a Word document (.docx)".
    package func words(in language: Language) -> String {
        switch self {
        case .wordDocument: language(vi: "tệp Word (.docx)", en: "a Word document (.docx)")
        case .excelWorkbook: language(vi: "tệp Excel (.xlsx)", en: "an Excel workbook (.xlsx)")
        case .oldOffice:
            language(vi: "tệp Word hoặc Excel đời cũ (.doc, .xls)", en: "an old Word or Excel file (.doc, .xls)")
        case .pdf: language(vi: "tệp PDF", en: "a PDF")
        case .richText: language(vi: "tệp RTF", en: "an RTF document")
        case .webPage: language(vi: "trang web (HTML)", en: "a web page (HTML)")
        case .archive: language(vi: "tệp nén ZIP", en: "a ZIP archive")
        case .utf16: language(vi: "văn bản mã UTF-16 (“Unicode”)", en: "text in UTF-16 (“Unicode”)")
        case .unknownBinary: language(vi: "tệp nhị phân, không phải văn bản", en: "binary, not text")
        }
    }
}

extension [AppendixColumn] {
    /// Each column with the names it may have: "“Chủ trì” (hoặc “Cơ quan chủ trì”, …)".
    fileprivate func accepted(or word: String) -> String {
        map { column in
            let others = ColumnSynonyms.acceptedNames(of: column).dropFirst().map { "“\($0)”" }
            return "“\(column.heading)” (\(word) \(others.joined(separator: ", ")))"
        }.joined(separator: "; ")
    }
}
