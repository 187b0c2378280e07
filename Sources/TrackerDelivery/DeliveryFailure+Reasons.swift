internal import TrackerDomain

/// What can go wrong on this machine. All of it can be put right, so none of it is a reason to give a message up.
extension DeliveryFailure {
    static func missingProgram(_ name: String, package: String, option: LocalizedText) -> DeliveryFailure {
        DeliveryFailure(
            LocalizedText(
                vi: "không có chương trình “\(name)”; cài đặt bằng “apt install \(package)”\(option.vi).",
                en: "the program “\(name)” is missing; install it with “apt install \(package)”\(option.en)."),
            isTransient: true)
    }

    static func notWritable(_ path: String) -> DeliveryFailure {
        DeliveryFailure(
            LocalizedText(
                vi: "không ghi được \(path); kiểm tra thư mục, quyền ghi và chỗ trống trên đĩa.",
                en: "cannot write \(path); check the folder, its permissions and the space on the disk."),
            isTransient: true)
    }

    static func noFolder(_ path: String) -> DeliveryFailure {
        DeliveryFailure(
            LocalizedText(
                vi: "không có thư mục \(path); tạo thư mục hoặc sửa --mail-folder.",
                en: "there is no folder \(path); create it or correct --mail-folder."), isTransient: true)
    }

    static func notRunnable(_ program: String) -> DeliveryFailure {
        DeliveryFailure(
            LocalizedText(
                vi: "không chạy được \(program); kiểm tra tệp và quyền chạy.",
                en: "cannot run \(program); check the file and its permissions."), isTransient: true)
    }

    static func timedOut(_ program: String, seconds: Int) -> DeliveryFailure {
        DeliveryFailure(
            LocalizedText(
                vi: "\(program) không xong trong \(seconds) giây nên đã bị dừng; lần chạy sau gửi lại.",
                en: "\(program) was stopped because it had not ended after \(seconds) seconds; a later run sends again."
            ),
            isTransient: true)
    }
}
