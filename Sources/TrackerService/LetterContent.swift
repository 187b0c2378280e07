internal import TrackerDomain

/// The words of a letter in one language and in their order, without a layout: text and HTML are made from it alike.
struct LetterContent {
    let language: Language
    let subject: String
    /// "Sở Tư pháp (UBND tỉnh Sơn La)".
    let address: String
    let matter: String
    let opening: String
    var sections: [Section] = []
    /// How to bring the record up to date, and the commands for it.
    let update: (words: String, commands: [String])
    let farewell: String
    let remark: String

    struct Section {
        let heading: String
        /// What the recipient is asked to do.
        let request: String
        let urgency: Urgency
        let entries: [Entry]
        /// What stands in place of those that are not listed.
        let rest: String?
    }

    /// One thing, with its facts in labelled lines.
    struct Entry {
        let title: String
        /// "quá hạn 2 ngày".
        let status: String
        var facts: [(label: String, value: String)] = []
    }

    enum Urgency: String {
        case late, soon, other
    }
}
