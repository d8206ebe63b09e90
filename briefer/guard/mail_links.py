"""A mailto link -> what it asks of the mail program besides an address and words."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

_WORDS = frozenset({"to", "cc", "bcc", "subject", "body", "in-reply-to"})


def asked_besides(address: str) -> str:
    """Return the first thing asked for: some programs would attach a file of this machine.

    >>> asked_besides("mailto:a@b.org?subject=x&attach=/etc/passwd")
    'attach'
    """
    if not address.casefold().startswith("mailto:"):
        return ""
    query = urlsplit(address).query.replace(";", "&")
    keys = (key.strip().casefold() for key, _ in parse_qsl(query, keep_blank_values=True))
    return next((key for key in keys if key not in _WORDS), "")
