"""The shell behind the program: it takes the terminal while the program is stopped, and gives it back with `fg`."""

import os
import signal
import sys


def waits() -> bool:
    """Whether there is a shell that could bring a stopped program back.

    In a window of its own there is none: stopped there, it would stay so.
    """
    if not hasattr(signal, "SIGSTOP"):
        return False
    try:
        parent = os.getppid()
        return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
    except OSError:
        return False


def stop() -> None:
    """Stand still until `fg`; where the window was closed meanwhile, end: Textual would write into it forever."""
    os.kill(os.getpid(), signal.SIGSTOP)
    if not sys.stdin.isatty():
        os._exit(128 + signal.SIGHUP)
