"""What nbconvert makes of a notebook with --to slides, with a reveal.js of this machine."""

import re

import npm
from nbconvert import SlidesExporter

REVEAL = "reveal.js@4.6.1"


def export(notebook, path):
    """Writes the slides of an executed notebook, as a page that needs no network."""
    modules = npm.packages(REVEAL)
    exporter = SlidesExporter(reveal_url_prefix=(modules / "reveal.js").as_uri())
    html, _ = exporter.from_notebook_node(notebook)
    path.write_text(_without_network(html, modules), encoding="utf-8")


def _without_network(html, modules):
    """The slides load reveal.js through a loader of the network, which a page without one does without."""
    script = (modules / "reveal.js" / "dist" / "reveal.js").as_uri()
    html = re.sub(r'<script src="https?://[^"]*require[^"]*"[^>]*></script>', "", html)
    start = html.rindex("<script>", 0, html.index("Reveal.initialize"))
    end = html.index("</script>", start)
    return f'{html[:start]}<script src="{script}"></script><script>Reveal.initialize({{hash: false}});{html[end:]}'
