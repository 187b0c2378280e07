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
        case .stale(let id, let seen, let current, let stage):
            LocalizedText(
                vi: "Nghĩa vụ \(id) đã được người khác cập nhật (phiên bản \(current), bạn xem phiên bản \(seen)); "
                    + "nay ở trạng thái “\(stage.words(in: .vi))”. Xem lại bằng “phuluc show \(id)” rồi thực hiện lại.",
                en: "Obligation \(id) was changed by somebody else (version \(current), you saw \(seen)); its stage is "
                    + "now “\(stage.words(in: .en))”. Look at it with “phuluc show \(id)” and try again.")
        case .builtInCalendarDay(let day):
            LocalizedText(
                vi:
                    "Ngày \(day.vietnamese) thuộc lịch có sẵn của chương trình, không bỏ được. Nếu thực tế khác, ghi bằng "
                    + "“phuluc calendar add”.",
                en:
                    "\(day) stands in the program's own calendar and cannot be removed. Where it was decided otherwise, "
                    + "enter it with “phuluc calendar add”.")
        case .settlementRefused(let id, let reason):
            LocalizedText(
                vi: "Chưa làm rõ được điều số \(id): \(reason.vi). Kho dữ liệu không thay đổi.",
                en: "Question \(id) is not settled: \(reason.en). The store is unchanged.")
        case .invalidInput(let name, let value, let hint):
            LocalizedText(
                vi: "Không đọc được \(name) “\(value)”: \(hint.vi)", en: "Cannot read \(name) “\(value)”: \(hint.en)")
        case .forbidden(let permission, let role):
            LocalizedText(
                vi: "Mã truy cập với vai trò “\(role.words(in: .vi))” không được \(permission.words(in: .vi)). "
                    + "Dùng mã của cơ quan có quyền, hoặc xin cấp bằng “phuluc token create”.",
                en: "A token with the role “\(role.words(in: .en))” may not \(permission.words(in: .en)). "
                    + "Use the token of an agency that may, or have one made with “phuluc token create”.")
        case .forbiddenForOthers(let permission, let agency):
            LocalizedText(
                vi: "Mã truy cập này chỉ được \(permission.words(in: .vi)) trong phạm vi của "
                    + "\(agency?.description ?? "–"). Dùng mã của cơ quan có quyền ở đây.",
                en:
                    "This token may \(permission.words(in: .en)) only within what is \(agency?.description ?? "–")'s own. "
                    + "Use the token of the agency whose this is.")
        case .keyReused(let key):
            LocalizedText(
                vi:
                    "Khóa “\(key)” đã dùng cho một yêu cầu khác. Dùng khóa mới cho yêu cầu mới; gửi lại y nguyên nếu là "
                    + "yêu cầu cũ.",
                en: "The key “\(key)” was used for another request. Use a new key for a new request; send the old one "
                    + "again exactly as it was.")
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
        case .regimeInUse(let id):
            LocalizedText(
                vi:
                    "Chế độ báo cáo “\(id)” đang được kế hoạch áp dụng nên không sửa được. Thêm chế độ mới với mã khác, "
                    + "rồi nhập lại kế hoạch với --regime.",
                en: "Plans follow the reporting regime “\(id)”, so it cannot be changed. Add another with a new id and "
                    + "import the plan again with --regime.")
        case .fileUnreadable(let path, let reason):
            LocalizedText(vi: "Không mở được tệp \(path): \(reason.vi)", en: "Cannot open \(path): \(reason.en)")
        case .fileExists(let path):
            LocalizedText(
                vi: "Đã có tệp \(path). Chọn tên khác, hoặc thêm --replace để thay.",
                en: "\(path) is already there. Choose another name, or add --replace.")
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
        case .calendarDay(let day):
            return LocalizedText(
                vi:
                    "Lịch của kho không ghi riêng ngày \(day.vietnamese). Xem năm đó bằng “phuluc calendar year \(day.year)”.",
                en: "The store's calendar does not list \(day). See the year with “phuluc calendar year \(day.year)”.")
        case .question(let id):
            return LocalizedText(
                vi: "Không có điều cần làm rõ số \(id). Xem danh sách bằng “phuluc settle”.",
                en: "There is nothing to settle with the number \(id). See the list with “phuluc settle”.")
        case .regime(let id):
            return LocalizedText(
                vi: "Không có chế độ báo cáo “\(id)”. Xem danh sách bằng “phuluc regimes”.\(hint.vi)",
                en: "There is no reporting regime “\(id)”. See the list with “phuluc regimes”.\(hint.en)")
        case .policy(let id):
            return LocalizedText(
                vi: "Không có quy tắc nhắc việc “\(id)”. Xem danh sách bằng “phuluc policies”.\(hint.vi)",
                en: "There is no reminder policy “\(id)”. See the list with “phuluc policies”.\(hint.en)")
        case .failedMessage(let number):
            return LocalizedText(
                vi: "Không có lời nhắc hỏng số \(number) của kênh này. Xem danh sách bằng “phuluc remind failed”.",
                en: "No message \(number) of this channel was given up. See the list with “phuluc remind failed”.")
        case .token(let id):
            return LocalizedText(
                vi: "Không có mã truy cập số \(id). Xem danh sách bằng “phuluc token list --all”.",
                en: "There is no access token \(id). See the list with “phuluc token list --all”.")
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
        case .storeReplaced(let path):
            LocalizedText(
                vi: "\(path) không còn là tệp mà chương trình đã mở: tệp đã bị dời đi, hoặc tệp khác nằm ở đó. "
                    + "Khởi động lại máy chủ, hoặc chạy lại lệnh; chưa có gì được ghi.",
                en: "\(path) is no longer the file that was opened: that was moved away, or another one stands there. "
                    + "Restart the server, or run the command again; nothing was written.")
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
                vi:
                    "Không ghi được vào \(path): hết chỗ trên đĩa, hết hạn mức, hoặc đĩa lỗi. Giải phóng chỗ rồi thử lại; "
                    + "chưa có gì được ghi.",
                en:
                    "Cannot write to \(path): the disk is full, a quota is used up, or the disk fails. Free some space and "
                    + "try again; nothing was written.")
        default:
            LocalizedText(
                vi: "Lỗi bên trong chương trình. Chi tiết nằm trong nhật ký.",
                en: "An internal error of the program. The details are in the log.")
        }
    }
}
