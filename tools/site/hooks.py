"""What MkDocs calls while it builds: the engine is packed, and pages are filled from the data."""

from collections.abc import Mapping
from fnmatch import fnmatch
from html import unescape
from pathlib import Path, PurePosixPath

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from tools.compare import LIST, as_list, hashes
from tools.engine.compress import compress_beside
from tools.engine.pack import ROOT, Engine, pack
from tools.site import scripts as page_scripts
from tools.site import styles as page_styles
from tools.site.cards import CARD, card
from tools.site.changes import CHANGES, feed
from tools.site.headers import SERVERS, server_settings, with_policy
from tools.site.moved import moved
from tools.site.offline import ENGINE, SIZES, icon, icon_uri, manifest, service_worker
from tools.site.pages import fill
from tools.site.parts import bill_of_materials, notices
from tools.site.security import security_txt
from tools.site.structured import Crumb, Site, structured

PACKED = ROOT / "build" / "engine"
QUICK = ROOT / "build" / "quick"
TEXTS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".webmanifest", ".xml"}

# What the theme ships for other languages and for its own developers.
DEAD_WEIGHT = ("assets/javascripts/lunr/*", "*.map", "assets/images/favicon.png")


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add what is packed, copied or written to the site's files; drop what is not used."""
    for file in [file for file in files if is_not_served(file.src_uri)]:
        files.remove(file)
    quick = config.extra["quick"]
    scripts = dict(page_scripts.bundles())
    # It is written into the pages themselves.
    config.extra["first_script"] = scripts.pop("first").decode()
    config.extra["scripts"] = page_scripts.addresses(scripts, quick=quick)
    for name, script in scripts.items():
        files.append(File.generated(config, config.extra["scripts"][name], content=script))
    files.append(File.generated(config, page_styles.ADDRESS, content=page_styles.styles()))
    packed_into = QUICK if quick else PACKED
    config.extra["engine"] = engine = pack(packed_into, quick=quick)
    for packed in engine.files(packed_into):
        uri = f"{ENGINE}/{packed.relative_to(packed_into).as_posix()}"
        files.append(File.generated(config, uri, abs_src_path=str(packed)))
    if quick:
        return files
    site = config.site_url or "/"
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site}sitemap.xml\n"
    files.append(File.generated(config, "robots.txt", content=robots))
    for old, new in config.extra["moved"].items():
        files.append(File.generated(config, f"{old}index.html", content=moved(old, new)))
    files.append(File.generated(config, "licences.txt", content=notices()))
    files.append(File.generated(config, "bill-of-materials.json", content=bill_of_materials()))
    files.append(File.generated(config, "feed.xml", content=feed(CHANGES.read_text(), site=site)))
    about = manifest(name=config.site_name, description=config.site_description or "")
    files.append(File.generated(config, "manifest.webmanifest", content=about))
    for size in SIZES:
        files.append(File.generated(config, icon_uri(size), content=icon(size)))
    return files


def is_not_served(uri: str) -> bool:
    """Return whether no page asks for a file: our sources, and what the theme has for others."""
    is_source = page_scripts.is_source(uri) or page_styles.is_source(uri)
    return is_source or any(fnmatch(uri, pattern) for pattern in DEAD_WEIGHT)


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs passes it)
    """Fill a page with what is decided in the data."""
    root = "../" * len(Path(page.url).parts)
    engine = told_to_scripts(config.extra["engine"], config.extra["scripts"], root=root)
    engine["first_script"] = config.extra["first_script"]
    # The sitemap tells when a person last looked at the page, not when it was built.
    page.update_date = str(page.meta.get("reviewed", page.update_date))
    return fill(
        markdown,
        source=page.file.src_uri,
        site_root=root,
        engine=engine,
        contact=config.extra["contact"],
        publisher=config.extra["publisher"],
        nav=config.nav or (),
    )


def on_page_content(html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 (MkDocs passes it)
    """Note the page's heading, and where its picture for shared links will be.

    Its heading says more than its short title in the navigation, so searchers see the heading.
    """
    page.meta["heading"] = unescape(page.toc.items[0].title)
    page.meta["card"] = f"{config.site_url or '/'}{card_uri(page)}"
    # Each heading is followed by a link to itself, for a mouse: no stop on the way of the keyboard.
    return html.replace(
        '<a class="headerlink"', '<a class="headerlink" tabindex="-1" aria-hidden="true"'
    )


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Add what needs all titles: each page's picture for shared links, and what machines read."""
    env.globals |= {"card_size": CARD, "scripts": config.extra["scripts"]}
    if config.extra["quick"]:
        return env
    pages = {file.page.url: file.page for file in files.documentation_pages() if file.page}
    site = Site(config.site_name, config.site_url or "/")
    for page in pages.values():
        page.meta["structured"] = structured(
            page.content or "",
            page.meta,
            url=page.canonical_url or page.url,
            site=site,
            trail=trail(page, pages, site=site),
        )
        picture = card(str(page.meta["heading"]), site=config.site_name)
        files.append(File.generated(config, card_uri(page), content=picture))
    return env


def on_post_page(html: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 (MkDocs passes it)
    """Write what a page may load into it."""
    return with_policy(html)


def on_post_template(output: str, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG001 (MkDocs passes it)
    """Do the same for the page that is shown where there is none."""
    return with_policy(output) if template_name.endswith(".html") else output


@event_priority(-100)
def on_post_build(*, config: MkDocsConfig) -> None:
    """Add what needs the finished files: service worker, servers' settings, compressed copies."""
    site = Path(config.site_dir)
    if config.extra["quick"]:
        return
    script = service_worker(site, config.extra["engine"])
    (site / "service-worker.js").write_text(script, encoding="utf-8")
    told = security_txt(site=config.site_url or "/", contact=config.extra["contact"])
    # Where RFC 9116 wants it, and where hosts that send no folder with a dot still have it.
    (site / ".well-known").mkdir(exist_ok=True)
    for place in (site / ".well-known", site):
        (place / "security.txt").write_text(told, encoding="utf-8")
    (site / LIST).write_text(as_list(hashes(site)), encoding="utf-8")
    settings = site.parent / "build" / "hosting"
    settings.mkdir(parents=True, exist_ok=True)
    for name, text in server_settings(site).items():
        (settings if name in SERVERS else site).joinpath(name).write_text(text)
    texts = {file for file in site.rglob("*") if file.suffix in TEXTS}
    compress_beside(texts.union(config.extra["engine"].files(site / ENGINE)))


def trail(page: Page, pages: Mapping[str, Page], *, site: Site) -> list[Crumb]:
    """Return the way from the top of the site to a page, over the pages of the folders above it."""
    parts = PurePosixPath(page.url).parts
    above = [pages.get("/".join(parts[:count]) + "/") for count in range(1, len(parts) + 1)]
    steps = [Crumb(str(one.meta["heading"]), one.canonical_url or one.url) for one in above if one]
    return [Crumb(*site), *steps]


def card_uri(page: Page) -> str:
    """Return where a page's picture lies."""
    name = page.url.strip("./").replace("/", "-") or "home"
    return f"assets/cards/{name}.png"


def told_to_scripts(engine: Engine, scripts: Mapping[str, str], *, root: str) -> dict[str, str]:
    """Return what a page that uses the calculator is told, by name.

    That is where its scripts and the engine lie; ``root`` leads to the top of the site.
    """
    base = f"{root}{ENGINE}/"
    return {
        **{name: f"{root}{address}" for name, address in scripts.items()},
        "image": engine.image and f"{base}{engine.image}",
        "integrity": engine.integrity,
        "size": str(engine.size),
        "runtime": f"{base}{engine.runtime}/",
        "calculator": f"{base}{engine.calculator}/",
    }
