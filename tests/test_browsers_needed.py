"""What the browser tests need is installed, or told in one line."""

import subprocess

import pytest

from tools import browsers


def test_what_is_missing_is_told_in_one_line_with_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    told = browsers.main()
    assert told
    assert "\n" not in told
    assert told.startswith("The tests need more: sudo apt-get install chromium firefox-esr ")


def test_what_is_missing_is_installed_where_that_is_allowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(browsers, "NEEDED", ((("no-such-program",), "its-package"),))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" * (name == "apt-get"))
    monkeypatch.setattr("subprocess.run", lambda command, **_: ran.append(command))
    assert browsers.main() == "The tests need more: sudo apt-get install its-package"
    assert [command[:2] for command in ran[:2]] == [["apt-get", "update"], ["apt-get", "install"]]
    assert ran[1][-1] == "its-package"
    assert ran[3][-1] == "chromium-headless-shell"


def test_without_the_quicker_browser_the_tests_have_all_that_they_need(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(100, command)

    monkeypatch.setattr(browsers, "NEEDED", ((("/",), "its-package"),))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}" * (name == "apt-get"))
    monkeypatch.setattr("subprocess.run", fail)
    assert browsers.main() is None
