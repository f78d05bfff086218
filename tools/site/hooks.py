"""What MkDocs calls while it builds: the engine is packed, and pages are filled from the data."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tools.engine.pack import ROOT, pack
from tools.site.pages import fill

PACKED = ROOT / "build" / "engine"
ENGINE = "assets/engine"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the packed engine to the site's files."""
    config.extra["engine"] = engine = pack(PACKED)
    for folder in engine:
        for file in sorted((PACKED / folder).iterdir()):
            uri = f"{ENGINE}/{folder}/{file.name}"
            files.append(File.generated(config, uri, abs_src_path=str(file)))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs passes it)
    """Fill a page with what is decided in the data."""
    root = "../" * len(Path(page.url).parts)
    engine = {
        name: f"{root}{ENGINE}/{folder}/"
        for name, folder in config.extra["engine"]._asdict().items()
    }
    return fill(markdown, site_root=root, engine=engine)
