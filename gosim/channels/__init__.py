"""Channels and select.

Models   runtime/chan.go and runtime/select.go.
Read     channel, then selectgo.
Leaves out   locks and element types.
"""

from gosim.channels.channel import Channel, Feeder, Nil, RecvOk, Send, Sudog, recv, recv_ok, send
from gosim.channels.selectgo import DEFAULT, Case, Select, pollorder, select

__all__ = [
    "DEFAULT",
    "Case",
    "Channel",
    "Feeder",
    "Nil",
    "RecvOk",
    "Select",
    "Send",
    "Sudog",
    "pollorder",
    "recv",
    "recv_ok",
    "select",
    "send",
]
