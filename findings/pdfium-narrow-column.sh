#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium): a page number makes every letter of a narrow column a line of its own.
#
# PDFium guesses from the places of the letters in which direction a page is written. One narrow column, set letter by
# letter as browsers print justified text, and a page number at the far edge are read as written from top to bottom.
# Without the number the same page is read as it should be, and pypdf reads it with the number. Words, sentences and
# quotations are gone, with no error. Seen on pages that a browser printed; here the page is made by hand.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/env"
"$place/env/bin/pip" install --quiet --disable-pip-version-check pypdfium2==5.15.2 pypdf==7.1.1
"$place/env/bin/python" - <<'PYTHON'
import io
import sys

import pypdf
import pypdfium2

LINES = ["The council closed", "the old bridge on", "Monday after its", "engineers had found"] * 12


def pdf(edge: str) -> bytes:
    column = "".join(
        f"BT /F1 10 Tf 50 {780 - 14 * row} Td {' '.join(f'({letter}) Tj 6 0 Td' for letter in line)} ET\n"
        for row, line in enumerate(LINES)
    )  # a letter at a time, as browsers print justified text
    shown = f"{column}BT /F1 10 Tf 530 780 Td ({edge}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown),
        b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % where for where in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(out))


def lines(content: bytes) -> list[str]:
    text = pypdfium2.PdfDocument(content)[0].get_textpage().get_text_range()
    return [line for line in text.splitlines() if line.strip()]


with_number, without = lines(pdf("1/2")), lines(pdf(""))
other = pypdf.PdfReader(io.BytesIO(pdf("1/2"))).pages[0].extract_text().splitlines()
print("pypdfium2", pypdfium2.PYPDFIUM_INFO)
print("without a page number:", without[:3])
print("with a page number at the edge:", with_number[:6])
print("pypdf, with the number:", other[:3])
letters = sum(len(line.strip()) == 1 for line in with_number)
seen = letters > len(with_number) / 2 and without[0] == LINES[0] and other[0] == LINES[0]
sys.exit(0 if seen else "the behaviour is no longer what was seen")
PYTHON
