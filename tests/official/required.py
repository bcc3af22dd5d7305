"""What GB/T 9704-2012 asks for, in mm from the sheet's top left corner. Written from the standard, not from the style.

Where the standard is arithmetic (a date four characters from the right edge) so is this.
"""

from __future__ import annotations

SHEET = (210.0, 297.0)  # cl. 5.1
LEFT, TOP, RIGHT, BOTTOM = 28.0, 37.0, 184.0, 262.0  # cl. 5.2.1: the type area, 156 × 225
AXIS, SHEET_AXIS = 106.0, 105.0
CELL = 156 / 28  # cl. 5.2.3: 28 characters a line
CHARACTER = 16 * 25.4 / 72  # 3号
PITCH = (225 - CELL) / 21  # cl. 3.2, 5.2.3: 22 lines from glyph edge to glyph edge, the character being the cell

BODY_SIZE, TITLE_SIZE, SMALL_SIZE = 16.0, 22.0, 14.0  # 3号, 2号, 4号
SMALL = 14 * 25.4 / 72

COPY_LINE, CLASSIFICATION_LINE, URGENCY_LINE = (TOP + line * PITCH for line in range(3))  # cl. 7.2.1 to 7.2.3
MARK = {"gbt9704": 72.0, "gbt33476": 72.0, "gbt9704-minutes": 72.0, "gbt9704-order": 57.0, "gbt9704-letter": 30.0}
"""cl. 7.2.4, 10.3, 10.2, 10.1: the top edge of the issuers' mark, by style."""

ONE_BLANK = (10.4, 15.3)  # one blank line: edge to edge (GB/T 33476.2), or an empty line of the grid
TWO_BLANK = (20.8, 25.8)
EDGE_ONE, EDGE_TWO = 10.39, 20.78  # GB/T 33476.2: edge to edge
RULE_DISTANCE = 4.0  # cl. 7.2.7, 10.1
TITLE_PITCH = (33.0, 37.0)  # pt; cl. 3.2 gives 36, practice 33 to 37

SEALED_RIGHT = RIGHT - 4 * CELL  # cl. 7.3.5.1, 7.3.5.3: 右空四字
UNSEALED_RIGHT = RIGHT - 2 * CELL  # cl. 7.3.5.2: 右空二字
INDENT = LEFT + 2 * CELL

THICK, THIN = 0.35, 0.25  # cl. 7.4.1
IMPRINT_LEFT, IMPRINT_RIGHT = LEFT + SMALL, RIGHT - SMALL  # cl. 7.4.2, 7.4.3: 左右各空一字
NUMBER_DASH = 269.0  # cl. 7.5: 7 mm below the type area
NUMBER_RIGHT, NUMBER_LEFT = RIGHT - SMALL, LEFT + SMALL  # odd pages, even pages

LETTER_GAP = (4.84, 4.94)  # cl. 10.1: 7/8 of the height of a 3号 character
LETTER_LEFT, LETTER_RIGHT, LETTER_FOOT = 20.0, 190.0, 277.0  # cl. 10.1: 170 mm, 20 mm above the sheet's bottom
FITTED = (0.93, 1.07)  # cl. 7.3.5.5 names no limit: as much as nobody sees
