# No typed space between 日 and the hour: the browser spaces Han and digits itself.
DATE_FORMAT = "Y年n月j日"
DATETIME_FORMAT = "Y年n月j日H:i"
SHORT_DATE_FORMAT = "Y年n月j日"
SHORT_DATETIME_FORMAT = "n月j日H:i"
TIME_FORMAT = "H:i"
