"""Uses the API through a client that openapi-python-client has generated: check-client.py URL TOKEN (client/ on PYTHONPATH)."""

import sys

from client import AuthenticatedClient
from client.api.default import comment_obligation, get_obligation, list_overdue
from client.models import CommentObligationBody, Obligation, ObligationList, Problem

url, token = sys.argv[1:]
with AuthenticatedClient(base_url=url, token=token) as api:
    overdue = list_overdue.sync(client=api, limit=3)
    assert isinstance(overdue, ObligationList) and len(overdue.items) == 3, overdue
    number = overdue.items[0].id
    seen = get_obligation.sync_detailed(id=number, client=api)
    tag = seen.headers["ETag"]
    body = CommentObligationBody(note="đã đôn đốc qua máy khách sinh tự động")
    done = comment_obligation.sync(id=number, client=api, body=body, if_match=tag)
    assert isinstance(done, Obligation) and done.id == number, done
    stale = comment_obligation.sync_detailed(id=number, client=api, body=body, if_match='"999"')
    assert stale.status_code == 412 and isinstance(stale.parsed, Problem), stale
print(f"  listed, commented obligation {number}, refused as stale")
