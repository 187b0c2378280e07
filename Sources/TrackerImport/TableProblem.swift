package import TrackerDomain

/// Something in a table of ours that must be put right.
package struct TableProblem: Hashable, Sendable {
    /// What is wrong.
    package enum What: Hashable, Sendable {
        case notUTF8
        case brokenQuotes
        case missingColumn
        case unknownColumn(String)
        case fieldCount(expected: Int, found: Int)
        case missing
        case invalid(String)
        case repeated(AgencyID)
        case unknownReference(AgencyID)
        case notAGroup(AgencyID)
        case leadsBackToItself(AgencyID)
        case endsBeforeItBegins
        case succession(SuccessionProblem)
    }

    /// The name of the file.
    package let file: String
    /// The line, counted from 1.
    package let line: Int
    /// The column, where the problem is in one.
    package let column: String?
    /// What is wrong there.
    package let what: What

    package init(file: String, line: Int, column: String?, what: What) {
        self.file = file
        self.line = line
        self.column = column
        self.what = what
    }
}

/// All problems of the tables that were read together, in the order of the files and lines.
package struct TableFailure: Error, Hashable {
    package let problems: [TableProblem]

    /// The problems in the order of the files.
    init(_ problems: [TableProblem], in files: [String]) {
        let order = Dictionary(zip(files, files.indices)) { first, _ in first }
        self.problems = problems.sorted { (order[$0.file] ?? 0, $0.line) < (order[$1.file] ?? 0, $1.line) }
    }
}

extension TableProblem {
    /// Where it is and what to do, in both languages.
    package var sentence: LocalizedText {
        let what = whatSentence
        let column = column.map { LocalizedText(vi: ", cột \($0)", en: ", column \($0)") }
        return LocalizedText(
            vi: "Dòng \(line)\(column?.vi ?? ""): \(what.vi)", en: "Line \(line)\(column?.en ?? ""): \(what.en)")
    }

    private var whatSentence: LocalizedText {
        switch what {
        case .notUTF8:
            LocalizedText(vi: "tệp không phải UTF-8; lưu lại với mã UTF-8.", en: "not UTF-8; save it as UTF-8.")
        case .brokenQuotes: LocalizedText(vi: "dấu ngoặc kép không khép đúng.", en: "a quotation mark is not closed.")
        case .missingColumn: LocalizedText(vi: "thiếu cột này.", en: "the column is missing.")
        case .unknownColumn(let name):
            LocalizedText(vi: "không có cột “\(name)” hoặc cột bị lặp.", en: "no column “\(name)”, or it is repeated.")
        case .fieldCount(let expected, let found):
            LocalizedText(
                vi: "có \(found) ô, cần \(expected).", en: "there are \(found) cells; \(expected) are needed.")
        case .missing: LocalizedText(vi: "ô này phải có nội dung.", en: "the cell must not be empty.")
        case .invalid(let text):
            LocalizedText(
                vi: "không hiểu “\(text)”; xem các giá trị trong appendix-data/README.md.",
                en: "cannot read “\(text)”; the values are in appendix-data/README.md.")
        case .repeated(let id): LocalizedText(vi: "mã \(id) bị lặp.", en: "the id \(id) is repeated.")
        case .unknownReference(let id):
            LocalizedText(vi: "không có cơ quan \(id) trong danh bạ.", en: "there is no agency \(id) in the directory.")
        case .notAGroup(let id): LocalizedText(vi: "\(id) không phải là nhóm.", en: "\(id) is not a group.")
        case .leadsBackToItself(let id):
            LocalizedText(vi: "tham chiếu \(id) dẫn trở lại chính nó.", en: "the reference \(id) leads back to itself.")
        case .endsBeforeItBegins:
            LocalizedText(vi: "ngày cuối trước ngày đầu.", en: "the last day is before the first.")
        case .succession(let problem): problem.sentence
        }
    }
}
