internal import Foundation
internal import TrackerDomain

/// Mail through the program `sendmail`, which every mail server on Unix brings along (Postfix, Exim, msmtp, …): the message
/// goes to its standard input, the recipients stand in the message (`-t`).
package struct Sendmail: Delivery {
    package let channel = "sendmail"
    private let program: String
    private let sender: MailAddress
    private let timeout: Int

    /// - Parameters:
    ///   - program: its path; `nil` to look for `sendmail`.
    ///   - timeout: seconds after which it is stopped.
    /// - Throws: a failure where there is no such program.
    package init(program: String? = nil, from sender: MailAddress, timeout: Int = 60) throws(DeliveryFailure) {
        guard let path = ProcessRun.find(program ?? "sendmail", beside: ["/usr/sbin", "/usr/lib"]) else {
            throw .missingProgram(
                program ?? "sendmail", package: "msmtp-mta",
                option: LocalizedText(
                    vi: " (hoặc postfix), hoặc chỉ đường dẫn bằng --sendmail",
                    en: " (or postfix), or give its path with --sendmail"))
        }
        self.program = path
        self.sender = sender
        self.timeout = timeout
    }

    package func send(_ message: OutgoingMessage) throws(DeliveryFailure) {
        guard !message.addresses.isEmpty else {
            throw DeliveryFailure(
                LocalizedText(vi: "cơ quan chưa có địa chỉ thư.", en: "the agency has no mail address yet."),
                isTransient: false)
        }
        let mail = try MailMessage(message, from: sender)
        let run = try ProcessRun(
            program, ["-t", "-i", "-f", sender.address], input: Data(mail.text.utf8), timeout: timeout)
        guard run.status != 0 else { return }
        throw DeliveryFailure(
            LocalizedText(
                vi: "\(program) kết thúc với mã \(run.status): \(run.complaint)",
                en: "\(program) ended with status \(run.status): \(run.complaint)"),
            isTransient: !Self.refusals.contains(run.status))
    }

    /// The statuses of sysexits.h that refuse this message for good: wrong usage, bad data, no such user. Others pass: 69 and 68
    /// too, which msmtp gives for a full mailbox and for a mail server that cannot be found.
    private static let refusals: Set<Int> = [64, 65, 67]
}
