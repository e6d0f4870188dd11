"""What must never stand in a file that is shared: the values of keys, as far as this process can know them.

A value is known by the name of its variable, or as the password of an address. Nothing here is ever shown: what finds a
secret says under which name it is kept, and no more.
"""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote, urlsplit

_NAMED = re.compile(r"(?i)(?:^|_)(?:\w*API)?(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASS|PAT|CREDENTIALS?)$")
_LEAST = 8  # characters; a made-up key ("none", "x") is no secret and may well stand in an article


def known(environ: Mapping[str, str], addresses: Mapping[str, str] | None = None) -> dict[str, str]:
    """The secrets in `environ`, and in `addresses` by the option that gave them: the value by the name it goes by."""
    found = {name: value.strip() for name, value in environ.items() if _NAMED.search(name)}
    for name, value in ({**environ, **(addresses or {})}).items():
        for number, part in enumerate(_parts(value)):
            found[f"{name} (its address)" + "'" * number] = part
    return {name: value for name, value in found.items() if len(value) >= _LEAST}


def _parts(value: str) -> list[str]:
    """The password of an address, as written and as meant, and what its query holds; nothing of what is none."""
    if "://" not in value:
        return []
    try:
        address = urlsplit(value)
        password = address.password or ""
    except ValueError:
        return []
    return list(dict.fromkeys([password, unquote(password), *(text for _, text in parse_qsl(address.query))]))
