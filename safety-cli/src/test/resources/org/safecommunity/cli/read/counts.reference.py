"""Makes counts.xlsx with openpyxl: python3 counts.reference.py. Run with openpyxl 3.0.9 on 2026-11-25.

Sheet "Counts": strings, whole and decimal numbers, a formula without stored value, dates, a merged cell and an empty
row. Sheet "病例": Chinese headings. Sheet "hidden": not visible.
"""
import datetime

import openpyxl

book = openpyxl.Workbook()
counts = book.active
counts.title = "Counts"
counts.append(["year", "day", "injuries", "person_years", "note"])
counts.append([2023, datetime.date(2023, 6, 30), 12, 52720.5, "first"])
counts.append([2023, datetime.datetime(2023, 7, 1, 8, 30), 3, 0.1 + 0.2, "second, with comma"])
counts.append([])
counts.append([2024, datetime.date(2024, 2, 29), "three", 1000])
counts.append([2024, datetime.date(1900, 3, 1), 5, 1000, True])
counts.merge_cells("E5:E6")
sheet = book.create_sheet("病例")
sheet.append(["年份", "例数", "人年"])
sheet.append([2023, 8, 4000])
sheet.append([2024, 10, 4000])
hidden = book.create_sheet("hidden")
hidden.append(["a"])
hidden.sheet_state = "hidden"
book.save("counts.xlsx")
