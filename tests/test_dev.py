"""The site while it is written: quick to build, page by page, and able to make plans."""

from pathlib import Path

import pytest

from tools import dev
from tools.engine.pack import ROOT


def test_a_changed_page_is_all_that_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "BUILD", (*dev.BUILD[:-1], str(tmp_path)))
    dev.build()
    guide, plan = (tmp_path / name / "index.html" for name in ("guides/ghosted", "calculator"))
    page = plan.read_text()
    assert 'data-image=""' in page
    for named in ("scripts/worker-now.js", "scripts/app-now.js"):
        assert named in page
        assert (tmp_path / named).exists()
    assert list(tmp_path.glob("assets/engine/runtime-*/pyodide.asm.wasm"))
    guide.unlink()
    plan.write_text("as it was")
    dev.build(ROOT / "docs" / "guides" / "ghosted.md", ready=dev.builder(pages=True))
    assert "<article" in guide.read_text()
    assert plan.read_text() == "as it was"
    assert "docs/guides/ghosted.md: built in" in capfd.readouterr().out


def test_a_changed_rule_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "calculator").mkdir()
    rules = tmp_path / "calculator" / "rules.toml"
    rules.write_text("a week")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "WATCHED", ("calculator",))
    before = dev.changed_at()
    assert dev.changed_at() == before
    rules.write_text("eight days")
    assert set(dev.changed_at()) == {rules}
    assert dev.changed_at() != before
