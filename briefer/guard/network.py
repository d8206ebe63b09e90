"""Denies this process, and all that it starts from then on, every internet socket (Linux).

A seccomp filter lets the kernel refuse `socket()` for any family but AF_UNIX, which reaches
programs of this machine only: the display, the desktop's bus. What is connected already stays, so
that a display over `ssh -X` goes on. The filter holds for all threads, can never be taken off, and
goes with every child. What would lead around it is refused too: other system call tables, io_uring
(which opens sockets by itself), and taking sockets out of other processes.
"""

from __future__ import annotations

import errno
import platform
import struct
import sys
from typing import NamedTuple

_LOAD, _EQUALS, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06  # of classic BPF
_NUMBER, _TABLE, _FIRST_ARGUMENT = 0, 4, 16  # places in seccomp_data
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_AF_UNIX = 1
_X32 = 0x40000000  # bit of a second table of calls on x86_64

_NO_NEW_PRIVILEGES = 38  # of prctl
_SET_FILTER, _ALL_THREADS = 1, 1  # of seccomp


class _Machine(NamedTuple):
    """The numbers of system calls on one kind of machine."""

    table: int
    socket: int
    seccomp: int
    ptrace: int
    write_memory: int
    io_uring: int = 425
    take_descriptor: int = 438


_MACHINES = {
    "x86_64": _Machine(0xC000003E, 41, 317, 101, 311),
    "aarch64": _Machine(0xC00000B7, 198, 277, 117, 271),
}


class Network(NamedTuple):
    """Whether the system refuses this process the network; if not, why not."""

    denied: bool
    why_not: str = ""


def deny_network() -> Network:
    """Deny this process the network for good; call once the display is connected."""
    if sys.platform != "linux":
        return Network(False, "this system has no such filter")
    machine = _MACHINES.get(platform.machine())
    if machine is None or sys.maxsize < 2**32:
        return Network(False, f"not built for {platform.machine()}")
    return _installed(machine)


def _installed(machine: _Machine) -> Network:
    import ctypes

    class Program(ctypes.Structure):
        _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))

    code = filter_code(machine)
    libc = ctypes.CDLL(None, use_errno=True)
    number = ctypes.c_ulong
    if libc.prctl(_NO_NEW_PRIVILEGES, number(1), number(0), number(0), number(0)):
        return Network(False, f"prctl: {_reason(ctypes.get_errno())}")
    program = Program(len(code) // 8, code)
    libc.syscall.restype = ctypes.c_long
    left = libc.syscall(
        number(machine.seccomp), number(_SET_FILTER), number(_ALL_THREADS), ctypes.byref(program)
    )
    if left > 0:
        return Network(False, "seccomp: one thread has another filter")
    return Network(True) if left == 0 else Network(False, f"seccomp: {_reason(ctypes.get_errno())}")


def filter_code(machine: _Machine) -> bytes:
    """Return the filter as the kernel reads it: instructions of 8 bytes."""
    hidden = (machine.io_uring, errno.ENOSYS)
    foreign = (machine.ptrace, machine.write_memory, machine.take_descriptor)
    code = [
        _instruction(_LOAD, _TABLE),
        _instruction(_EQUALS, machine.table, 1, 0),
        _instruction(_RETURN, _REFUSE | errno.ENOSYS),
        _instruction(_LOAD, _NUMBER),
        _instruction(_AT_LEAST, _X32, 0, 1),
        _instruction(_RETURN, _REFUSE | errno.ENOSYS),
    ]
    for call, refusal in (hidden, *((call, errno.EPERM) for call in foreign)):
        code += [_instruction(_EQUALS, call, 0, 1), _instruction(_RETURN, _REFUSE | refusal)]
    code += [
        _instruction(_EQUALS, machine.socket, 1, 0),
        _instruction(_RETURN, _ALLOW),
        _instruction(_LOAD, _FIRST_ARGUMENT),
        _instruction(_EQUALS, _AF_UNIX, 0, 1),
        _instruction(_RETURN, _ALLOW),
        _instruction(_RETURN, _REFUSE | errno.EACCES),
    ]
    return b"".join(code)


def _instruction(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return struct.pack("<HBBI", code, if_so, if_not, value)


def _reason(number: int) -> str:
    import os

    return os.strerror(number).lower()
