#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// A point of the earth as a unit vector, so that the date line and the poles are nothing special.
package struct Position: Sendable, Hashable {
    package let x: Double
    package let y: Double
    package let z: Double

    /// Mean radius of the earth (IUGG).
    package static let earthMiles = 3958.7613

    /// - Precondition: of length 1.
    init(x: Double, y: Double, z: Double) { (self.x, self.y, self.z) = (x, y, z) }

    /// - Parameters: degrees (WGS 84).
    package init(latitude: Double, longitude: Double) {
        let (phi, lambda) = (latitude * .pi / 180, longitude * .pi / 180)
        x = cos(phi) * cos(lambda)
        y = cos(phi) * sin(lambda)
        z = sin(phi)
    }

    /// Degrees (WGS 84).
    package var degrees: (latitude: Double, longitude: Double) {
        (asin(max(-1, min(1, z))) * 180 / .pi, atan2(y, x) * 180 / .pi)
    }

    /// The cosine of a latitude in degrees: how much shorter a degree of longitude is there than at the equator.
    package static func cosine(_ latitude: Double) -> Double { cos(latitude * .pi / 180) }

    /// Miles along the great circle.
    package func miles(to other: Position) -> Double { Self.miles(chordSquared: chordSquared(to: other)) }

    /// The square of the straight line through the earth, in units of its radius: grows with the distance.
    package func chordSquared(to other: Position) -> Double {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        return dx * dx + dy * dy + dz * dz
    }

    package static func miles(chordSquared: Double) -> Double {
        2 * earthMiles * asin(min(1, chordSquared.squareRoot() / 2))
    }

    package static func chordSquared(miles: Double) -> Double {
        let chord = 2 * sin(min(.pi / 2, miles / (2 * earthMiles)))
        return chord * chord
    }
}
