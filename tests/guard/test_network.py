"""The filter: what it refuses, to whom, and what it leaves alone. Each try in its own process."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from briefer.guard.network import _MACHINES, filter_code

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="seccomp is Linux’s")

_FAMILIES = ("AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_VSOCK", "AF_ALG")


def told(program: str) -> list[str]:
    start = "import socket, sys\nfrom briefer.guard.network import deny_network\n"
    tried = """
        def tried(family, kind=socket.SOCK_DGRAM):
            try:
                socket.socket(getattr(socket, family), kind).close()
            except PermissionError:
                return "refused"
            except OSError as error:
                return str(error)
            return "open"
    """
    script = start + textwrap.dedent(tried) + textwrap.dedent(program)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.split()


def test_only_sockets_of_this_machine_are_left() -> None:
    program = f"""
        print(tried("AF_INET"), deny_network().denied, tried("AF_UNIX"))
        print(*(tried(family) for family in {_FAMILIES}))
    """
    assert told(program) == ["open", "True", "open", *["refused"] * len(_FAMILIES)]


def test_all_threads_and_all_children_are_refused() -> None:
    program = """
        import subprocess, threading
        go = threading.Event()
        def wait():
            go.wait()
            print(tried("AF_INET6"))
        thread = threading.Thread(target=wait)
        thread.start()
        deny_network()
        go.set()
        thread.join()
        child = "import socket\\ntry: socket.socket()\\nexcept PermissionError: print('refused')"
        print(subprocess.check_output([sys.executable, "-c", child], text=True))
    """
    assert told(program) == ["refused", "refused"]


def test_what_is_connected_already_goes_on() -> None:
    program = """
        server = socket.create_server(("127.0.0.1", 0))
        one = socket.create_connection(server.getsockname())
        other, _ = server.accept()
        deny_network()
        one.sendall(b"still")
        print(other.recv(10).decode(), tried("AF_INET"))
    """
    assert told(program) == ["still", "refused"]


def test_what_was_started_before_is_outside_the_fence() -> None:
    program = """
        import subprocess
        child = "import socket; input(); socket.socket(); print('open')"
        before = subprocess.Popen([sys.executable, "-c", child],
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        deny_network()
        print(before.communicate("go\\n")[0], tried("AF_INET"))
    """
    assert told(program) == ["open", "refused"]


def test_the_ways_around_are_closed() -> None:
    program = """
        import ctypes, os
        deny_network()
        libc = ctypes.CDLL(None, use_errno=True)
        for call in (425, 438, {ptrace}):
            print(libc.syscall(call, 0, 0, 0), os.strerror(ctypes.get_errno()).split()[0])
    """
    import platform

    ptrace = _MACHINES[platform.machine()].ptrace
    assert told(program.replace("{ptrace}", str(ptrace))) == [
        "-1", "Function", "-1", "Operation", "-1", "Operation",
    ]  # fmt: skip


def test_a_second_time_changes_nothing() -> None:
    assert told("print(deny_network().denied, deny_network().denied)") == ["True", "True"]


def test_where_there_is_no_filter_it_says_so() -> None:
    program = """
        import briefer.guard.network as network
        sys.platform = "darwin"
        print(network.deny_network().why_not.replace(" ", "_"))
        sys.platform = "linux"
        network._MACHINES.clear()
        print(network.deny_network().denied, tried("AF_INET"))
    """
    assert told(program) == ["this_system_has_no_such_filter", "False", "open"]


@pytest.mark.parametrize("machine", _MACHINES)
def test_the_filter_reads_the_calls_of_each_machine_as_it_should(machine: str) -> None:
    numbers = _MACHINES[machine]
    for family, answer in ((1, "allow"), (2, "EACCES"), (10, "EACCES"), (16, "EACCES")):
        assert run_filter(machine, numbers.table, numbers.socket, family) == answer
    assert run_filter(machine, numbers.table, 0, 2) == "allow"
    assert run_filter(machine, numbers.table, numbers.io_uring, 2) == "ENOSYS"
    assert run_filter(machine, numbers.table, numbers.ptrace, 2) == "EPERM"
    assert run_filter(machine, numbers.table, 0x40000000 | 41, 2) == "ENOSYS"
    assert run_filter(machine, 0x40000003, 359, 2) == "ENOSYS"


def run_filter(machine: str, table: int, call: int, argument: int) -> str:
    """Run the filter as the kernel would."""
    import errno
    import struct

    code = [struct.unpack_from("<HBBI", part) for part in _parts(filter_code(_MACHINES[machine]))]
    at, loaded = 0, 0
    while True:
        what, if_so, if_not, value = code[at]
        at += 1
        if what == 0x20:
            loaded = {0: call, 4: table, 16: argument}[value]
        elif what == 0x15:
            at += if_so if loaded == value else if_not
        elif what == 0x35:
            at += if_so if loaded >= value else if_not
        else:
            return "allow" if value == 0x7FFF0000 else errno.errorcode[value & 0xFFFF]


def _parts(code: bytes) -> list[bytes]:
    return [code[at : at + 8] for at in range(0, len(code), 8)]
