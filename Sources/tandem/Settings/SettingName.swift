/// Every setting there is. Each is an environment variable, or a line of the settings file; docs/settings.md is made from this.
enum SettingName: String, CaseIterable, Sendable {
    case settings = "TANDEM_SETTINGS"
    case database = "TANDEM_DATABASE"
    case host = "TANDEM_HOST"
    case port = "TANDEM_PORT"
    case publicAddress = "TANDEM_PUBLIC_ADDRESS"
    case certificate = "TANDEM_TLS_CERTIFICATE"
    case key = "TANDEM_TLS_KEY"
    case trustProxy = "TANDEM_TRUST_PROXY"
    case mail = "TANDEM_MAIL"
    case mailFrom = "TANDEM_MAIL_FROM"
    case timeZone = "TANDEM_TIMEZONE"
    case pdf = "TANDEM_PDF"
    case logLevel = "TANDEM_LOG_LEVEL"
    case metricsToken = "TANDEM_METRICS_TOKEN"
    case backupPassphrase = "TANDEM_BACKUP_PASSPHRASE"

    /// Names that begin so belong to the tests.
    static let testPrefix = "TANDEM_TEST_"

    /// What it sets, in one or two sentences.
    var meaning: String {
        switch self {
        case .settings:
            "A file with settings, one `NAME=value` a line; `#` begins a comment. The environment outranks it."
        case .database:
            "Where everything is kept: the path of a SQLite file, or `postgres://user:password@host/name`."
        case .host: "The address to listen on. `0.0.0.0` is every network of the machine."
        case .port: "The port to listen on."
        case .publicAddress:
            "Scheme, host and port as a browser sees them. Links in mail begin with it; `https` turns on Secure cookies "
                + "and HSTS."
        case .certificate: "A file with the certificate and its chain (PEM). With it the server speaks TLS itself."
        case .key: "The file with the certificate's private key (PEM)."
        case .trustProxy:
            "`yes` where a proxy stands in front that writes the caller's address into X-Forwarded-For; else `no`."
        case .mail:
            "How mail goes out: `smtp://user:password@host:587` (TLS by STARTTLS), `smtps://user:password@host:465`, "
                + "`sendmail:/usr/sbin/sendmail`, or `none`. Characters such as `@` in a password are written `%40`."
        case .mailFrom: "The sender of all mail. Needed where mail goes out."
        case .timeZone: "Where the practice is: decides which day it is. A name such as `America/Chicago`."
        case .pdf:
            "A program that makes PDF files of papers: the path of Chromium, Chrome or WeasyPrint. Without it papers are printed "
                + "from the browser."
        case .logLevel:
            "The least that is logged: `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`."
        case .metricsToken:
            "Whoever reads `/metrics` from another machine sends it: `Authorization: Bearer ...`. At least 16 characters."
        case .backupPassphrase:
            "The passphrase of `tandem backup` and `tandem restore`; without it they ask."
        }
    }

    /// What holds where it is not set.
    var fallback: String {
        switch self {
        case .settings, .certificate, .key, .mailFrom, .pdf, .metricsToken, .backupPassphrase: "not set"
        case .database: "`\(Settings.defaultDatabase)`"
        case .host: "`127.0.0.1`"
        case .port: "`8080`"
        case .publicAddress: "made of scheme, host and port"
        case .trustProxy: "`no`"
        case .mail: "`none`"
        case .timeZone: "that of the machine"
        case .logLevel: "`warning`"
        }
    }

    /// The known name that somebody may have meant.
    static func nearest(to name: String) -> SettingName? {
        let near = allCases.map { (name: $0, distance: distance($0.rawValue, name)) }.min { $0.distance < $1.distance }
        return near.flatMap { $0.distance <= 4 ? $0.name : nil }
    }

    /// Letters to insert, remove or replace to come from one word to the other (Levenshtein).
    private static func distance(_ left: String, _ right: String) -> Int {
        let letters = Array(right.utf8)
        var row = Array(0...letters.count)
        for (index, letter) in left.utf8.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in letters.indices {
                let replaced = diagonal + (letters[column] == letter ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, row[column] + 1, row[column + 1] + 1)
            }
        }
        return row[letters.count]
    }
}
