extension ActionRefusal {
    /// What is refused, why, and what to do.
    func sentence(obligation id: Int64) -> LocalizedText {
        switch self {
        case .notFromStage(let action, let stage, let allowed):
            let possible = Self.possible(allowed)
            return LocalizedText(
                vi: "Không thể \(action.words(in: .vi)) nghĩa vụ \(id): đang ở trạng thái “\(stage.words(in: .vi))”. "
                    + possible.vi,
                en: "“\(action.words(in: .en))” is not possible for obligation \(id): its stage is "
                    + "“\(stage.words(in: .en))”. " + possible.en)
        case .notForRole(let action, let needed, let allowed):
            func list(_ language: Language) -> String {
                Role.allCases.filter(needed.contains).map { $0.words(in: language) }.joined(separator: ", ")
            }
            let possible = Self.possible(allowed)
            return LocalizedText(
                vi: "Không được \(action.words(in: .vi)) nghĩa vụ \(id): chỉ dành cho \(list(.vi)). "
                    + "Chọn cơ quan khác bằng --as. " + possible.vi,
                en: "Not allowed for obligation \(id) (\(action.words(in: .en))): only for the \(list(.en)). "
                    + "Choose another agency with --as. " + possible.en)
        case .evidenceMissing, .reasonMissing, .decisionMissing, .percentOutOfRange, .alreadyTheLead,
            .agencyEnded:
            return contentWords(obligation: id)
        case .extensionPending, .noExtensionRequested, .noDeadlineToExtend, .extensionNotLater:
            return extensionWords(obligation: id)
        case .countsInFuture, .countsBeforeLastChange, .onlyStandingEntersOlderFacts, .documentInFuture:
            return dayWords(obligation: id)
        }
    }

    /// What the member can do instead.
    private static func possible(_ allowed: [Action.Kind]) -> LocalizedText {
        let names = allowed.map(\.command).joined(separator: ", ")
        return allowed.isEmpty
            ? LocalizedText(
                vi: "Cơ quan này không làm được việc nào với nghĩa vụ bây giờ.",
                en: "This agency can do nothing with the obligation now.")
            : LocalizedText(vi: "Việc làm được bây giờ: \(names).", en: "Possible now: \(names).")
    }

    private func contentWords(obligation id: Int64) -> LocalizedText {
        switch self {
        case .evidenceMissing:
            LocalizedText(
                vi: "Trình kết quả nghĩa vụ \(id) cần số và ngày văn bản (--document, --dated), hoặc ghi chú (--note) "
                    + "nếu sản phẩm không phải văn bản.",
                en: "Submitting obligation \(id) needs a document number and date (--document, --dated), or a note "
                    + "(--note) where the product is no document.")
        case .reasonMissing(let action):
            LocalizedText(
                vi: "Cần nêu nội dung khi \(action.words(in: .vi)) nghĩa vụ \(id): thêm --note hoặc --reason.",
                en: "Obligation \(id): “\(action.words(in: .en))” needs words; add --note or --reason.")
        case .decisionMissing(let action):
            LocalizedText(
                vi: "Cần văn bản quyết định khi \(action.words(in: .vi)) nghĩa vụ \(id): thêm số và ngày văn bản "
                    + "(--document, --dated).",
                en: "Obligation \(id): “\(action.words(in: .en))” needs the decision's number and date; add --document "
                    + "and --dated.")
        case .percentOutOfRange(let percent):
            LocalizedText(
                vi: "Tiến độ \(percent) % không hợp lệ: nhập từ 0 đến 100.",
                en: "Progress of \(percent) % is not possible: enter 0 to 100.")
        case .alreadyTheLead(let agency):
            LocalizedText(
                vi: "Nghĩa vụ \(id) đã do \(agency) chủ trì. Chọn cơ quan khác bằng --to.",
                en: "Obligation \(id) is owed by \(agency) already. Choose another agency with --to.")
        case .agencyEnded(let agency, let heir?):
            LocalizedText(
                vi:
                    "Cơ quan \(agency) đã chấm dứt hoạt động, không ghi được việc cho nghĩa vụ \(id) nữa. Cơ quan kế nhiệm "
                    + "là \(heir): dùng --as \(heir).",
                en:
                    "\(agency) has ended and does nothing about obligation \(id) any more. Its successor is \(heir): use "
                    + "--as \(heir).")
        case .agencyEnded(let agency, nil):
            LocalizedText(
                vi:
                    "Cơ quan \(agency) đã chấm dứt hoạt động và chưa có một cơ quan kế nhiệm. Giao lại nghĩa vụ \(id) bằng "
                    + "“phuluc reassign \(id) --to CƠ-QUAN”; xem “phuluc agencies pending”.",
                en:
                    "\(agency) has ended without a single successor. Give obligation \(id) to another agency with “phuluc "
                    + "reassign \(id) --to AGENCY”; see “phuluc agencies pending”.")
        default: Self.fallback
        }
    }

    private func extensionWords(obligation id: Int64) -> LocalizedText {
        switch self {
        case .extensionPending(let request):
            LocalizedText(
                vi: "Nghĩa vụ \(id) đã có đề nghị gia hạn đến \(request.due.nominal.vietnamese) đang chờ, từ ngày "
                    + "\(request.askedOn.vietnamese). Cơ quan thường trực trả lời trước: extend grant hoặc extend refuse.",
                en: "Obligation \(id) has a request for an extension to \(request.due.nominal) since "
                    + "\(request.askedOn). The standing agency decides on it first: extend grant or extend refuse.")
        case .noExtensionRequested:
            LocalizedText(
                vi:
                    "Nghĩa vụ \(id) không có đề nghị gia hạn nào đang chờ. Ghi đề nghị trước bằng “phuluc extend request "
                    + "\(id)”; xem các đề nghị bằng “phuluc extend list”.",
                en:
                    "Obligation \(id) has no pending request for an extension. Enter the request first with “phuluc extend "
                    + "request \(id)”; see all with “phuluc extend list”.")
        case .noDeadlineToExtend:
            LocalizedText(
                vi: "Nghĩa vụ \(id) không có thời hạn nên không gia hạn được. Xem cách đọc thời hạn bằng “phuluc show "
                    + "\(id)”.",
                en: "Obligation \(id) has no deadline to extend. See how its time was read with “phuluc show \(id)”.")
        case .extensionNotLater(let day, let due):
            LocalizedText(
                vi: "Ngày gia hạn \(day.vietnamese) của nghĩa vụ \(id) không sau thời hạn hiện tại "
                    + "\(due.vietnamese). Chọn ngày sau đó bằng --to.",
                en:
                    "Obligation \(id) cannot be extended to \(day): its deadline is \(due). Choose a later day with --to."
            )
        default: Self.fallback
        }
    }

    private func dayWords(obligation id: Int64) -> LocalizedText {
        switch self {
        case .countsInFuture(let day, let today):
            LocalizedText(
                vi: "Không ghi được việc của ngày \(day.vietnamese): hôm nay mới là \(today.vietnamese).",
                en: "Nothing can count from \(day): today is \(today).")
        case .countsBeforeLastChange(let day, let last):
            LocalizedText(
                vi: "Nghĩa vụ \(id) đã có thay đổi tính từ ngày \(last.vietnamese); không ghi được việc của ngày "
                    + "\(day.vietnamese) trước đó. Dùng --on từ ngày \(last.vietnamese) trở đi.",
                en:
                    "Obligation \(id) has a change that counts from \(last); nothing can be entered for \(day) before it. "
                    + "Use --on with \(last) or later.")
        case .onlyStandingEntersOlderFacts(let day):
            LocalizedText(
                vi:
                    "Chỉ cơ quan thường trực ghi được việc của ngày đã qua (\(day.vietnamese)). Bỏ --on, hoặc nhờ cơ quan "
                    + "thường trực ghi.",
                en: "Only the standing agency enters facts of an earlier day (\(day)). Leave out --on, or ask it.")
        case .documentInFuture(let date, let today):
            LocalizedText(
                vi: "Ngày \(date.vietnamese) sau ngày ghi nhận \(today.vietnamese). Kiểm tra lại ngày.",
                en: "\(date) is later than the day it is entered for, \(today). Check the date.")
        default: Self.fallback
        }
    }

    private static let fallback = LocalizedText(
        vi: "Quy trình không cho phép.", en: "The workflow does not allow it.")
}
