import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TrackerDomain

/// The reverse proxies whose word is taken for where a request comes from: `X-Forwarded-For` and `X-Forwarded-Proto`
/// of anybody else are ignored.
struct TrustedProxies: Hashable, Sendable {
    private let networks: [Network]

    /// "10.0.0.0/8", "::1": an address, or the first bits of one.
    private struct Network: Hashable, Sendable {
        let bytes: [UInt8]
        let bits: Int

        init?(_ text: String) {
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let bytes = TrustedProxies.bytes(of: parts[0]) else { return nil }
            let whole = bytes.count * 8
            guard let bits = parts.count == 1 ? whole : Int(parts[1]), (0...whole).contains(bits) else { return nil }
            self.bytes = bytes
            self.bits = bits
        }

        func contains(_ address: [UInt8]) -> Bool {
            address.count == bytes.count
                && (0..<bits).allSatisfy { (address[$0 / 8] ^ bytes[$0 / 8]) & (0x80 >> UInt8($0 % 8)) == 0 }
        }
    }

    static let none = TrustedProxies(networks: [])

    private init(networks: [Network]) {
        self.networks = networks
    }

    /// Reads addresses and networks, parted by commas; `nil` where one of them is neither.
    init?(_ text: String) {
        var networks: [Network] = []
        for part in text.split(separator: ",") {
            guard let network = Network(part.filter { !$0.isWhitespace }) else { return nil }
            networks.append(network)
        }
        self.networks = networks
    }

    /// Who sent a request, and whether it was encrypted on its way.
    struct Client: Hashable, Sendable {
        let address: String
        let isEncrypted: Bool
    }

    /// The client of a request that came from `peer`: the last address in `X-Forwarded-For` that is no trusted proxy, for what
    /// stands before it was written by whoever liked to.
    func client(of headers: HTTPFields, from peer: String?, isEncrypted: Bool) -> Client {
        guard let peer, contains(peer) else { return Client(address: peer ?? "-", isEncrypted: isEncrypted) }
        let hops = headers[values: .xForwardedFor].joined(separator: ",").split(separator: ",").reversed()
        var address = peer
        for hop in hops {
            let hop = hop.filter { !$0.isWhitespace }
            guard Self.bytes(of: hop) != nil else { break }
            address = hop
            if !contains(hop) { break }
        }
        return Client(
            address: address, isEncrypted: headers[values: .xForwardedProto].last?.lowercased() == "https")
    }

    private func contains(_ address: String) -> Bool {
        guard let bytes = Self.bytes(of: address) else { return false }
        return networks.contains { $0.contains(bytes) }
    }

    /// The 4 or 16 bytes of an address; an IPv4 address in IPv6's clothes is an IPv4 address.
    private static func bytes(of address: String) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, address, &bytes) == 1 { return Array(bytes.prefix(4)) }
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return nil }
        let mapped = bytes.prefix(12) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        return mapped ? Array(bytes.suffix(4)) : bytes
    }
}

extension HTTPField.Name {
    static let xForwardedFor = HTTPField.Name("X-Forwarded-For") ?? .via
    static let xForwardedProto = HTTPField.Name("X-Forwarded-Proto") ?? .via
}
