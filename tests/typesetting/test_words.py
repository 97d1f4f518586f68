from araz.typesetting.words import catalogue, counted, named, printed, words


def test_counted_things_follow_the_language():
    assert counted("minutes", 1, "en") == "1 minute"
    assert counted("minutes", 2, "en") == "2 minutes"
    assert counted("minutes", 4, "azb") == "۴ دقیقه"


def test_a_name_that_a_language_lacks_is_taken_from_another():
    assert named({"az": "Sevda"}, "fa") == "Sevda"
    assert named({}, "fa") == ""


def test_everything_that_is_printed_is_told_to_who_asks_what_changed():
    told = "\n".join(printed())
    for language in ("az", "azb", "fa", "tr", "en"):
        assert all(f"\n{key}\n{word}" in told for key, word in words(language).items())
    assert "\nstories\n{n} story\n{n} stories" in told


def test_what_only_translators_see_changes_no_page():
    told = "\n".join(printed())
    remarks = [remark for message in catalogue("az") for remark in (*message.auto_comments, *message.flags)]
    assert remarks
    assert not any(remark in told for remark in remarks)
