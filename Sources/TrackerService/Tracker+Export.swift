internal import Foundation
package import TrackerDomain
internal import TrackerStorage

extension Tracker {
    /// Hands every line of an export of the whole store to `write`; returns how many rows there are.
    @discardableResult
    package func export(_ write: (String) throws -> Void) throws(TrackerError) -> Int {
        try store.read { try $0.export(write) }
    }

    /// Exports the whole store into a file, which takes its name when it is complete.
    package func export(to path: String, replaces: Bool) throws(TrackerError) -> Int {
        try writeWhole(path, replaces: replaces) { write throws(TrackerError) in try export { try write($0 + "\n") } }
    }

    /// Makes a new store of an export.
    static func readExport(_ source: String, into path: String, ambient: Ambient) throws(TrackerError) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: source), options: .mappedIfSafe) else {
            throw .notReadable(source)
        }
        let tracker = try Tracker(path: path, createsStore: true, ambient: ambient)
        try tracker.store.write { transaction in
            do {
                try transaction.restore(
                    fromExport: data.split(separator: UInt8(ascii: "\n")).lazy.map {
                        String(decoding: $0, as: UTF8.self)
                    })
            } catch let failure as Export.Failure {
                throw TrackerError.fileUnreadable(path: source, reason: failure.localized)
            }
        }
    }
}

extension Export.Failure {
    /// What is wrong with the file, and where.
    fileprivate var localized: LocalizedText {
        switch self {
        case .notAnExport:
            LocalizedText(
                vi: "không phải bản sao lưu hay bản xuất của phuluc.",
                en: "it is neither a backup nor an export of phuluc.")
        case .fromFuture(let schema, let known):
            LocalizedText(
                vi: "do phiên bản mới hơn xuất (lược đồ \(schema), bản này biết \(known)); cập nhật phuluc.",
                en: "a newer version exported it (schema \(schema), this one knows \(known)); update phuluc.")
        case .badLine(let line):
            LocalizedText(
                vi: "dòng \(line) không phải một dòng dữ liệu hợp lệ; kho dữ liệu không thay đổi.",
                en: "line \(line) is not a row of an export; the store is unchanged.")
        case .incomplete(let rows):
            LocalizedText(
                vi:
                    "tệp bị cắt: có \(rows) dòng dữ liệu mà thiếu hoặc không khớp dòng cuối; kho dữ liệu không thay đổi.",
                en:
                    "it is cut off: \(rows) rows, and the last line is missing or counts others; the store is unchanged."
            )
        }
    }
}
