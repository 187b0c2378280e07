/// A file that pages refer to: the stylesheet, the script, the icon.
struct BoardAsset: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]

    static let all = [
        BoardAsset(name: "board.css", type: "text/css; charset=utf-8", bytes: PackageResources.board_css),
        BoardAsset(name: "board.js", type: "text/javascript; charset=utf-8", bytes: PackageResources.board_js),
        BoardAsset(name: "board.svg", type: "image/svg+xml", bytes: PackageResources.board_svg),
    ]
}
