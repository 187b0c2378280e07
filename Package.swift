// swift-tools-version: 6.1
import PackageDescription

/// Data flows one way: appendix-data → TrackerImport → TrackerDomain values → TrackerStorage → TrackerService → cli | server.
let package = Package(
    name: "phuluc",
    targets: [
        .target(
            name: "AppendixData",
            path: "appendix-data",
            exclude: ["plans", "README.md"],
            resources: [.embedInCode("agencies"), .embedInCode("calendars")]
        ),
        .target(name: "TrackerDomain"),
        .target(name: "TrackerImport", dependencies: ["TrackerDomain"]),
        .testTarget(name: "TrackerDomainTests", dependencies: ["TrackerDomain", "AppendixData"]),
        .testTarget(
            name: "TrackerImportTests", dependencies: ["TrackerImport", "TrackerDomain", "AppendixData"],
            exclude: ["Fixtures"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = (target.swiftSettings ?? []) + [
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("ExistentialAny"),
    ]
}
