import TandemCatalog
import TandemDatabase
import TandemDirectory
import TandemStore

/// The same question asked of what the engines bring along: SQLite's R*Tree, PostGIS with an index for the k nearest.
struct GeoTable {
    enum Kind: String {
        case rtree
        /// One index over all providers.
        case postgis
        /// An index over the pediatric OTs alone, as one would make it for this one question.
        case postgis_partial

        static func allCases(_ engine: Engine) -> [Kind] {
            engine == .sqlite ? [.rtree] : [.postgis, .postgis_partial]
        }
    }

    private static let columns =
        "p.npi AS npi, name, credential, street, city, state, p.zip AS zip, phone, fax, taxonomies, updated"
    private static let miles = 25.0

    private let database: any Database

    init(_ database: any Database) { self.database = database }

    func fill(_ kind: Kind, _ places: Places) async throws {
        try await database.write { connection in
            switch kind {
            case .rtree:
                try connection.script(
                    "CREATE VIRTUAL TABLE bench_rtree USING rtree(id, west, east, south, north, +npi, +kinds)"
                )
                try Self.positions(connection, places)
                try connection.execute(
                    """
                    INSERT INTO bench_rtree SELECT p.rowid, longitude, longitude, latitude, latitude, npi, kinds
                    FROM provider AS p JOIN bench_place AS b ON b.zip = p.zip
                    """
                )
            case .postgis:
                try connection.script("CREATE EXTENSION IF NOT EXISTS postgis")
                try Self.positions(connection, places)
                try connection.script(
                    """
                    CREATE TABLE bench_point AS SELECT npi, kinds,
                        ST_SetSRID(ST_MakePoint(longitude, latitude), 4326)::geography AS at
                    FROM provider AS p JOIN bench_place AS b ON b.zip = p.zip;
                    CREATE INDEX bench_point_at ON bench_point USING gist (at);
                    ANALYZE bench_point
                    """
                )
            case .postgis_partial:
                try connection.script(
                    """
                    DROP INDEX bench_point_at;
                    CREATE INDEX bench_point_pediatric ON bench_point USING gist (at) WHERE kinds & 16 <> 0;
                    ANALYZE bench_point
                    """
                )
            }
        }
    }

    private static func positions(_ connection: any Connection, _ places: Places) throws {
        try connection.script(
            "CREATE TABLE bench_place (zip TEXT PRIMARY KEY, latitude DOUBLE PRECISION, longitude DOUBLE PRECISION)"
        )
        for place in places {
            let (latitude, longitude) = place.position.degrees
            try connection.send(
                "INSERT INTO bench_place VALUES ($1, $2, $3)",
                [.text(place.zip), .real(latitude), .real(longitude)]
            )
        }
    }

    func nearest(_ place: ZIPPlace, _ kind: Kind) async throws -> [UInt32] {
        let (latitude, longitude) = place.position.degrees
        return try await database.read { connection in
            let rows =
                switch kind {
                case .rtree: try Self.box(connection, latitude, longitude)
                case .postgis, .postgis_partial:
                    try connection.rows(
                        """
                        SELECT \(Self.columns) FROM (
                            SELECT npi, at <-> ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography AS far FROM bench_point
                            WHERE kinds & 16 <> 0 AND ST_DWithin(at, ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography, $3)
                            ORDER BY at <-> ST_SetSRID(ST_MakePoint($1, $2), 4326)::geography LIMIT 10
                        ) AS near JOIN provider AS p ON p.npi = near.npi ORDER BY far
                        """,
                        [.real(longitude), .real(latitude), .real(Self.miles * 1609.344)]
                    )
                }
            return try rows.map { UInt32(truncatingIfNeeded: try $0.integer("npi")) }
        }
    }

    /// Whoever is in the box round the circle, measured on the sphere.
    private static func box(_ connection: any Connection, _ latitude: Double, _ longitude: Double) throws -> [Row] {
        let height = miles / 69.09
        let width = height / max(0.05, Position.cosine(latitude))
        return try connection.rows(
            """
            SELECT \(columns) FROM (
                SELECT npi, 2 * asin(sqrt(pow(sin(radians(south - $1) / 2), 2)
                    + cos(radians(south)) * cos(radians($1)) * pow(sin(radians(west - $2) / 2), 2))) AS far
                FROM bench_rtree
                WHERE west >= $2 - $4 AND east <= $2 + $4 AND south >= $1 - $3 AND north <= $1 + $3
                    AND kinds & 16 <> 0 AND far <= $5
                ORDER BY far LIMIT 10
            ) AS near JOIN provider AS p ON p.npi = near.npi ORDER BY far
            """,
            [.real(latitude), .real(longitude), .real(height), .real(width), .real(miles / Position.earthMiles)]
        )
    }
}
