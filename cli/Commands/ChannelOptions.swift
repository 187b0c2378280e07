import ArgumentParser
import TrackerDelivery
import TrackerDomain
import TrackerService

/// How reminders leave the program.
struct ChannelOptions: ParsableArguments {
    @Option(
        help: argumentHelp(
            vi: "Kênh gửi; mỗi kênh có sổ riêng.", en: "The channel; each has its own ledger.", valueName: "channel"))
    var channel = ReminderChannel.stdout

    @Option(
        help: argumentHelp(
            vi: "Thư mục cho các tệp .eml.", en: "The folder for .eml files.", valueName: "folder"))
    var mailFolder: String?

    @Option(
        help: argumentHelp(
            vi: "Người gửi thư: cchc@sonla.gov.vn hoặc \"Sở Nội vụ <cchc@sonla.gov.vn>\".",
            en: "Who sends mail: cchc@sonla.gov.vn or \"Sở Nội vụ <cchc@sonla.gov.vn>\".", valueName: "address"))
    var from: String?

    @Option(
        name: .customLong("sendmail"),
        help: argumentHelp(
            vi: "Chương trình sendmail, nếu không phải chương trình tìm thấy.",
            en: "The sendmail program, where it is not the one that is found.", valueName: "file"))
    var sendmailProgram: String?

    @Option(
        name: .customLong("webhook-secret-file"),
        help: argumentHelp(
            vi: "Tệp chứa khóa bí mật để ký webhook.", en: "The file with the secret that signs webhooks.",
            valueName: "file"))
    var secretFile: String?

    /// The options of the run, with those of the channel.
    func reminderOptions(in context: CommandContext) throws(TrackerError) -> ReminderOptions {
        var options = ReminderOptions()
        options.channel = channel
        options.language = context.language
        options.observe = ReminderInterruption.observer
        if from != nil { options.domain = try sender().domain }
        return options
    }

    /// What hands messages over; `printer` for standard output.
    func delivery(_ printer: ReminderPrinter, in context: CommandContext) throws(TrackerError) -> any Delivery {
        do {
            switch channel {
            case .stdout:
                return printer
            case .eml:
                let folder = try required(mailFolder, "--mail-folder")
                return try EmlFolder(folder, from: try sender())
            case .sendmail:
                return try Sendmail(program: sendmailProgram, from: try sender())
            case .webhook:
                let file = try required(secretFile, "--webhook-secret-file")
                let secret = String(decoding: try ImportSource.bytes(of: file), as: UTF8.self)
                return try Webhook(secret: try WebhookSecret(secret), now: context.ambient.now)
            }
        } catch let failure as DeliveryFailure {
            throw .invalidInput(name: "--channel", value: channel.rawValue, hint: failure.reason)
        } catch let error as TrackerError {
            throw error
        } catch {
            throw .internal
        }
    }

    private func sender() throws(TrackerError) -> MailAddress {
        let text = try required(from, "--from")
        guard let sender = MailAddress(text) else {
            throw .invalidInput(
                name: "--from", value: text,
                hint: LocalizedText(
                    vi: "nhập địa chỉ dạng cchc@sonla.gov.vn.", en: "enter an address such as cchc@sonla.gov.vn."))
        }
        return sender
    }

    private func required(_ value: String?, _ option: String) throws(TrackerError) -> String {
        guard let value = value?.precomposed else {
            throw .invalidInput(
                name: option, value: "",
                hint: LocalizedText(
                    vi: "kênh \(channel.rawValue) cần tùy chọn này.", en: "the channel \(channel.rawValue) needs it."))
        }
        return value
    }

    /// The options as a timer, which runs elsewhere, has to be given them.
    func words(_ absolute: (String) -> String) -> [String] {
        let pairs: [(String, String?)] = [
            ("--channel", channel == .stdout ? nil : channel.rawValue), ("--mail-folder", mailFolder.map(absolute)),
            ("--from", from), ("--sendmail", sendmailProgram.map(absolute)),
            ("--webhook-secret-file", secretFile.map(absolute)),
        ]
        return pairs.flatMap { name, value in value.map { [name, $0] } ?? [] }
    }
}
