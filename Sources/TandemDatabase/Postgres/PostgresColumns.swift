import CPostgres

/// The columns of all answers to one statement.
struct PostgresColumns {
    let names: [String]
    let kinds: [Kind]

    /// How a column's text is read.
    enum Kind {
        case integer, real, numeric, flag, text

        init(type: Oid) {
            switch type {
            case 20, 21, 23, 26: self = .integer  // int8, int2, int4, oid
            case 700, 701: self = .real  // float4, float8
            case 1700: self = .numeric  // sums of int8 among others
            case 16: self = .flag  // bool
            default: self = .text
            }
        }

        func value(_ utf8: UnsafeBufferPointer<UInt8>) -> SQLValue {
            let text = String(decoding: utf8, as: UTF8.self)
            return switch self {
            case .text: .text(text)
            case .integer: Int64(text).map { .integer($0) } ?? .text(text)
            case .real: Double(text).map { .real($0) } ?? .text(text)
            case .numeric: Int64(text).map { .integer($0) } ?? Double(text).map { .real($0) } ?? .text(text)
            case .flag: .flag(text == "t")
            }
        }
    }
}
