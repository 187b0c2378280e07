internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Messages as `.eml` files in a folder, for a mail program to open or another program to send.
///
/// A file takes its name, which follows from the Message-ID, when it is complete and on the disk: a reader never sees half a
/// message, and one that is written twice stands there once.
package struct EmlFolder: Delivery {
    package let channel = "eml"
    private let folder: String
    private let sender: MailAddress

    /// - Throws: a failure where the folder is not there: a slip in its name should not scatter messages over the disk.
    package init(_ folder: String, from sender: MailAddress) throws(DeliveryFailure) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw .noFolder(folder)
        }
        self.folder = folder
        self.sender = sender
    }

    package func send(_ message: OutgoingMessage) throws(DeliveryFailure) {
        let mail = try MailMessage(message, from: sender)
        let path = "\(folder)/\(Self.fileName(of: message.messageID))"
        let partial =
            "\(folder)/.\(Self.fileName(of: message.messageID)).\(ProcessInfo.processInfo.processIdentifier).partial"
        do {
            try Data().write(to: URL(fileURLWithPath: partial))
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
            try file.write(contentsOf: Data(mail.text.utf8))
            try file.synchronize()
            try file.close()
        } catch {
            unlink(partial)
            throw .notWritable(path)
        }
        guard rename(partial, path) == 0 else {
            unlink(partial)
            throw .notWritable(path)
        }
        // The new name itself must survive a crash.
        try? FileHandle(forReadingAtPath: folder)?.synchronize()
    }

    /// "7.a@phuluc.eml" for "<7.a@phuluc>"; signs that a file name may not hold are written as "%2F".
    package static func fileName(of messageID: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_@.+".utf8)
        let digits = Array("0123456789ABCDEF")
        let name = messageID.utf8.dropFirst().dropLast().enumerated().map { index, byte in
            plain.contains(byte) && !(index == 0 && byte == UInt8(ascii: "."))
                ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
        }
        return name.joined() + ".eml"
    }
}
