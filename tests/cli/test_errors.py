"""What nobody foresaw is said in one line."""

import pytest
from click.testing import CliRunner

from ritual.cli import main
from ritual.folders import Folders
from tests.cli.conftest import one_line


@pytest.fixture
def failing(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """Folders in which nothing can be opened, for a reason that nobody foresaw."""

    def fail(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("ritual.house.House", fail)
    monkeypatch.setenv("RITUAL_HOME", str(folders.data.parent))
    return folders


@pytest.mark.parametrize("arguments", [["list"], ["list", "--json"], ["setup", "--names", "Ana,Sam"]], ids=" ".join)
def test_what_nobody_foresaw_is_one_line_and_a_log_without_words_of_theirs(
    failing: Folders, arguments: list[str]
) -> None:
    done = CliRunner().invoke(main, arguments, prog_name="ritual")
    (log,) = (failing.state / "logs").iterdir()
    assert (done.exit_code, done.stdout) == (1, "")
    assert one_line(done.stderr)
    assert str(log) in done.stderr
    assert "builtins.RuntimeError\n" in log.read_text()
    assert "secret" not in done.stderr + log.read_text()
    assert not failing.data.exists()


def test_what_nobody_foresaw_is_one_line_also_where_no_log_can_be_written(failing: Folders) -> None:
    failing.state.mkdir(parents=True)
    (failing.state / "logs").write_bytes(b"in the way")
    done = CliRunner().invoke(main, ["list"], prog_name="ritual")
    assert (done.exit_code, done.stdout) == (1, "")
    assert one_line(done.stderr)
    assert "secret" not in done.stderr
