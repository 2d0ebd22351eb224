"""Whether a port of this machine can be listened at, and which program has it already."""

import socket
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path

LISTENING = "0A"


def try_port(host: str, port: int) -> None:
    """OSError, as a server would get it, unless one could listen at PORT of the address HOST."""
    family = socket.AF_INET if ip_address(host).version == 4 else socket.AF_INET6
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # Connections just closed are in nobody's way; two servers sharing a port would be.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))


def who_listens(port: int, proc: Path = Path("/proc")) -> str:
    """Number and command of the process that listens at PORT, of several alike the first that was
    started; empty if it cannot be seen."""
    sockets = {f"socket:[{inode}]" for inode in _listening(port, proc)}
    for process in proc.glob("[0-9]*"):
        with suppress(OSError):  # ended meanwhile, or somebody else's
            if any(str(handle.readlink()) in sockets for handle in (process / "fd").iterdir()):
                first = _first_alike(process)
                return f"{first.name} {_command(first)}"
    return ""


def _first_alike(process: Path) -> Path:
    """Of a server and its workers: the server."""
    number = (process / "stat").read_text().rpartition(")")[2].split()[1]
    parent = process.with_name(number)
    if number != "0" and _command(parent) == _command(process):
        return _first_alike(parent)
    return process


def _command(process: Path) -> str:
    command = (process / "cmdline").read_bytes().replace(b"\0", b" ")
    return command.decode(errors="replace").strip()


def _listening(port: int, proc: Path) -> list[str]:
    found = []
    for table in ("tcp", "tcp6"):
        with suppress(OSError):
            for line in (proc / "net" / table).read_text().splitlines()[1:]:
                _, local, _, state, *rest = line.split()
                if state == LISTENING and int(local.rpartition(":")[2], 16) == port:
                    found.append(rest[5])
    return found
