import NIOCore
import TrackerDomain

extension Settings {
    /// Fails where nothing can listen on the host: it is neither an address nor a name that stands for one.
    func requireHost() throws(Problem) {
        guard (try? SocketAddress.makeAddressResolvingHost(host, port: port)) == nil else { return }
        throw Problem(
            sentence: LocalizedText(
                vi: "--host “\(host)” không phải địa chỉ, cũng không phải tên máy tìm được địa chỉ.",
                en: "--host “\(host)” is neither an address nor a name that has one."))
    }
}
