internal import TrackerDomain

extension LetterContent {
    /// Puts a letter into words, in the tone of official letters (Decree 30/2020/NĐ-CP, appendix I): whom it is for, what it
    /// is about, how things stand, what is asked, section by section with the most urgent first.
    init(of letter: ReminderLetter, in language: Language) {
        self.language = language
        let words = LetterWords(language: language, day: letter.day)
        let own = words.ownParts(of: letter)
        let others = letter.overview.map(words.parts(of:)) ?? []
        let day = words.day(letter.day)
        subject =
            language(vi: "Nhắc việc ngày \(day): ", en: "Reminder of \(day): ")
            + (own.isEmpty ? others : own).prefix(2).joined(separator: ", ")
        address = letter.issuerName.map { "\(letter.recipientName) (\($0))" } ?? letter.recipientName
        matter = language(
            vi: "V/v đôn đốc thực hiện nhiệm vụ theo kế hoạch", en: "Re: tasks under the plans being followed")
        opening = words.opening(own: own, asStandingAgency: others)
        update = (
            language(
                vi: "Cập nhật sổ theo dõi (SỐ là số theo dõi của nhiệm vụ):",
                en: "To update the record (NUMBER is the task's number in it):"),
            language == .vi
                ? [
                    "phuluc progress SỐ --percent 50 --note \"…\"",
                    "phuluc submit SỐ --document SỐ-KÝ-HIỆU --dated NGÀY",
                    "phuluc extend request SỐ --to NGÀY --reason \"…\"",
                ]
                : [
                    "phuluc progress NUMBER --percent 50 --note \"…\"",
                    "phuluc submit NUMBER --document SYMBOL --dated DATE",
                    "phuluc extend request NUMBER --to DATE --reason \"…\"",
                ]
        )
        farewell = language(vi: "Trân trọng./.", en: "Respectfully.")
        remark = language(
            vi:
                "Thư do phần mềm theo dõi lập từ dữ liệu ngày \(day). Nếu thông tin chưa đúng hoặc kết quả đã gửi, đề nghị "
                + "báo cơ quan thường trực của kế hoạch để cập nhật.",
            en:
                "Written by the tracker from its record of \(day). Where it is wrong, or the result has been sent already, "
                + "please tell the plan's standing agency.")
        sections = words.ownSections(of: letter) + (letter.overview.map(words.sections(of:)) ?? [])
    }
}
