extension QRCode {
    /// For an SVG in a page: dark modules as one path, with the quiet zone of four modules around it.
    var values: Page.Values {
        var path = ""
        for (y, row) in modules.enumerated() {
            var x = 0
            while x < size {
                guard row[x] else {
                    x += 1
                    continue
                }
                let run = row[x...].prefix { $0 }.count
                path += "M\(x + 4) \(y + 4)h\(run)v1h-\(run)z"
                x += run
            }
        }
        return ["size": size + 8, "path": path]
    }
}
