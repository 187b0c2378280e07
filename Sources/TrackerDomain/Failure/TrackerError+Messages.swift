extension TrackerError {
    /// What went wrong, with what, and what to do: one or two sentences for a person.
    public func words(in language: Language) -> String { text(language) }

    private var text: LocalizedText {
        switch self {
        case .notFound(let subject, let nearest): Self.notFound(subject, nearest: nearest)
        case .ambiguousAgency(let name, let candidates):
            LocalizedText(
                vi:
                    "Nhiều cơ quan có tên “\(name)”: \(candidates.joined(separator: "; ")). Dùng mã, hoặc chọn kế hoạch bằng "
                    + "--plan.",
                en:
                    "Several agencies are called “\(name)”: \(candidates.joined(separator: "; ")). Use the id, or choose a "
                    + "plan with --plan.")
        case .refused(let refusal, let id): refusal.sentence(obligation: id)
        case .successionRefused(let reasons):
            LocalizedText(
                vi:
                    "Không ghi được việc kế nhiệm: \(reasons.map(\.vi).joined(separator: " ")) Kho dữ liệu không thay đổi.",
                en: "Cannot record the succession: \(reasons.map(\.en).joined(separator: " ")) The store is unchanged.")
        case .stale(let id, let seen, let current):
            LocalizedText(
                vi: "Nghĩa vụ \(id) đã được người khác cập nhật (phiên bản \(current), bạn xem phiên bản \(seen)). "
                    + "Xem lại bằng “phuluc show \(id)” rồi thực hiện lại.",
                en: "Obligation \(id) was changed by somebody else (version \(current), you saw \(seen)). "
                    + "Look at it with “phuluc show \(id)” and try again.")
        case .invalidInput(let name, let value, let hint):
            LocalizedText(
                vi: "Không đọc được \(name) “\(value)”: \(hint.vi)", en: "Cannot read \(name) “\(value)”: \(hint.en)")
        case .importRefused(let file, let reasons):
            LocalizedText(
                vi:
                    "Không nhập được tệp \(file): \(reasons.map(\.vi).joined(separator: " ")) Kho dữ liệu không thay đổi.",
                en: "Cannot import \(file): \(reasons.map(\.en).joined(separator: " ")) The store is unchanged.")
        case .importNotStrict(let file, let problems):
            LocalizedText(
                vi: "Tệp \(file) có \(problems) vấn đề và lệnh yêu cầu --strict. Kho dữ liệu không thay đổi; sửa tệp "
                    + "hoặc bỏ --strict.",
                en: "\(file) has \(problems) problems and --strict was asked for. The store is unchanged; correct the "
                    + "file or leave out --strict.")
        case .fileUnreadable(let path, let reason):
            LocalizedText(vi: "Không mở được tệp \(path): \(reason.vi)", en: "Cannot open \(path): \(reason.en)")
        default: storeText
        }
    }

    private static func notFound(_ subject: Subject, nearest: [String]) -> LocalizedText {
        let hint =
            nearest.isEmpty
            ? LocalizedText(vi: "", en: "")
            : LocalizedText(
                vi: " Gần nhất: \(nearest.joined(separator: "; ")).",
                en: " Nearest: \(nearest.joined(separator: "; ")).")
        switch subject {
        case .plan(let name):
            return LocalizedText(
                vi: "Không có kế hoạch “\(name)”. Xem danh sách bằng “phuluc plans”.\(hint.vi)",
                en: "There is no plan “\(name)”. See the list with “phuluc plans”.\(hint.en)")
        case .obligation(let id):
            return LocalizedText(
                vi: "Không có nghĩa vụ \(id). Tìm số bằng “phuluc list”.",
                en: "There is no obligation \(id). Find its number with “phuluc list”.")
        case .agency(let name):
            return LocalizedText(
                vi: "Danh bạ không có cơ quan “\(name)”.\(hint.vi)",
                en: "The directory has no agency “\(name)”.\(hint.en)")
        case .territory(let slug):
            return LocalizedText(
                vi: "Danh bạ không có địa phương “\(slug)”.\(hint.vi)",
                en: "The directory has no territory “\(slug)”.\(hint.en)")
        case .file(let path):
            return LocalizedText(
                vi: "Không có tệp \(path). Kiểm tra lại đường dẫn.", en: "There is no file \(path). Check the path.")
        }
    }

    private var storeText: LocalizedText {
        switch self {
        case .storeMissing(let path):
            LocalizedText(
                vi: "Chưa có kho dữ liệu \(path). Nhập kế hoạch trước: “phuluc import TỆP”, hoặc chỉ kho bằng --store.",
                en:
                    "There is no store \(path) yet. Import a plan first: “phuluc import FILE”, or name one with --store."
            )
        case .notAStore(let path):
            LocalizedText(
                vi: "\(path) không phải kho dữ liệu của phuluc. Chỉ một tệp khác bằng --store.",
                en: "\(path) is not a store of phuluc. Name another file with --store.")
        case .storeFromFuture(let path, let found, let known):
            LocalizedText(
                vi: "\(path) do phiên bản mới hơn của phuluc ghi (lược đồ \(found), bản này biết \(known)). "
                    + "Cập nhật phuluc; kho không bị thay đổi.",
                en: "\(path) was written by a newer phuluc (schema \(found), this one knows \(known)). "
                    + "Update phuluc; the store is unchanged.")
        case .storeBusy(let path):
            LocalizedText(
                vi: "\(path) đang được chương trình khác ghi. Chờ một lát rồi thử lại.",
                en: "\(path) is being written by another program. Wait a moment and try again.")
        case .storeDamaged(let path):
            LocalizedText(
                vi: "\(path) bị hỏng. Ngừng ghi, sao lại tệp rồi khôi phục từ bản sao lưu.",
                en: "\(path) is damaged. Stop writing, keep a copy of the file and restore a backup.")
        case .storeNotWritable(let path):
            LocalizedText(
                vi: "Không có quyền ghi \(path) hoặc thư mục chứa nó. Kiểm tra quyền của tệp và thư mục.",
                en: "\(path) or its folder cannot be written. Check the permissions of the file and the folder.")
        case .diskFull(let path):
            LocalizedText(
                vi: "Hết chỗ trên đĩa chứa \(path). Giải phóng chỗ rồi thử lại; chưa có gì được ghi.",
                en: "The disk of \(path) is full. Free some space and try again; nothing was written.")
        default:
            LocalizedText(
                vi: "Lỗi bên trong chương trình. Chi tiết nằm trong nhật ký.",
                en: "An internal error of the program. The details are in the log.")
        }
    }
}

extension ActionRefusal {
    /// What is refused, why, and what to do.
    func sentence(obligation id: Int64) -> LocalizedText {
        switch self {
        case .notFromStage(let action, let stage, let allowed):
            let names = allowed.isEmpty ? "—" : allowed.map(\.command).joined(separator: ", ")
            return LocalizedText(
                vi: "Không thể \(action.words(in: .vi)) nghĩa vụ \(id): đang ở trạng thái “\(stage.words(in: .vi))”. "
                    + "Việc làm được bây giờ: \(names).",
                en: "Obligation \(id) cannot be “\(action.words(in: .en))”: its stage is “\(stage.words(in: .en))”. "
                    + "Possible now: \(names).")
        case .notForRole(let action, let needed):
            func list(_ language: Language) -> String {
                Role.allCases.filter(needed.contains).map { $0.words(in: language) }.joined(separator: ", ")
            }
            return LocalizedText(
                vi: "Không được \(action.words(in: .vi)) nghĩa vụ \(id): chỉ dành cho \(list(.vi)). "
                    + "Chọn cơ quan khác bằng --as.",
                en: "Not allowed for obligation \(id) (\(action.words(in: .en))): only for the \(list(.en)). "
                    + "Choose another agency with --as.")
        case .evidenceMissing:
            return LocalizedText(
                vi: "Trình kết quả nghĩa vụ \(id) cần số và ngày văn bản (--document, --dated), hoặc ghi chú (--note) "
                    + "nếu sản phẩm không phải văn bản.",
                en: "Submitting obligation \(id) needs a document number and date (--document, --dated), or a note "
                    + "(--note) where the product is no document.")
        case .reasonMissing(let action):
            return LocalizedText(
                vi: "Cần nêu nội dung khi \(action.words(in: .vi)) nghĩa vụ \(id): thêm --note hoặc --reason.",
                en: "Obligation \(id): “\(action.words(in: .en))” needs words; add --note or --reason.")
        case .percentOutOfRange(let percent):
            return LocalizedText(
                vi: "Tiến độ \(percent) % không hợp lệ: nhập từ 0 đến 100.",
                en: "Progress of \(percent) % is not possible: enter 0 to 100.")
        default:
            return dayWords(obligation: id)
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
        default:
            LocalizedText(vi: "Quy trình không cho phép.", en: "The workflow does not allow it.")
        }
    }
}
