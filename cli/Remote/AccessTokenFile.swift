import Foundation
import TrackerDomain

/// The file with the access token: one line, which nobody but its owner may read.
enum AccessTokenFile {
    static func token(at path: String) throws(TrackerError) -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes else { throw .notFound(.file(path), nearest: []) }
        guard attributes[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: path)
        else {
            throw .fileUnreadable(
                path: path, reason: LocalizedText(vi: "không phải tệp đọc được.", en: "it is not a readable file."))
        }
        guard let rights = attributes[.posixPermissions] as? Int, rights & 0o077 == 0 else {
            throw .fileUnreadable(
                path: path,
                reason: LocalizedText(
                    vi: "người khác đọc hoặc sửa được mã truy cập; đặt lại quyền bằng “chmod 600 \(path)”.",
                    en: "others may read or change the access token; restrict it with “chmod 600 \(path)”."))
        }
        let token = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...200).contains(token.utf8.count), token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .fileUnreadable(
                path: path,
                reason: LocalizedText(
                    vi: "tệp cần có đúng một dòng là mã truy cập (phuluc token create).",
                    en: "it has to hold one line, the access token (phuluc token create)."))
        }
        return token
    }
}
