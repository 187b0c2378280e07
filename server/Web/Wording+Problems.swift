import TrackerDomain

extension Wording {
    /// What went wrong, for somebody at a form: the tracker's own sentence, but where it speaks of the command line.
    func problem(_ error: TrackerError) -> String {
        switch error {
        case .stale(let id, _, _, let stage):
            self(
                vi:
                    "Nghĩa vụ \(id) vừa được người khác cập nhật, nay ở trạng thái “\(stage.words(in: .vi))”. Xem lại bên "
                    + "dưới rồi gửi lại.",
                en: "Obligation \(id) was just changed by somebody else; its stage is now “\(stage.words(in: .en))”. "
                    + "Look at it below and send again.")
        case .refused(.evidenceMissing, _):
            self(
                vi: "Cần số và ngày văn bản, hoặc ghi chú nếu sản phẩm không phải văn bản.",
                en: "A document number and date are needed, or a note where the product is no document.")
        case .refused(.reasonMissing(let kind), _):
            self(
                vi: "Cần ghi nội dung hoặc lý do để “\(kind.title(self))”.",
                en: "Words or a reason are needed to “\(kind.title(self))”.")
        case .refused(.decisionMissing(let kind), _):
            self(
                vi: "Cần số và ngày của văn bản quyết định để “\(kind.title(self))”.",
                en: "The number and date of the decision are needed to “\(kind.title(self))”.")
        case .refused(.alreadyTheLead, _):
            self(vi: "Cơ quan này đang chủ trì; chọn cơ quan khác.", en: "This agency is the lead; choose another.")
        case .refused(.noExtensionRequested, _):
            self(vi: "Không có đề nghị gia hạn nào đang chờ.", en: "No request for an extension is pending.")
        case .refused(.notForRole(let kind, _, _), _):
            self(
                vi: "Cơ quan của bạn không được phép “\(kind.title(self))” nghĩa vụ này.",
                en: "Your agency may not “\(kind.title(self))” here.")
        case .refused(.notFromStage(let kind, let stage, _), _):
            self(
                vi: "Không “\(kind.title(self))” được khi nghĩa vụ ở trạng thái “\(stage.words(in: .vi))”.",
                en: "“\(kind.title(self))” is not possible while the obligation is “\(stage.words(in: .en))”.")
        case .notFound(.obligation(let id), _):
            self(
                vi: "Không có nghĩa vụ \(id), hoặc bạn không được xem.",
                en: "There is no obligation \(id), or it is none that you may see.")
        default: Self.withoutCommands(error.withoutPlace(language).words(in: language))
        }
    }

    /// The sentences that name no command of `phuluc`, which somebody at a browser does not have.
    private static func withoutCommands(_ text: String) -> String {
        let sentences = text.split(separator: ". ", omittingEmptySubsequences: true)
        let kept = sentences.filter { !$0.contains("phuluc ") && !$0.contains("--") }
        guard !kept.isEmpty, kept.count < sentences.count else { return text }
        let words = kept.joined(separator: ". ")
        return words.hasSuffix(".") ? words : words + "."
    }
}
