#!/usr/bin/env python3
"""Kills the server with SIGKILL, again and again, while eight clients change obligations through the API, two writers use the
command line beside them and somebody follows the event stream. After each kill: is the store sound, is every acknowledged
change there and none twice, does a repeated Idempotency-Key get the answer that was stored, does the stream go on without a
gap or a repeat? Before that: does SIGTERM let a running request finish?

Usage: Scripts/crash-loop-server.py [KILLS] [FOLDER-OF-PROGRAMS]     default: 200 kills of .build/debug
"""

import collections
import http.client
import json
import pathlib
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
PROGRAMS = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ROOT / ".build/debug").resolve()
CLIENTS = 8
WRITERS = 2
# Each client and each writer changes obligations of its own.
OBLIGATIONS = 6
FAILURES = (OSError, http.client.HTTPException)


def fail(sentence):
    raise SystemExit(f"crash-loop-server: {sentence}")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """A running server and the store under it."""

    def __init__(self, store, log):
        self.port = free_port()
        self.process = subprocess.Popen(
            [PROGRAMS / "phuluc-server", "--store", store, "--port", str(self.port), "--set", "requestsPerMinute=0"],
            stderr=log)
        for _ in range(4_000):
            try:
                return socket.create_connection(("127.0.0.1", self.port)).close()
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.025)
        fail("the server does not start; see its log")

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)


class Change:
    """A progress report with a key of its own, which may be sent more than once."""

    def __init__(self, obligation, version, note):
        self.obligation, self.version, self.note = obligation, version, note
        self.percent = random.randrange(101)
        self.body = None

    def send(self, connection, token):
        connection.request(
            "POST", f"/v1/obligations/{self.obligation}/progress",
            body=json.dumps({"percent": self.percent, "note": self.note}), headers={
                "Authorization": f"Bearer {token}", "Content-Type": "application/json", "If-Match": f'"{self.version}"',
                "Idempotency-Key": self.note})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


class Client:
    """Reports on its obligations one after the other, and knows what was acknowledged."""

    def __init__(self, name, obligations, token):
        self.name, self.token = name, token
        self.versions = dict(obligations)
        self.sent = 0
        self.open = None
        self.last = None
        self.acknowledged = []

    def run(self, server, stopped):
        try:
            connection = server.connect()
            while not stopped.is_set():
                if self.open is None:
                    obligation = random.choice(list(self.versions))
                    self.sent += 1
                    self.open = Change(obligation, self.versions[obligation], f"{self.name}-{self.sent}")
                self.finish(connection)
        except FAILURES:
            pass

    def finish(self, connection):
        """Sends what is open, for the first time or again under its key; returns whether the server had done it before."""
        status, headers, body = self.open.send(connection, self.token)
        if status != 200:
            fail(f"{self.open.note}: {status} {body.decode()}")
        change, self.open = self.open, None
        change.body = body
        self.versions[change.obligation] = json.loads(body)["version"]
        if self.versions[change.obligation] != change.version + 1:
            fail(f"{change.note}: version {self.versions[change.obligation]} after {change.version}")
        self.last = change
        self.acknowledged.append(change.note)
        return headers.get("Idempotency-Replayed") == "true"

    def look_after(self, server):
        """What was acknowledged before a kill is there, what was open is there once; returns whether it had been done."""
        connection = server.connect()
        for obligation, version in self.versions.items():
            connection.request("GET", f"/v1/obligations/{obligation}", headers={"Authorization": f"Bearer {self.token}"})
            found = json.loads(connection.getresponse().read())["obligation"]["version"]
            is_open = self.open is not None and self.open.obligation == obligation
            if found != version and not (is_open and found == version + 1):
                fail(f"obligation {obligation} has version {found}, acknowledged was {version}")
        if self.last is not None:
            status, headers, body = self.last.send(connection, self.token)
            if (status, body, headers.get("Idempotency-Replayed")) != (200, self.last.body, "true"):
                fail(f"{self.last.note}, sent again: {status} {body.decode()}")
        return self.open is not None and self.finish(connection)


def phuluc(store, *arguments):
    return subprocess.run([PROGRAMS / "phuluc", *arguments, "--store", store], capture_output=True, text=True)


class Writer:
    """Reports by the command line."""

    def __init__(self, name, obligations, store):
        self.name, self.obligations, self.store = name, [number for number, _ in obligations], store
        self.sent = 0
        self.acknowledged = []

    def run(self, stopped):
        while not stopped.is_set():
            self.sent += 1
            note = f"{self.name}-{self.sent}"
            done = phuluc(self.store, "progress", str(random.choice(self.obligations)), "--percent", "5", "--note", note)
            if done.returncode != 0:
                fail(f"{note}: {done.stderr}")
            self.acknowledged.append(note)


class Follower:
    """Follows the history as an event stream, and goes on after each kill where it broke off."""

    def __init__(self, token):
        self.token = token
        self.last = 0

    def run(self, server, until=None):
        arriving, is_event = None, False
        try:
            connection = server.connect()
            connection.request("GET", "/v1/events", headers={
                "Authorization": f"Bearer {self.token}", "Last-Event-ID": str(self.last)})
            for line in connection.getresponse():
                if line.startswith(b"id: "):
                    arriving, is_event = int(line[4:]), False
                elif line.startswith(b"event: "):
                    is_event = True
                elif line == b"\n" and arriving is not None and is_event:
                    if arriving != self.last + 1:
                        fail(f"event {arriving} came after {self.last}")
                    self.last, arriving = arriving, None
                    if self.last == until:
                        return
        except FAILURES:
            pass


def has_read_all(server, connection):
    """Whether the server has taken what was sent on a connection out of the kernel's hands."""
    ours, theirs = connection.getsockname()[1], server.port
    for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[1].endswith(f":{theirs:04X}") and fields[2].endswith(f":{ours:04X}"):
            return fields[4].endswith(":00000000")
    return False


def end_gently(store, log, token, obligation, version):
    """SIGTERM while a request is under way: it is answered, nobody else is let in, the server ends with status 0."""
    server = Server(store, log)
    body = b'{"note":"gentle"}'
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
    connection.sendall(
        f"POST /v1/obligations/{obligation}/comment HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nIf-Match: \"{version}\"\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body[:5])
    while not has_read_all(server, connection):
        time.sleep(0.01)
    server.process.send_signal(signal.SIGTERM)
    for _ in range(4_000):
        try:
            socket.create_connection(("127.0.0.1", server.port)).close()
            time.sleep(0.01)
        except ConnectionRefusedError:
            break
    else:
        fail("the server goes on letting in new connections after SIGTERM")
    connection.sendall(body[5:])
    answer = b""
    while piece := connection.recv(65_536):
        answer += piece
    if not answer.startswith(b"HTTP/1.1 200"):
        fail(f"a request that was under way at SIGTERM got {answer[:300]!r}")
    if server.process.wait(timeout=30) != 0:
        fail(f"after SIGTERM the server ended with status {server.process.returncode}")


def kill_once(store, log, clients, writers, follower):
    """Lets everybody work for a moment, kills the server, and looks; returns how many open changes had been done."""
    server = Server(store, log)
    stopped = threading.Event()
    threads = [threading.Thread(target=client.run, args=(server, stopped)) for client in clients]
    threads += [threading.Thread(target=writer.run, args=(stopped,)) for writer in writers]
    threads.append(threading.Thread(target=follower.run, args=(server,)))
    for thread in threads:
        thread.start()
    time.sleep(random.uniform(0.02, 0.5))
    server.process.kill()
    server.process.wait()
    stopped.set()
    for thread in threads:
        thread.join()
    found = phuluc(store, "verify")
    if found.returncode != 0:
        fail(f"the store is not sound: {found.stdout}{found.stderr}")
    server = Server(store, log)
    done_before = sum(client.look_after(server) for client in clients)
    server.process.terminate()
    if server.process.wait(timeout=30) != 0:
        fail(f"after SIGTERM the server ended with status {server.process.returncode}")
    return done_before


def history(store):
    """How many events there are, and how often each of our notes stands in them."""
    export = phuluc(store, "export", "-").stdout
    lines = [line for line in export.splitlines() if '"table":"event"' in line]
    return len(lines), collections.Counter(re.findall(r'"note":"([cw]\d+-\d+)"', "\n".join(lines)))


def main():
    threading.excepthook = lambda arguments: (print(arguments.exc_value, file=sys.stderr), broken.set())
    broken = threading.Event()
    with tempfile.TemporaryDirectory() as folder, open(pathlib.Path(folder, "log"), "w") as log:
        store = f"{folder}/store.sqlite"
        phuluc(store, "import", str(ROOT / "appendix-data/plans/son-la-2021-2030"))
        made = phuluc(store, "token", "create", "--role", "standing", "--agency", "son-la/so-noi-vu-2025", "--format", "json")
        token = json.loads(made.stdout)["token"]
        listed = phuluc(store, "list", "--stage", "notStarted", "--limit", "500", "--format", "json").stdout
        seen = [(item["id"], item["version"]) for item in json.loads(listed)["items"]]
        shares = [seen[1 + index * OBLIGATIONS:][:OBLIGATIONS] for index in range(CLIENTS + WRITERS)]
        end_gently(store, log, token, *seen[0])
        clients = [Client(f"c{index}", share, token) for index, share in enumerate(shares[:CLIENTS])]
        writers = [Writer(f"w{index}", share, store) for index, share in enumerate(shares[CLIENTS:])]
        follower = Follower(token)
        done_before = 0
        for kill in range(1, KILLS + 1):
            done_before += kill_once(store, log, clients, writers, follower)
            if broken.is_set():
                fail(f"kill {kill}")
        events, found = history(store)
        expected = [note for worker in clients + writers for note in worker.acknowledged]
        wrong = [note for note in expected if found[note] != 1]
        wrong += list(found.keys() - set(expected))
        if wrong:
            fail(f"lost, done twice or never acknowledged: {wrong[:20]}")
        if not writers[0].acknowledged or not clients[0].acknowledged:
            fail("nobody got to write")
        followed = follower.last
        server = Server(store, log)
        follower.run(server, until=events)
        server.process.terminate()
        server.process.wait(timeout=30)
        if follower.last != events or followed == 0:
            fail(f"the event stream came to {follower.last} of {events} events")
    print(f"crash-loop-server: {KILLS} kills, {len(expected)} acknowledged changes, each there once and in the event stream; "
          f"{done_before} were on the disk before their answer arrived, and were not done again")


main()
