"""A browser of WebKitGTK that its WebDriver can start; run by Debian's own Python.

``/usr/bin/python3 webkit_shell.py --profile FOLDER --size 1366x768``
"""

# pyright: reportMissingImports=false
import argparse

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402 - only after the versions are said

FILES = {"StorageAPI", "FileSystem", "AccessHandle", "StorageAPIEstimate"}
"""What Safari has switched on."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", required=True)
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--phone", action="store_true", help="a camera, and files of its own")
    given, _ = parser.parse_known_args()
    data = WebKit2.WebsiteDataManager(
        base_data_directory=f"{given.profile}/data", base_cache_directory=f"{given.profile}/cache"
    )
    context = WebKit2.WebContext.new_with_website_data_manager(data)
    context.set_automation_allowed(True)
    # Without a language Flutter paints nothing.
    context.set_preferred_languages(["id-ID"])
    context.connect("automation-started", lambda _, session: _named(session, context, given))
    Gtk.main()


def _named(session, context, given) -> None:
    info = WebKit2.ApplicationInfo()
    info.set_name("webkit-shell")
    info.set_version(1, 0, 0)
    session.set_application_info(info)
    session.connect("create-web-view", lambda _: _view(context, given))


def _view(context, given):
    settings = WebKit2.Settings()
    settings.set_enable_webgl(True)
    if given.phone:
        _as_a_phone(settings)
    view = WebKit2.WebView(web_context=context, settings=settings, is_controlled_by_automation=True)
    width, height = (int(side) for side in given.size.split("x"))
    view.connect("permission-request", lambda _, request: request.allow() or True)
    window = Gtk.Window(default_width=width, default_height=height, decorated=False)
    window.add(view)
    window.connect("destroy", Gtk.main_quit)
    view.connect("close", lambda _: window.destroy())
    window.show_all()
    return view


def _as_a_phone(settings) -> None:
    settings.set_enable_media_stream(True)
    settings.set_enable_mock_capture_devices(True)
    features = WebKit2.Settings.get_all_features()
    for number in range(features.get_length()):
        feature = features.get(number)
        if feature.get_identifier() in FILES:
            settings.set_feature_enabled(feature, True)


if __name__ == "__main__":
    main()
