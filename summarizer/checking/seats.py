"""The seats that stand for governments in news: "Seoul", "Moscow", "the Kremlin"."""

SEATS: dict[str, str] = {
    seat: country
    for country, seats in {
        "south korea": "seoul",
        "north korea": "pyongyang",
        "russia": "moscow kremlin",
        "ukraine": "kyiv kiev",
        "china": "beijing",
        "japan": "tokyo",
        "britain": "london",
        "usa": "washington pentagon",
        "france": "paris",
        "germany": "berlin",
        "iran": "tehran",
        "iraq": "baghdad",
        "israel": "jerusalem",
        "syria": "damascus",
        "turkey": "ankara",
        "egypt": "cairo",
        "india": "delhi",
        "pakistan": "islamabad",
        "afghanistan": "kabul",
        "canada": "ottawa",
        "australia": "canberra",
        "italy": "rome",
        "spain": "madrid",
        "greece": "athens",
        "poland": "warsaw",
    }.items()
    for seat in seats.split()
}
