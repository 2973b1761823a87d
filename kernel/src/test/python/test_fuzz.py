"""Messages that no client would send, to every channel: the kernel drops or answers them, and goes on.

The build sends some hundreds. ``GRADUS_FUZZ=10000`` sends that many, ``GRADUS_SEED`` another row of them.
"""

import json
import os
import random

import pytest
import zmq

MESSAGES = int(os.environ.get("GRADUS_FUZZ", "400"))
SEED = int(os.environ.get("GRADUS_SEED", "2024"))

DELIMITER = b"<IDS|MSG>"
CHANNELS = {"shell": zmq.DEALER, "control": zmq.DEALER, "stdin": zmq.DEALER, "hb": zmq.DEALER}
KINDS = [
    "execute_request",
    "complete_request",
    "inspect_request",
    "is_complete_request",
    "history_request",
    "comm_open",
    "comm_msg",
    "comm_close",
    "comm_info_request",
    "kernel_info_request",
    "interrupt_request",
    "input_reply",
    "debug_request",
    "create_subshell_request",
    "status",
    "stream",
    "",
]
FIELDS = [
    "code", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error", "cursor_pos", "detail_level",
    "hist_access_type", "output", "raw", "session", "start", "stop", "n", "pattern", "unique", "comm_id", "target_name",
    "data", "value", "restart",
]  # fmt: skip


class Fuzz:
    def __init__(self, kernel, seed):
        self.session = kernel.client.session
        self.random = random.Random(seed)

    def value(self, depth=0):
        pick = self.random.randrange(12 if depth < 3 else 9)
        simple = [None, True, False, 0, -1, 2**63, 1.5e308, "", "keep = 999;", "😀" * 3, "\\Q*?[", "\x00", "tail", "range", "search"]
        if pick < 9:
            return self.random.choice(simple)
        if pick < 11:
            return {self.random.choice(FIELDS): self.value(depth + 1) for _ in range(self.random.randrange(4))}
        return [self.value(depth + 1) for _ in range(self.random.randrange(4))]

    def content(self):
        return {name: self.value() for name in self.random.sample(FIELDS, self.random.randrange(8))}

    def noise(self):
        return self.random.randbytes(self.random.choice([0, 1, 7, 100, 3000]))

    def whole(self):
        """Well signed, with strange contents."""
        message = self.session.msg(self.random.choice(KINDS), self.content())
        header = message["header"]
        for name in self.random.sample(list(header), self.random.randrange(3)):
            if self.random.random() < 0.5:
                del header[name]
            else:
                header[name] = self.value()
        parts = [json.dumps(part, default=str).encode() for part in (header, {}, self.value(), message["content"])]
        return self.signed(parts)

    def signed(self, parts):
        return [DELIMITER, self.session.sign(parts), *parts]

    def frames(self):
        pick = self.random.randrange(8)
        if pick < 3:
            return self.whole()
        if pick == 3:  # executed, if it were believed
            parts = [json.dumps(p, default=str).encode() for p in self.forged()]
            return [DELIMITER, self.random.choice([b"", b"0" * 64, self.noise()]), *parts]
        if pick == 4:
            return self.signed([self.noise() for _ in range(4)])
        if pick == 5:
            return self.whole()[: self.random.randrange(6)] or [b""]
        if pick == 6:
            frames = self.whole()
            at = self.random.randrange(len(frames))
            frames[at] = self.noise() + frames[at][self.random.randrange(1 + len(frames[at])) :]
            return frames
        return [self.noise() for _ in range(self.random.randrange(1, 9))]

    def forged(self):
        message = self.session.msg("execute_request", {"code": "keep = 999;", "silent": False})
        return message["header"], {}, {}, message["content"]


@pytest.mark.timeout(60 + MESSAGES // 10)
def test_kernel_survives_whatever_is_sent(keeping):
    fuzz = Fuzz(keeping, SEED)
    context = zmq.Context()
    sockets = {name: socket(context, kind, keeping, name) for name, kind in CHANNELS.items()}
    for i in range(MESSAGES):
        frames = fuzz.frames()
        # A signed request may change the variable or clear everything: that is no fault of the kernel.
        if b"keep = 999" in b"".join(frames) and frames[0] == DELIMITER and is_signed(keeping, frames):
            continue
        sockets[fuzz.random.choice(list(sockets))].send_multipart(frames)
        if i % 200 == 199:
            cell = keeping.run("keep")
            if cell.reply.get("ename") == "Interrupted":  # as one of the messages has asked
                cell = keeping.run("keep")
            assert cell.result() == "42", f"after {i + 1} messages with the seed {SEED}"
    context.destroy(linger=1000)
    assert keeping.client.hb_channel.is_beating()
    assert keeping.control("kernel_info_request")["content"]["status"] == "ok"


def test_very_long_frames_are_no_burden(keeping):
    shell = keeping.client.shell_channel.socket
    for frames in (
        [b"x" * 50_000_000],
        [DELIMITER, b"0" * 64, *[b"{" * 10_000_000] * 4],
        [b"id"] * 10_000 + [DELIMITER],
    ):
        shell.send_multipart(frames)
    deep = b"[" * 1_000_000
    shell.send_multipart(Fuzz(keeping, SEED).signed([deep] * 4))


def is_signed(kernel, frames):
    return len(frames) >= 6 and kernel.client.session.sign(frames[2:6]) == frames[1]


def socket(context, kind, kernel, name):
    made = context.socket(kind)
    made.linger = 1000
    made.connect(f"tcp://{kernel.client.ip}:{getattr(kernel.client, name + '_port')}")
    return made
