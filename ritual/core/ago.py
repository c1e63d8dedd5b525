"""How long ago a night was, as one says it."""

from datetime import date

WORDS = ("", "a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def ago(night: date, today: date) -> str:
    """`Eleven months ago`; in the greatest whole unit. A night still to come counts as today."""
    from dateutil.relativedelta import relativedelta

    days, passed = (today - night).days, relativedelta(today, night)
    if days <= 0:
        return "Today"
    if days == 1:
        return "Yesterday"
    units = ((passed.years, "year"), (passed.months, "month"), (days // 7, "week"), (days, "day"))
    number, unit = next(one for one in units if one[0] > 0)
    counted = WORDS[number] if number < len(WORDS) else str(number)
    return f"{counted} {unit}{'' if number == 1 else 's'} ago".capitalize()
