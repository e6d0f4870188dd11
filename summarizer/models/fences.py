"""The lines that part a prompt from the strangers' words in it: made anew for every call, so that none can be forged.

A prompt file writes FENCE, and so do a request, its key and its recording: they stay the same from run to run. Only the
copy that is sent has a delimiter that nobody could know when he wrote his article. FENCE itself has a shape that
`prompts.defuse` breaks in every value, so that no article can hold it either.
"""

import secrets
from dataclasses import replace

from summarizer.models.protocol import Request

FENCE = "<fence>"


def sealed(request: Request) -> Request:
    """`request` as it is to be sent: each FENCE of it one and the same line that no other call has."""
    if FENCE not in request.user:
        return request
    fence = f"=== {secrets.token_hex(8)} ==="
    return replace(request, system=request.system.replace(FENCE, fence), user=request.user.replace(FENCE, fence))
