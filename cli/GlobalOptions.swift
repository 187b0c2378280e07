import ArgumentParser
import TrackerDomain

/// How results are written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
}

/// The options that every command has.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: argumentHelp(
            vi: "Tệp kho dữ liệu; mặc định: biến PHULUC_STORE, nếu không có thì phuluc.sqlite.",
            en: "The store; default: PHULUC_STORE, else phuluc.sqlite.", valueName: "file"))
    var store: String?

    @Option(
        help: argumentHelp(
            vi: "Máy chủ thay cho tệp kho, https://…; mặc định: biến PHULUC_SERVER.",
            en: "A server instead of a store, https://…; default: PHULUC_SERVER.", valueName: "url"))
    var server: String?

    @Option(
        help: argumentHelp(
            vi: "Tệp chứa mã truy cập máy chủ; mặc định: biến PHULUC_TOKEN_FILE.",
            en: "The file with the access token of the server; default: PHULUC_TOKEN_FILE.", valueName: "file"))
    var tokenFile: String?

    @Option(
        name: .customLong("as-of"),
        help: argumentHelp(
            vi: "Xem như tại ngày này (2022-02-08 hoặc 8/2/2022).",
            en: "As it stood on this day (2022-02-08 or 8/2/2022).", valueName: "date"))
    var asOf: CivilDate?

    @Option(
        help: argumentHelp(
            vi: "Coi hôm nay là ngày này (để thử).", en: "Take this day for today (for trials).", valueName: "date"))
    var today: CivilDate?

    @Option(help: argumentHelp(vi: "Dạng kết quả.", en: "How results are written.", valueName: "format"))
    var format = OutputFormat.text

    @Option(help: argumentHelp(vi: "Ngôn ngữ.", en: "The language.", valueName: "language"))
    var lang = Language.vi

    @Option(
        name: .customLong("as"),
        help: argumentHelp(
            vi: "Nhân danh cơ quan này (tên hoặc mã); mặc định: cơ quan thường trực của kế hoạch.",
            en: "Act in the name of this agency (name or id); default: the plan's standing agency.",
            valueName: "agency"))
    var agency: String?
}

/// Which piece of a list is shown.
struct PageOptions: ParsableArguments {
    @Option(help: argumentHelp(vi: "Số dòng nhiều nhất, 1–500.", en: "At most so many lines, 1–500.", valueName: "n"))
    var limit = 50

    @Option(
        help: argumentHelp(
            vi: "Tiếp theo trang trước: giá trị “next” của nó.",
            en: "Continue after a page: its “next” value.", valueName: "cursor"))
    var after: String?
}

/// What a list is narrowed to.
struct FilterOptions: ParsableArguments {
    @Option(
        help: argumentHelp(
            vi: "Chỉ kế hoạch này (số trong kho hoặc số ký hiệu).",
            en: "Only this plan (its number here or its symbol).",
            valueName: "plan"))
    var plan: String?

    @Option(
        help: argumentHelp(
            vi: "Chỉ cơ quan này (tên hoặc mã).", en: "Only this agency (name or id).", valueName: "agency"))
    var agency: String?

    @Option(
        help: argumentHelp(vi: "Chỉ mục này, ví dụ III.", en: "Only this section, such as III.", valueName: "ordinal"))
    var section: String?

    @Option(
        help: argumentHelp(
            vi: "Chỉ năm này của thời hạn.", en: "Only deadlines of this year.", valueName: "year"))
    var year: Int?

    @Option(
        help: argumentHelp(
            vi: "Tìm từ trong nội dung, có dấu hay không dấu.", en: "Search words, with or without diacritics.",
            valueName: "words"))
    var search: String?
}
