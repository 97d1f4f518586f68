"""What works once works once, also when two ask for it at the same moment; and tries at the same moment count as one."""

from pathlib import Path

from tests.server.processes import Machine

_BEGIN = """
import time
from threading import Barrier, Event, Thread
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models.signals import pre_save
from django.test import Client
from araz.desk.erasing import requests
from araz.desk.roles import make_account
from araz.desk.signin import recovery
from araz.desk.signin.codes import code_now, take_code
from araz.desk.signin.links import make_link, use_link
from araz.desk.signin.models import WrongTries
from araz.desk.signin.slowing import begin_try

def at_once(*deeds):
    "Do them all at the same moment; return what came of each: its answer, or that it was refused."
    found, ready = [], Barrier(len(deeds))
    def do(deed):
        ready.wait()
        try:
            found.append(deed() is not None)
        except ValidationError:
            found.append(False)
        connection.close()
    threads = [Thread(target=do, args=[deed]) for deed in deeds]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    return found.count(True), len(found)

def with_app(role):
    account = make_account(role)
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    return account, secret
"""

_ONCE = {
    "a link": "link = make_link(make_account('writer')).split('/')[2]\nprint(at_once(*[lambda: use_link(link)] * 4))",
    "a code of an app": """
account, secret = with_app("writer")
factor = Authenticator.objects.get(user=account)
code = code_now(secret)
print(at_once(*[lambda: take_code(factor, code) or None] * 4))
""",
    "one of many tries": "print(at_once(*[lambda: begin_try('passphrase', 'desk-7f3k') or 'heard'] * 6))",
    "a recovery": """
owner, first, second, third = (with_app(role)[0] for role in ("writer", *["administrator"] * 3))
recovery.ask(owner, first)
print(at_once(lambda: recovery.agree(owner, second), lambda: recovery.agree(owner, third)))
""",
    "an agreement to erase": """
first, second, third = (with_app("administrator")[0] for _ in range(3))
asked = requests.ask(first, "word", "Gülnarə")
requests.note_count(asked, {})
print(at_once(lambda: requests.agree(asked, second) or 1, lambda: requests.agree(asked, third) or 1))
""",
}

# The second try comes when the first is still being looked at, but later than wrong tries make one wait.
_RECOVERY_CODE = """
account, _ = with_app("writer")
account.set_password("dörd gözəl yaşıl armud")
account.save()
code = RecoveryCodes.activate(account).get_unused_codes()[0]
clients = [Client(headers={"Host": "localhost"}) for _ in range(2)]
for client in clients:
    asked = client.post("/accounts/login/", {"login": account.username, "password": "dörd gözəl yaşıl armud"})
    assert asked["Location"] == "/accounts/login/second-factor/", asked.content
looking = Event()
def look_long(**_):
    if not looking.is_set():
        looking.set()
        time.sleep(2)
pre_save.connect(look_long, sender=Authenticator)
def send(client):
    opened = client.post("/accounts/login/second-factor/", {"code": code})
    return opened if opened.status_code == 302 else None
def send_later():
    looking.wait()
    time.sleep(1.1)
    return send(clients[1])
print(at_once(lambda: send(clients[0]), send_later))
"""


def test_each_works_once(machine: Machine, newsroom: Path):
    script = _BEGIN + "\n".join([*_ONCE.values(), _RECOVERY_CODE])
    found = [said.partition(",")[0] for said in machine.python(script, newsroom).splitlines()]
    assert dict(zip([*_ONCE, "a recovery code"], found, strict=True)) == dict.fromkeys(
        [*_ONCE, "a recovery code"], "(1"
    )
