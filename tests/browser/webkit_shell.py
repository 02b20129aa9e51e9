"""A browser of WebKitGTK that its WebDriver can start; run by Debian's own Python.

``/usr/bin/python3 webkit_shell.py --profile FOLDER --size 1366x768``
"""

# pyright: reportMissingImports=false
import argparse

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402 - only after the versions are said


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", required=True)
    parser.add_argument("--size", default="1366x768")
    given, _ = parser.parse_known_args()
    data = WebKit2.WebsiteDataManager(
        base_data_directory=f"{given.profile}/data", base_cache_directory=f"{given.profile}/cache"
    )
    context = WebKit2.WebContext.new_with_website_data_manager(data)
    context.set_automation_allowed(True)
    # Without a language Flutter paints nothing.
    context.set_preferred_languages(["id-ID"])
    context.connect("automation-started", lambda _, session: _named(session, context, given.size))
    Gtk.main()


def _named(session, context, size) -> None:
    info = WebKit2.ApplicationInfo()
    info.set_name("webkit-shell")
    info.set_version(1, 0, 0)
    session.set_application_info(info)
    session.connect("create-web-view", lambda _: _view(context, size))


def _view(context, size):
    settings = WebKit2.Settings()
    settings.set_enable_webgl(True)
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    width, height = (int(side) for side in size.split("x"))
    window = Gtk.Window(default_width=width, default_height=height, decorated=False)
    window.add(view)
    window.connect("destroy", Gtk.main_quit)
    view.connect("close", lambda _: window.destroy())
    window.show_all()
    return view


if __name__ == "__main__":
    main()
