import CTandemAssets

/// The files of `Catalog/` and `Pages/`, built into the program so that one binary is all there is to install.
package enum Assets {
    /// Path from the root of the project (`Catalog/skills/hands.yaml`) and bytes, in order of paths.
    package static var files: [(path: String, bytes: UnsafeBufferPointer<UInt8>)] {
        var count = 0
        guard let list = tandem_assets(&count) else { return [] }
        return (0..<count).map { index in
            let asset = list[index]
            return (String(cString: asset.path), UnsafeBufferPointer(start: asset.bytes, count: asset.length))
        }
    }

    /// Files below a folder, paths shortened by it.
    package static func texts(in folder: String) -> [(path: String, text: String)] {
        files.compactMap { file in
            guard file.path.hasPrefix(folder + "/") else { return nil }
            return (String(file.path.dropFirst(folder.count + 1)), String(decoding: file.bytes, as: UTF8.self))
        }
    }
}
