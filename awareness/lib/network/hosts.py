"""Names and addresses by which a machine may be asked, and those of this machine."""

import fcntl
import re
import socket
import struct
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_network
from pathlib import Path

# The networks of homes and offices, which no router carries on, and the machine itself.
PRIVATE = [
    ip_network(network)
    for network in (
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "127.0.0.0/8",
        "::1/128",
        "fc00::/7",
        "fe80::/10",
    )
]
_HOST = re.compile(r"(?:\[([0-9a-f:]+)\]|([0-9.]+))(?::([0-9]{1,5}))?", re.IGNORECASE | re.ASCII)
_ADDRESS_OF_INTERFACE = 0x8915  # SIOCGIFADDR
_FOR_DOCUMENTATION = ("192.0.2.1", 9)  # nobody's; nothing is sent there


def as_host(address: object) -> str:
    """ADDRESS as it stands in the address of a page."""
    return f"[{address}]" if ":" in str(address) else str(address)


def is_private(host: str) -> bool:
    """Whether HOST, as a request gives it, is an address of a private network; a port may follow."""
    address = _address(host)
    return address is not None and any(
        address.version == network.version and address in network for network in PRIVATE
    )


def is_only_here(host: str) -> bool:
    """Whether HOST means to every machine itself."""
    address = _address(host)
    return address.is_loopback if address else host.partition(":")[0] == "localhost"


def _address(host: str) -> IPv4Address | IPv6Address | None:
    match = _HOST.fullmatch(host)
    if match is None or not 0 < int(match[3] or 80) < 1 << 16:
        return None
    with suppress(ValueError):
        return IPv6Address(match[1]) if match[1] else IPv4Address(match[2])
    return None


def own_private_addresses() -> list[str]:
    """Those of this machine that another in its network can use; the likeliest first."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        found = [_towards_the_network(probe)]
        for _number, name in socket.if_nameindex():
            if not Path("/sys/class/net", name, "bridge").exists():  # those of containers
                found.append(_of_interface(probe, name))
    return [one for one in dict.fromkeys(found) if is_private(one) and not is_only_here(one)]


def _towards_the_network(probe: socket.socket) -> str:
    with suppress(OSError):
        probe.connect(_FOR_DOCUMENTATION)
        return probe.getsockname()[0]
    return ""


def _of_interface(probe: socket.socket, name: str) -> str:
    with suppress(OSError):
        asked = struct.pack("256s", name.encode()[:15])
        return socket.inet_ntoa(fcntl.ioctl(probe, _ADDRESS_OF_INTERFACE, asked)[20:24])
    return ""
