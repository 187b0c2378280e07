import TrackerDomain
import TrackerOutput
import TrackerPayloads
import TrackerService

/// Where an agency is reached.
struct AgencyAddressesView: Rendering {
    let result: AgencyAddresses
    let isDryRun: Bool

    struct Payload: Encodable {
        let id: String
        let name: String
        let emails: [String]
        @Nullable var webhook: String?
        let dryRun: Bool
    }

    func json(_ language: Language) -> Payload {
        Payload(
            id: result.agency.id.description, name: result.agency.name,
            emails: result.addresses.filter { $0.kind == .email }.map(\.text),
            webhook: result.addresses.first { $0.kind == .webhook }?.text, dryRun: isDryRun)
    }

    func text(_ style: TextStyle) -> String {
        let none = style(vi: "chưa có địa chỉ", en: "no address")
        let addresses = result.addresses.isEmpty ? none : result.addresses.map(\.text).joined(separator: "\n")
        return (isDryRun ? style(vi: "Chạy thử, chưa ghi.\n", en: "Dry run, nothing written.\n") : "")
            + FieldText.lines(result.agency.name, addresses, labelWidth: 30, style)
    }
}
