"""What araz.toml may say, and the sentence for what it may not."""

from pathlib import Path

import pytest

from araz.server.newsroom import NotANewsroom, open_newsroom, read_settings


def test_an_empty_file_is_a_newsroom_with_the_usual_settings(tmp_path: Path):
    (tmp_path / "araz.toml").write_text("")
    newsroom = open_newsroom(tmp_path)
    assert (newsroom.settings.port, newsroom.settings.desk_port, newsroom.settings.listen) == (8000, 8001, "127.0.0.1")
    assert newsroom.public == tmp_path / "sites/main/public"


def test_every_kind_of_setting_is_read():
    settings = read_settings(
        {
            "home": "https://paper.example",
            "approval": "one",
            "port": 80,
            "reader_hosts": ["mirror.example"],
            "trusted_proxies": ["10.0.0.0/8"],
            "deliveries": [{"name": "stick", "folder": "/mnt/stick"}],
        }
    )
    assert settings.home == "https://paper.example"
    assert settings.deliveries[0].folder == Path("/mnt/stick")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"hoem": ""}, "Do you mean “home”?"),
        ({"deliveries": [{"name": "a", "foldr": "b"}]}, "Do you mean “folder”?"),
        ({"port": "80"}, "port"),
        ({"approval": "three"}, "approval"),
        ({"time_zone": "Mars"}, "not a time zone"),
        ({"home": "paper.example"}, "an address like https://"),
        ({"home": "https://paper.example/az"}, "without a slash"),
        ({"database": "mysql://x"}, "database is “sqlite”"),
        ({"port": 9, "desk_port": 9}, "the same"),
        ({"site": "../x"}, "one folder"),
        ({"trusted_proxies": ["proxy"]}, "such as 127.0.0.1"),
        ({"deliveries": [{"name": "a", "folder": "b"}, {"name": "a", "folder": "c"}]}, "same name"),
    ],
)
def test_a_wrong_setting_is_refused_with_what_to_do(table: dict[str, object], said: str):
    with pytest.raises(NotANewsroom, match=said):
        read_settings(table)


def test_a_folder_without_settings_is_not_a_newsroom(tmp_path: Path):
    with pytest.raises(NotANewsroom, match="araz new"):
        open_newsroom(tmp_path / "nowhere")


def test_the_key_is_made_once_and_for_the_owner_alone(tmp_path: Path):
    (tmp_path / "araz.toml").write_text("")
    newsroom = open_newsroom(tmp_path)
    key = newsroom.secret_key()
    assert len(key) > 60
    assert newsroom.secret_key() == key
    assert newsroom.key_file.stat().st_mode & 0o777 == 0o600
