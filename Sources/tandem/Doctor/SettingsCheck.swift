import Foundation

/// Settings that fit, and may still not be what somebody wants.
struct SettingsCheck {
    let settings: Settings

    var findings: [Finding] {
        var findings: [Finding] = [.fine("settings", "All fit.")]
        if !settings.isLocal, !settings.isSecure {
            findings.append(
                .warning(
                    "TLS",
                    "People sign in without TLS, so anybody on the way can read along. Set TANDEM_TLS_CERTIFICATE and "
                        + "TANDEM_TLS_KEY, or put a proxy in front and set TANDEM_PUBLIC_ADDRESS to its https:// address."
                )
            )
        }
        if settings.isSecure, settings.tls == nil, !settings.trustsProxy {
            findings.append(
                .warning(
                    "proxy",
                    "A proxy ends TLS, but TANDEM_TRUST_PROXY is not yes: all callers count as one when tries to sign in "
                        + "are counted."
                )
            )
        }
        if settings.publicAddress == nil, !settings.isLocal {
            findings.append(
                .warning(
                    "address",
                    "Links in mail begin with \(settings.address(port: settings.port)); set TANDEM_PUBLIC_ADDRESS."
                )
            )
        }
        return findings + [certificate].compactMap(\.self)
    }

    private var certificate: Finding? {
        guard let files = settings.tls else { return nil }
        do {
            _ = try Server.tls(files)
            return .fine("TLS", "The certificate and its key can be read.")
        } catch {
            return .failure("TLS", "\(error)")
        }
    }
}
