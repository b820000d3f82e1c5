// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "tandem",
    products: [.executable(name: "tandem", targets: ["tandem"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Clinical knowledge: types, reading, checks. Knows nothing of the rest.
        .target(name: "TandemCatalog", dependencies: [.product(name: "Yams", package: "Yams")]),
        // Words -> recommendation: read, match, weigh, explain.
        .target(name: "TandemGuide", dependencies: ["TandemCatalog"]),
        // People, practices, consents, and who may see what: values and rules.
        .target(name: "TandemCare", dependencies: ["TandemCatalog"]),
        // Separators of a CSV file, sixty-four bytes at a time.
        .target(name: "CTandemScan"),
        // Providers: the national provider file, places, who is nearest.
        .target(name: "TandemDirectory", dependencies: ["CTandemScan", "TandemCatalog"]),
        // One small SQL interface over SQLite and PostgreSQL.
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .target(
            name: "TandemDatabase",
            dependencies: [
                "CPostgres",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        // Care's values <-> tables; history, audit, outbox.
        .target(
            name: "TandemStore",
            dependencies: [
                "TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        // Catalog, templates and styles inside the binary.
        .target(name: "CTandemAssets"),
        .target(name: "TandemAssets", dependencies: ["CTandemAssets"]),
        // zlib.
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        // Pages and forms.
        .target(
            name: "TandemWeb",
            dependencies: [
                "CZlib", "TandemCare", "TandemCatalog", "TandemDirectory", "TandemGuide", "TandemStore",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        // glibc's malloc_trim, which Glibc's module leaves out.
        .systemLibrary(name: "CMalloc"),
        // The command; composition root.
        .executableTarget(
            name: "tandem",
            dependencies: [
                "CMalloc",
                "CZlib", "TandemAssets", "TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory",
                "TandemGuide",
                "TandemStore", "TandemWeb",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        // Times the engine for `make bench`.
        .executableTarget(name: "tandem-bench", dependencies: ["TandemAssets", "TandemCatalog", "TandemGuide"]),
        // Measures the store for `make bench`.
        .executableTarget(
            name: "tandem-bench-store",
            dependencies: [
                "TandemAssets", "TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory", "TandemStore",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        // Databases that tests open: SQLite in memory, PostgreSQL where TANDEM_TEST_POSTGRES names one.
        .target(
            name: "TandemTestSupport",
            dependencies: [
                "TandemAssets", "TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory", "TandemStore",
            ],
            path: "Tests/TandemTestSupport"
        ),
        .testTarget(name: "TandemCareTests", dependencies: ["TandemCare", "TandemCatalog"]),
        .testTarget(
            name: "TandemDirectoryTests",
            dependencies: ["TandemAssets", "TandemCatalog", "TandemDirectory"]
        ),
        .testTarget(name: "TandemDatabaseTests", dependencies: ["TandemDatabase", "TandemTestSupport"]),
        .testTarget(
            name: "TandemStoreTests",
            dependencies: [
                "TandemAssets", "TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory", "TandemStore",
                "TandemTestSupport",
            ]
        ),
        .testTarget(name: "TandemCatalogTests", dependencies: ["TandemAssets", "TandemCatalog"]),
        .testTarget(name: "TandemGuideTests", dependencies: ["TandemAssets", "TandemCatalog", "TandemGuide"]),
        .testTarget(
            name: "TandemWebTests",
            dependencies: [
                "TandemAssets", "TandemCare", "TandemCatalog", "TandemDatabase", "TandemDirectory", "TandemGuide",
                "TandemStore",
                "TandemTestSupport",
                "TandemWeb",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            exclude: ["Access/access.txt"]
        ),
    ],
    cLanguageStandard: .c2x
)

for target in package.targets where target.type != .system && !target.name.hasPrefix("C") {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .treatAllWarnings(as: .error),
    ]
}
