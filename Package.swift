// swift-tools-version: 6.1
import PackageDescription

/// Data flows one way: appendix-data → TrackerImport → TrackerDomain values → TrackerStorage → TrackerService → cli | server.
let package = Package(
    name: "phuluc",
    products: [
        .executable(name: "phuluc", targets: ["phuluc"]),
        .executable(name: "phuluc-server", targets: ["phuluc-server"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.12.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.36.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.0.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .target(
            name: "AppendixData",
            path: "appendix-data",
            exclude: ["plans", "README.md"],
            resources: [
                .embedInCode("agencies"), .embedInCode("successions"), .embedInCode("calendars"),
                .embedInCode("policies"), .embedInCode("regimes"),
            ]
        ),
        .target(name: "TrackerDomain"),
        .target(name: "TrackerImport", dependencies: ["TrackerDomain"]),
        .target(
            name: "TrackerDelivery",
            dependencies: ["TrackerDomain", .product(name: "Crypto", package: "swift-crypto")]
        ),
        .target(
            name: "TrackerStorage",
            dependencies: [
                "TrackerDomain", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "TrackerService",
            dependencies: [
                "TrackerDomain", "TrackerImport", "TrackerStorage", "TrackerDelivery", "AppendixData",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "Logging", package: "swift-log"),
            ]
        ),
        .target(
            name: "TrackerPayloads",
            dependencies: ["TrackerService", "TrackerImport", "TrackerDelivery", "TrackerDomain"]),
        .target(
            name: "TrackerOutput",
            dependencies: ["TrackerPayloads", "TrackerService", "TrackerImport", "TrackerDomain"]),
        .executableTarget(
            name: "phuluc",
            dependencies: [
                "TrackerOutput", "TrackerPayloads", "TrackerService", "TrackerImport", "TrackerDelivery",
                "TrackerDomain",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "cli"
        ),
        .executableTarget(
            name: "phuluc-server",
            dependencies: [
                "TrackerOutput", "TrackerPayloads", "TrackerService", "TrackerImport", "TrackerDomain",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "server",
            resources: [.embedInCode("API/schemas.json"), .embedInCode("Web/Templates"), .embedInCode("Web/Assets")]
        ),
        .executableTarget(
            name: "bench-commits",
            dependencies: [
                "TrackerService", "TrackerDomain", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Benchmarks/commits"
        ),
        .executableTarget(
            name: "bench-reminders",
            dependencies: [
                "TrackerService", "TrackerDelivery", "TrackerDomain", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Benchmarks/reminders"
        ),
        .target(name: "TestSupport", path: "Tests/TestSupport", exclude: ["does-as-told"]),
        .testTarget(
            name: "TrackerDomainTests", dependencies: ["TrackerDomain", "AppendixData", "TestSupport"],
            exclude: ["Deadlines/deadlines.tsv", "Deadlines/expressions.tsv"]
        ),
        .testTarget(
            name: "TrackerImportTests",
            dependencies: ["TrackerImport", "TrackerDomain", "AppendixData", "TestSupport"],
            exclude: ["Fixtures"]
        ),
        .testTarget(name: "TrackerDeliveryTests", dependencies: ["TrackerDelivery", "TrackerDomain", "TestSupport"]),
        .testTarget(
            name: "TrackerStorageTests",
            dependencies: [
                "TrackerStorage", "TrackerDomain", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ]
        ),
        .testTarget(
            name: "TrackerServiceTests",
            dependencies: [
                "TrackerService", "TrackerStorage", "TrackerImport", "TrackerDelivery", "TrackerDomain", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            exclude: ["Snapshots"]
        ),
        .testTarget(
            name: "CLITests", dependencies: ["phuluc", "TrackerOutput", "TrackerDomain", "TestSupport"],
            exclude: ["Snapshots"]),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "phuluc-server", "TrackerService", "TrackerImport", "TrackerDelivery", "TrackerDomain", "TestSupport",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            exclude: ["Web/Snapshots"]
        ),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("ExistentialAny"),
        ]
}
