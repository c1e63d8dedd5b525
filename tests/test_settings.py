import stat
from datetime import time
from pathlib import Path

import pytest

from ritual import settings
from ritual.folders import Folders
from ritual.settings import Settings


def write(folders: Folders, content: str | bytes) -> Path:
    folders.config.mkdir(parents=True, exist_ok=True)
    folders.settings_file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folders.settings_file


def test_without_a_file_everything_is_as_usual(folders: Folders) -> None:
    assert settings.load(folders, {}) == (Settings(), [])
    assert not folders.config.exists()


def test_an_empty_file_changes_nothing(folders: Folders) -> None:
    write(folders, "")
    assert settings.load(folders, {}) == (Settings(), [])


def test_the_file_goes_before_the_default(folders: Folders) -> None:
    write(folders, 'minutes = 30\ntheme = "daylight"\nbell = true\n[keys]\nbegin = "space"\n')
    found, problems = settings.load(folders, {})
    assert found == Settings(minutes=30, theme="daylight", bell=True, keys={"begin": "space"})
    assert problems == []


def test_the_environment_goes_before_the_file(folders: Folders) -> None:
    write(folders, 'minutes = 30\ntheme = "daylight"\n')
    environment = {"RITUAL_MINUTES": "40", "RITUAL_REDUCE_MOTION": "true", "RITUAL_NIGHT_BEGINS": "03:30"}
    found, problems = settings.load(folders, environment)
    assert found == Settings(minutes=40, theme="daylight", reduce_motion=True, night_begins=time(3, 30))
    assert problems == []


@pytest.mark.parametrize("written", ['"03:30"', '"03:30:00"', "03:30:00"])
def test_a_time_may_be_written_as_people_do(folders: Folders, written: str) -> None:
    write(folders, f"night_begins = {written}\n")
    assert settings.load(folders, {}) == (Settings(night_begins=time(3, 30)), [])


@pytest.mark.parametrize("written", ['["friday", "sunday"]', '"Friday, sunday"'])
def test_days_may_be_written_with_commas(folders: Folders, written: str) -> None:
    write(folders, f'evening_at = "20:15"\nevening_days = {written}\n')
    found = settings.load(folders, {})
    assert found == (Settings(evening_at=time(20, 15), evening_days=("friday", "sunday")), [])
    assert settings.load(folders, {"RITUAL_EVENING_DAYS": "monday"})[0].evening_days == ("monday",)


def test_there_may_be_no_days_for_reminders(folders: Folders) -> None:
    write(folders, "evening_days = []\n")
    assert settings.load(folders, {}) == (Settings(evening_days=()), [])


def test_a_time_with_an_offset_never_stops_the_night(folders: Folders) -> None:
    write(folders, 'night_begins = "05:00:00+01:00"\n')
    found, _ = settings.load(folders, {})
    assert found.night_begins.tzinfo is None


@pytest.mark.parametrize(
    "content",
    ["minutes = [", "minutes", "= 3", "minutes = 20\nminutes = 30", "[keys\n", b"\xff\xfe", 'theme = "a\x00b"'],
)
def test_a_file_that_is_no_toml_costs_one_sentence(folders: Folders, content: str | bytes) -> None:
    file = write(folders, content)
    before = file.read_bytes()
    found, problems = settings.load(folders, {})
    assert found == Settings()
    assert_one_sentence(problems, "settings.toml")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("minutes", '"long"'),
        ("minutes", "true"),
        ("minutes", "20.5"),
        ("minutes", "1"),
        ("minutes", "181"),
        ("minutes", "-20"),
        ("minutes", "99999999999999999999"),
        ("checkin_minutes", "14"),
        ("checkin_minutes", "61"),
        ("checkin_minutes", '"half an hour"'),
        ("checkin_day", '"someday"'),
        ("checkin_day", "7"),
        ("evening_at", '"late"'),
        ("evening_days", '["someday"]'),
        ("evening_days", "5"),
        ("checkin_at", "20"),
        ("hide_typing", '"perhaps"'),
        ("theme", "3"),
        ("night_begins", '"25:00"'),
        ("night_begins", '"late"'),
        ("night_begins", "4"),
        ("reduce_motion", '"perhaps"'),
        ("bell", "[]"),
        ("keys", '"space"'),
        ("keys", "{ begin = 1 }"),
    ],
)
def test_a_wrong_value_costs_only_itself_and_one_sentence(folders: Folders, name: str, value: str) -> None:
    other = "minutes = 25" if name != "minutes" else "bell = true"
    expected = Settings(minutes=25) if name != "minutes" else Settings(bell=True)
    file = write(folders, f"{name} = {value}\n{other}\n")
    before = file.read_bytes()
    found, problems = settings.load(folders, {})
    assert found == expected
    assert_one_sentence(problems, f"{name} in line 1 of settings.toml")
    assert file.read_bytes() == before


@pytest.mark.parametrize("value", ["", "soon", "1", "500"])
def test_a_wrong_variable_leaves_what_the_file_says(folders: Folders, value: str) -> None:
    write(folders, "minutes = 30\n")
    found, problems = settings.load(folders, {"RITUAL_MINUTES": value})
    assert found.minutes == 30
    assert_one_sentence(problems, "RITUAL_MINUTES")


def test_what_cannot_be_read_is_told_without_words_of_the_machine(folders: Folders) -> None:
    file = folders.settings_file
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\xff\xfe")
    assert settings.load(folders, {})[1][0].startswith("settings.toml could not be read (its letters are not UTF-8).")
    file.unlink()
    file.mkdir()
    assert settings.load(folders, {})[1][0].startswith("settings.toml could not be read (Is a directory).")


def test_a_language_that_is_spoken_is_not_called_unknown(folders: Folders) -> None:
    for said in ("DE", "de_AT.UTF-8", " de "):
        assert settings.load(folders, {"RITUAL_LANG": said}) == (Settings(lang="de"), [])
    assert len(settings.load(folders, {"RITUAL_LANG": "fr"})[1]) == 1


def test_unknown_keys_are_left_alone(folders: Folders) -> None:
    write(folders, 'minutes = 30\nfont = "large"\n[window]\nwidth = 3\n')
    assert settings.load(folders, {}) == (Settings(minutes=30), [])


def test_saving_makes_a_private_file(folders: Folders) -> None:
    settings.save(folders, minutes=30)
    assert stat.S_IMODE(folders.settings_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folders.config.stat().st_mode) == 0o700
    assert settings.load(folders, {}) == (Settings(minutes=30), [])


def test_saving_makes_an_open_file_private(folders: Folders) -> None:
    write(folders, "minutes = 20\n").chmod(0o644)
    settings.save(folders, minutes=30)
    assert stat.S_IMODE(folders.settings_file.stat().st_mode) == 0o600


def test_saving_keeps_comments_order_and_unknown_keys(folders: Folders) -> None:
    file = write(folders, '# ours\nfont = "large"  # why not\nminutes = 20 # calm\n\n[window]\nwidth = 3\n')
    settings.save(folders, minutes=30)
    assert file.read_text() == '# ours\nfont = "large"  # why not\nminutes = 30 # calm\n\n[window]\nwidth = 3\n'


@pytest.mark.parametrize("content", ['# c\n[keys]\nbegin = "space"\n', '[[a]]\nb = 1\n[keys]\nbegin = "space"\n'])
def test_a_new_setting_does_not_slip_into_a_table(folders: Folders, content: str) -> None:
    write(folders, content)
    settings.save(folders, minutes=30, theme="daylight")
    expected = Settings(minutes=30, theme="daylight", keys={"begin": "space"})
    assert settings.load(folders, {}) == (expected, [])


def test_what_is_saved_is_what_is_loaded(folders: Folders) -> None:
    wanted = Settings(
        30,
        "stillness",
        time(3, 30),
        True,
        True,
        True,
        {"begin": "space"},
        checkin_minutes=15,
        checkin_day="friday",
        evening_at=time(20),
        evening_days=("friday",),
        checkin_at=time(11, 15),
    )
    settings.save(folders, **{name: getattr(wanted, name) for name in Settings.__struct_fields__})
    assert settings.load(folders, {}) == (wanted, [])


@pytest.mark.parametrize("content", [b"minutes = [\n", b"\xff\xfe"])
def test_a_broken_file_is_never_written_over(folders: Folders, content: bytes) -> None:
    file = write(folders, content)
    with pytest.raises(ValueError, match=r"."):
        settings.save(folders, minutes=30)
    assert file.read_bytes() == content
    assert list(folders.config.iterdir()) == [file]


@pytest.mark.parametrize("is_there", [True, False])
@pytest.mark.parametrize("relative", [True, False])
def test_saving_follows_a_link_and_leaves_it_in_place(folders: Folders, is_there: bool, relative: bool) -> None:
    folders.config.mkdir(parents=True)
    theirs = folders.config.parent / "dotfiles" / "ritual.toml"
    theirs.parent.mkdir()
    if is_there:
        theirs.write_text("# ours\nminutes = 20\n")
    aim = Path("..") / "dotfiles" / "ritual.toml" if relative else theirs
    folders.settings_file.symlink_to(aim)
    settings.save(folders, minutes=30)
    assert folders.settings_file.is_symlink()
    assert folders.settings_file.readlink() == aim
    assert not theirs.is_symlink()
    assert theirs.read_text() == ("# ours\n" if is_there else "") + "minutes = 30\n"
    assert list(folders.config.iterdir()) == [folders.settings_file]
    assert list(theirs.parent.iterdir()) == [theirs]
    assert settings.load(folders, {}) == (Settings(minutes=30), [])


def test_changed_settings_leave_the_others() -> None:
    before = Settings(minutes=30)
    assert settings.changed(before, bell=True) == Settings(minutes=30, bell=True)
    assert before == Settings(minutes=30)


def test_the_flag_goes_before_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RITUAL_HOME", str(tmp_path / "environment"))
    assert Folders.find(tmp_path / "flag").data == tmp_path / "flag" / "data"
    assert Folders.find().state == tmp_path / "environment" / "state"
    assert Folders.find("").config == tmp_path / "environment" / "config"


def test_a_home_may_be_relative_or_begin_with_a_tilde(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Folders.find("here").data == tmp_path / "here" / "data"
    assert Folders.find("~/there").data == tmp_path / "there" / "data"


def test_without_a_home_the_folders_are_where_the_system_keeps_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, folder in (("DATA", "d"), ("STATE", "s"), ("CONFIG", "c")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / folder))
    found = Folders.find()
    folders = (found.data, found.state, found.config)
    assert len(set(folders)) == 3
    assert all(folder.name == "ritual" and tmp_path in folder.parents for folder in folders)
    assert not any(folder.exists() for folder in folders)
    assert found.settings_file == found.config / "settings.toml"


def assert_one_sentence(problems: list[str], about: str) -> None:
    assert len(problems) == 1
    assert about in problems[0]
    assert "\n" not in problems[0]
    assert problems[0].endswith(".")
