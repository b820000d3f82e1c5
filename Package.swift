// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "tandem",
    products: [.executable(name: "tandem", targets: ["tandem"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Clinical knowledge: types, reading, checks. Knows nothing of the rest.
        .target(name: "TandemCatalog", dependencies: [.product(name: "Yams", package: "Yams")]),
        // Words -> recommendation: read, match, weigh, explain.
        .target(name: "TandemGuide", dependencies: ["TandemCatalog"]),
        // Catalog, templates and styles inside the binary.
        .target(name: "CTandemAssets"),
        .target(name: "TandemAssets", dependencies: ["CTandemAssets"]),
        // Pages and forms.
        .target(
            name: "TandemWeb",
            dependencies: [
                "TandemCatalog", "TandemGuide",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
            ]
        ),
        // The command; composition root.
        .executableTarget(
            name: "tandem",
            dependencies: [
                "TandemAssets", "TandemCatalog", "TandemGuide", "TandemWeb",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        // Times the engine for `make bench`.
        .executableTarget(name: "tandem-bench", dependencies: ["TandemAssets", "TandemCatalog", "TandemGuide"]),
        .testTarget(name: "TandemCatalogTests", dependencies: ["TandemAssets", "TandemCatalog"]),
        .testTarget(name: "TandemGuideTests", dependencies: ["TandemAssets", "TandemCatalog", "TandemGuide"]),
        .testTarget(
            name: "TandemWebTests",
            dependencies: [
                "TandemAssets", "TandemCatalog", "TandemGuide", "TandemWeb",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ]
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
