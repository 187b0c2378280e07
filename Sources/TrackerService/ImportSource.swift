internal import Foundation
package import TrackerDomain
package import TrackerImport

/// A file to import, read from disk with the `plan.json` beside it.
package struct ImportSource: Sendable {
    package let path: String
    package let bytes: [UInt8]
    /// What is said of the plan outside the file; it wins over what the file says.
    package var header: PlanHeaderDraft
    package var territory: String?
    package var standingAgency: String?
    /// What is said of the plan's settings; they win over those of the store.
    package var settings = PlanSettingsDraft()

    /// Bytes that came another way than from disk, under the name that reports call them by.
    package init(name: String, bytes: [UInt8], header: PlanHeaderDraft, settings: PlanSettingsDraft) {
        path = name
        self.bytes = bytes
        self.header = header
        self.settings = settings
    }

    /// Reads a file, or the one table in a plan's folder (`appendix.txt` or `activities.csv`).
    package init(path: String) throws(TrackerError) {
        let manager = FileManager.default
        var isFolder: ObjCBool = false
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .notFound(.file(path), nearest: [])
        }
        let file = isFolder.boolValue ? try Self.table(inFolder: path) : path
        self.path = file
        bytes = try Self.bytes(of: file)
        header = PlanHeaderDraft()
        try readPlanFile()
    }

    private static func table(inFolder path: String) throws(TrackerError) -> String {
        for name in ["appendix.txt", "activities.csv"] {
            let candidate = path + (path.hasSuffix("/") ? "" : "/") + name
            if FileManager.default.fileExists(atPath: candidate) { return candidate }
        }
        throw .fileUnreadable(
            path: path,
            reason: LocalizedText(
                vi: "thư mục không có appendix.txt hoặc activities.csv.",
                en: "the folder has no appendix.txt or activities.csv."))
    }

    /// The bytes of a file that is not too large to be a plan or a table.
    package static func bytes(of path: String) throws(TrackerError) -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else { throw .notFound(.file(path), nearest: []) }
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        if let size = attributes?[.size] as? Int, size > SourceText.sizeLimit {
            throw .importRefused(
                file: path, reasons: [ImportFailure.tooLarge(bytes: size, limit: SourceText.sizeLimit).localized])
        }
        guard attributes?[.type] as? FileAttributeType == .typeRegular,
            let data = FileManager.default.contents(atPath: path)
        else {
            throw .notReadable(path)
        }
        return Array(data)
    }

    private mutating func readPlanFile() throws(TrackerError) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let planPath = folder + "plan.json"
        guard FileManager.default.fileExists(atPath: planPath) else { return }
        let contents = try Self.bytes(of: planPath)
        do throws(PlanFileFailure) {
            let plan = try PlanFile(contents)
            header = plan.header
            territory = plan.territory
            standingAgency = plan.standingAgency
            settings = plan.settings
        } catch {
            let reason = LocalizedText(vi: error.words(in: .vi), en: error.words(in: .en))
            throw .importRefused(file: planPath, reasons: [reason])
        }
    }
}

extension ImportFailure {
    /// The failure in both languages.
    package var localized: LocalizedText { LocalizedText(vi: words(in: .vi), en: words(in: .en)) }
}

extension TrackerError {
    /// A file that is there and cannot be read: a folder, a device, one without permission.
    static func notReadable(_ path: String) -> TrackerError {
        .fileUnreadable(
            path: path, reason: LocalizedText(vi: "không phải tệp đọc được.", en: "it is not a readable file."))
    }
}
