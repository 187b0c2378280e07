import Crypto
import TrackerDomain

/// A file that pages refer to: the stylesheet, the script, the icon.
struct BoardAsset: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]
    /// A hash of its contents, which pages name with it: browsers keep it for good and still get every new one.
    let version: String

    private init(name: String, type: String, bytes: [UInt8]) {
        self.name = name
        self.type = type
        self.bytes = bytes
        version = String(SHA256.hash(data: bytes).hexadecimal.prefix(16))
    }

    static let all = [
        BoardAsset(name: "board.css", type: "text/css; charset=utf-8", bytes: PackageResources.board_css),
        BoardAsset(name: "board.js", type: "text/javascript; charset=utf-8", bytes: PackageResources.board_js),
        BoardAsset(name: "board.svg", type: "image/svg+xml", bytes: PackageResources.board_svg),
    ]

    /// "/assets/board.css?v=0b4c…".
    var address: String { "/assets/\(name)?v=\(version)" }
}
