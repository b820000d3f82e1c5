#!/usr/bin/env python3
"""Writes a made-up national provider file in the layout of NPPES: all 330 columns of the second version (or the 329 of the
first), every field in quotes, with about the shares of taxonomies and states that the real one has. Nobody in it exists.

    .venv/bin/python Benchmarks/nppes.py 9000000 npidata_pfile_20050523-20260308.csv
    .venv/bin/python Benchmarks/nppes.py 5000 small.csv --version 1 --broken 3

Of the real file it takes: 330 columns, about 1 KB a row, 9 million rows, one in 27 deactivated and empty but for its number and
date (https://npiprofile.com and public loaders; see docs/directory.md), four in five persons.
"""
import argparse
import multiprocessing
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROCESSES = 2
BLOCK = 50_000
# Codes with their share of 10,000 providers. PT and OT as the real file has them to about a tenth; the rest stands for the
# many others.
CODES = {
    "225100000X": 345, "2251P0200X": 11, "2251X0800X": 40, "2251S0007X": 9, "2251N0400X": 5, "261QP2000X": 28,
    "225X00000X": 175, "225XP0200X": 22, "225XH1200X": 12, "225XF0002X": 2, "225XN1300X": 3, "252Y00000X": 4, "261QR0400X": 18,
    "225200000X": 110, "224Z00000X": 70, "235Z00000X": 270, "207Q00000X": 900, "207R00000X": 900, "363LF0000X": 1200,
    "1041C0700X": 1100, "101YM0800X": 900, "106S00000X": 1000, "183500000X": 700, "122300000X": 576, "390200000X": 600, "208000000X": 500,
    "332B00000X": 500,
}
LETTERS = ["MARIA", "JAMES", "ELENA", "DAVID", "AISHA", "JOHN", "MEI", "ROBERT", "SOFIA", "DANIEL", "RUTH", "OMAR", "GRACE", "LUIS", "HANNAH", "PETER"]
FAMILIES = ["SMITH", "GARCIA", "NGUYEN", "JOHNSON", "PATEL", "BROWN", "OKAFOR", "MILLER", "ROSSI", "O'NEIL", "SCHMIDT", "LEE", "DE LA CRUZ", "HALL", "YAZZIE", "COHEN"]
STREETS = ["MAIN ST", "OAK AVE", "WASHINGTON BLVD", "2ND ST", "HOSPITAL DR", "ELM ST", "COUNTY ROAD 12", "PARK PL"]


def header(version):
    address = lambda kind: [
        f"Provider First Line Business {kind} Address", f"Provider Second Line Business {kind} Address",
        *[f"Provider Business {kind} Address {part}" for part in
          ("City Name", "State Name", "Postal Code", "Country Code (If outside U.S.)", "Telephone Number", "Fax Number")],
    ]
    other = ["Organization Name", "Organization Name Type Code", "Last Name", "First Name", "Middle Name", "Name Prefix Text", "Name Suffix Text", "Credential Text", "Last Name Type Code"]
    names = ["NPI", "Entity Type Code", "Replacement NPI", "Employer Identification Number (EIN)",
             "Provider Organization Name (Legal Business Name)", "Provider Last Name (Legal Name)", "Provider First Name",
             "Provider Middle Name", "Provider Name Prefix Text", "Provider Name Suffix Text", "Provider Credential Text"]
    names += [f"Provider Other {part}" for part in other]
    names += address("Mailing") + address("Practice Location")
    names += ["Provider Enumeration Date", "Last Update Date", "NPI Deactivation Reason Code", "NPI Deactivation Date",
              "NPI Reactivation Date", "Provider Gender Code" if version == 1 else "Provider Sex Code"]
    names += [f"Authorized Official {part}" for part in ("Last Name", "First Name", "Middle Name", "Title or Position", "Telephone Number")]
    for slot in range(1, 16):
        names += [f"Healthcare Provider Taxonomy Code_{slot}", f"Provider License Number_{slot}",
                  f"Provider License Number State Code_{slot}", f"Healthcare Provider Primary Taxonomy Switch_{slot}"]
    for slot in range(1, 51):
        names += [f"Other Provider Identifier{part}_{slot}" for part in ("", " Type Code", " State", " Issuer")]
    names += ["Is Sole Proprietor", "Is Organization Subpart", "Parent Organization LBN", "Parent Organization TIN"]
    names += [f"Authorized Official {part}" for part in ("Name Prefix Text", "Name Suffix Text", "Credential Text")]
    names += [f"Healthcare Provider Taxonomy Group_{slot}" for slot in range(1, 16)]
    return names + ([] if version == 1 else ["Certification Date"])


def npi(serial):
    """The serial number's nine digits, and the check digit."""
    digits = [int(digit) for digit in f"{serial:09d}"]
    total = 24 + sum((2 * d - 9 if d > 4 else 2 * d) if place % 2 == 0 else d for place, d in enumerate(digits))
    return f"{serial:09d}{-total % 10}"


class Block:
    """Makes rows of one stretch of numbers; the same seed makes the same rows."""

    def __init__(self, version):
        self.version = version
        lines = (ROOT / "Places/us_zip_centroids.csv").read_text().splitlines()[1:]
        self.places = [line.split(",") for line in lines if line.count(",") == 4]
        self.codes = [code for code, share in CODES.items() for _ in range(share)]

    def rows(self, first, count, broken):
        chance = random.Random(first)
        pick = chance.random
        # Most of a row is empty in the real file too.
        columns = 330 if self.version == 2 else 329
        before_date, after_date = '"",' * 38, '"",' * (columns - 41)
        other_names, other_codes, other_numbers = '"",' * 9, '"",' * 52, '"",' * 200
        end = '"N","","","","","","",' + '"",' * 14 + ('"","01/02/2024"\n' if self.version == 2 else '""\n')
        made = []
        for serial in range(first, first + count):
            number = npi(100_000_000 + serial)
            place = self.places[int(pick() * len(self.places))]
            code = self.codes[int(pick() * len(self.codes))]
            kind = pick()
            if kind < 0.037:
                made.append(f'"{number}",{before_date}"05/10/2019",{after_date}""\n')
                continue
            first_name, family = LETTERS[int(pick() * 16)], FAMILIES[int(pick() * 16)]
            street = f"{int(pick() * 9000) + 1} {STREETS[int(pick() * 8)]}"
            phone = f"{int(pick() * 8_000_000_000) + 2_000_000_000}"
            day = f"{int(pick() * 12) + 1:02d}/{int(pick() * 28) + 1:02d}/{int(pick() * 20) + 2006}"
            where = f'"{street}","","{place[3].upper()}","{place[4]}","{place[0]}{int(pick() * 10_000):04d}","US","{phone}","{phone}",'
            if kind < 0.8:
                head = f'"{number}","1","","","","{family}","{first_name}","M","MS.","","OTR/L",{other_names}'
                official = '"F","","","","","",'
            else:
                head = f'"{number}","2","","<UNAVAIL>","{family} & {first_name} THERAPY, ""KIDS"" LLC","","","","","","",{other_names}'
                official = f'"","{family}","{first_name}","","OWNER","{phone}",'
            second = f'"{self.codes[int(pick() * len(self.codes))]}","","","N",' if pick() < 0.15 else '"","","","",'
            made.append(f'{head}{where}{where}"{day}","{day}","","","",{official}"{code}","{number[4:]}","{place[4]}","Y",{second}'
                        f'{other_codes}{other_numbers}{end}')
        for _ in range(broken):
            at = int(pick() * len(made))
            made[at] = [
                made[at].replace('","', '","AN "ODD" QUOTE', 1), made[at][:400] + "\n", made[at].replace('"', "", 1), '"12345678"' + made[at][12:],
            ][int(pick() * 4)]
        return "".join(made)


def text(arguments):
    version, first, count, broken = arguments
    return Block(version).rows(first, count, broken).encode()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int)
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--version", type=int, choices=(1, 2), default=2)
    parser.add_argument("--broken", type=int, default=0, help="broken rows in every block of 50,000")
    given = parser.parse_args()
    with open(given.file, "wb") as out, multiprocessing.Pool(PROCESSES) as pool:
        out.write((",".join(f'"{name}"' for name in header(given.version)) + "\n").encode())
        blocks = [(given.version, first, min(BLOCK, given.rows - first), given.broken) for first in range(0, given.rows, BLOCK)]
        for block in pool.imap(text, blocks, chunksize=1):
            out.write(block)


if __name__ == "__main__":
    main()
