"""Names of accounts are found where they are words of their own."""

import pytest

from araz.importers.wordpress.accounts import Accounts
from araz.importers.wordpress.export import Author, Entry, Item, Site
from araz.importers.wordpress.languages import Languages
from araz.importers.wordpress.survey import Survey
from araz.importers.wordpress.terms import Terms

LOGINS = (
    "mehriban82",
    "Qasim_Tufan",
    "ilqar_az",
    "o'ktay77",
    "gülnarə.su",
    "sona.el",
    "leyla@old.example",
    "eli",
    "editor",
)
STORY = Item(number=7, kind="post", state="public", title="Göl")


@pytest.fixture
def accounts() -> Accounts:
    known = Accounts()
    for login in LOGINS:
        known.learn(login)
    return known


@pytest.mark.parametrize(
    "text",
    [
        "Yazan: mehriban82.",
        "MEHRIBAN82",
        "https://social.example/@mehriban82",
        "https://old.example/qasim%5Ftufan/2019/",
        "şəkil_mehriban82_01",
        "sona.el yazdı",
        "leyla@old.example",
        "İlqar_Az",
        "ILQAR_AZ və ılqar_az",
        "O’ktay77",
        "https://old.example/gulnare-su/2019/",
        "https://old.example/2019/leylaold-example/",  # what WordPress makes of it for addresses
        "https://old.example/2019/sona-el-yazir/",
    ],
)
def test_a_name_is_found_in_any_dress(accounts: Accounts, text: str):
    assert accounts.are_in(text)


@pytest.mark.parametrize("text", ["", "mehriban", "mehriban821", "Qasim və Tufan", "The editor met Eli.", "leyla"])
def test_words_that_only_resemble_a_name_are_none(accounts: Accounts, text: str):
    assert not accounts.are_in(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("mehriban82nin, @Mehriban82dən, sona.eldən", "…nin, @…dən, …dən"),
        ("https://x.example/u/mehriban82nin", "https://x.example/u/…nin"),
        ("Sona.Ellərdən, SONA.ELDƏN", "…lərdən, …DƏN"),
        ("sona.elxan, mehriban82quluzadə, mehriban821", "sona.elxan, mehriban82quluzadə, mehriban821"),  # are others
        ("qasim_tufanov, qasim_tufanın", "qasim_tufanov, …ın"),
        ("https%3A%2F%2Fx.example%252Fmehriban82%2F", "https%3A%2F%2Fx.example%252F…%2F"),
        ("tufangilin", "tufangilin"),  # may be a word
    ],
)
def test_an_ending_may_follow_a_name_that_is_no_word(accounts: Accounts, text: str, shown: str):
    accounts.learn("tufangil")
    assert accounts.hidden_in(text) == shown


def test_a_name_is_hidden_and_the_words_around_it_stay(accounts: Accounts):
    assert accounts.hidden_in("Sağ ol, Mehriban82, və qasim_tufan!") == "Sağ ol, …, və …!"


@pytest.mark.parametrize("login", ["mehriban82", "eli"])
def test_a_story_keeps_its_key_whichever_accounts_an_export_of_its_site_has(login: str):
    def key_of(*entries: Entry) -> str:
        terms = Terms()
        survey = Survey(terms, Languages(terms, {}))
        for entry in (Site(address=f"https://{login}.example"), *entries, STORY):
            survey.take(entry, lambda _: None)
        survey.settle()
        return survey.key_of(STORY)

    assert key_of() == key_of(Author(login=login))
    assert login not in key_of()
