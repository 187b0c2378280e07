package import TrackerDomain

extension PlanFileFailure {
    /// All that is wrong with a `plan.json`, one sentence for each key.
    package func words(in language: Language) -> String {
        switch self {
        case .notAnObject:
            language(
                vi: "Tệp không phải là một đối tượng JSON. Hãy kiểm tra dấu phẩy và ngoặc.",
                en: "The file is no JSON object. Check its commas and brackets.")
        case .fields(let problems): problems.map { $0.words(in: language) }.joined(separator: " ")
        }
    }
}

extension PlanFileFailure.Problem {
    package func words(in language: Language) -> String {
        switch self {
        case .notText(let key):
            language(vi: "“\(key)” phải là một chuỗi không rỗng.", en: "“\(key)” must be a text that is not blank.")
        case .notDocumentNumber(let key, let value):
            language(
                vi: "“\(key)”: “\(value)” không phải số, ký hiệu văn bản, ví dụ 2407/QĐ-UBND.",
                en: "“\(key)”: “\(value)” is no document number such as 2407/QĐ-UBND.")
        case .notDay(let key, let value):
            language(
                vi: "“\(key)”: “\(value)” không phải ngày dạng 2021-10-01.",
                en: "“\(key)”: “\(value)” is no day written as 2021-10-01.")
        case .notYears(let key):
            language(
                vi: "“\(key)” phải có dạng {\"from\": 2021, \"to\": 2030}.",
                en: "“\(key)” must be {\"from\": 2021, \"to\": 2030}.")
        case .notYesOrNo(let key):
            language(vi: "“\(key)” phải là true hoặc false.", en: "“\(key)” must be true or false.")
        }
    }
}
