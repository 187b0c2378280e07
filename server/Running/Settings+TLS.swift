import NIOSSL
import TrackerDomain

extension Settings {
    /// How connections are encrypted; `nil` where a reverse proxy does that. Certificate and key are held against each other
    /// here, so that `--check` tells what would fail at the start.
    func tls() throws(Problem) -> TLSConfiguration? {
        if tlsCert.isEmpty, tlsKey.isEmpty { return nil }
        guard !tlsCert.isEmpty, !tlsKey.isEmpty else {
            throw Problem(
                sentence: LocalizedText(
                    vi: "TLS cần cả --tls-cert và --tls-key.", en: "TLS takes both --tls-cert and --tls-key."))
        }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(tlsCert)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: tlsKey, format: .pem)))
            configuration.minimumTLSVersion = .tlsv12
            configuration.applicationProtocols = ["http/1.1"]
            _ = try NIOSSLContext(configuration: configuration)
            return configuration
        } catch {
            throw Problem(
                sentence: LocalizedText(
                    vi:
                        "Không dùng được chứng thư \(tlsCert) với khóa \(tlsKey): cần hai tệp PEM đọc được và khớp nhau.",
                    en:
                        "The certificate \(tlsCert) and the key \(tlsKey) cannot be used: they have to be readable PEM files "
                        + "that fit together."))
        }
    }
}
