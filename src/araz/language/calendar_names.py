"""The names of months and days, and the order in which a date is written: house style that an editor may change.

Order within a row: January first, Farvardin first, Monday first.
"""

from typing import Final

GREGORIAN_MONTHS: Final = {
    "az": "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr".split(),
    "azb": "ژانویه فوریه مارس آوریل مئی ژوئن جولای آقوست سپتامبر اوکتوبر نوامبر دسامبر".split(),
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split(),
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split(),
    "en": "January February March April May June July August September October November December".split(),
}

SOLAR_HIJRI_MONTHS: Final = {
    "az": "fərvərdin ordibeheşt xordad tir mordad şəhrivar mehr aban azər dey bəhmən isfənd".split(),
    "azb": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(),
    "fa": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(),
    "tr": "Ferverdin Ordibeheşt Hordad Tir Mordad Şehriver Mehr Aban Azer Dey Behmen Esfend".split(),
    "en": "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand".split(),
}

WEEKDAYS: Final = {
    "az": ["bazar ertəsi", "çərşənbə axşamı", "çərşənbə", "cümə axşamı", "cümə", "şənbə", "bazar"],
    "azb": "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه".split(),
    "fa": "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه".split(),
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}

WITH_WEEKDAY: Final = {
    "az": "{date}, {weekday}",
    "azb": "{weekday} {date}",
    "fa": "{weekday} {date}",
    "tr": "{date} {weekday}",
    "en": "{weekday} {date}",
}

MONTH_AND_MONTH: Final = {  # a Gregorian month that lies in two Solar Hijri months
    "az": "{first} – {second}",
    "azb": "{first} – {second}",
    "fa": "{first} – {second}",
    "tr": "{first} – {second}",
    "en": "{first} – {second}",
}
