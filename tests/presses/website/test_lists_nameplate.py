"""How the newspaper's name stands on the river."""

import pytest

from araz.presses.website.nameplate import looks_of


@pytest.mark.parametrize(
    ("name", "looks"),
    [
        ("Araz", ""),
        ("Yeni Çağ", "wide deep"),
        ("Azərbaycan", "wide deep"),
        ("Günəş", "deep"),
        ("Güney Azərbaycan", "wide long deep"),
        ("Güney qəzeti şərqşünaslıq jurnalı ÇŞĞ", "wide longest deep"),
        ("آراز", ""),
        ("چشم‌انداز پیشرفت", "wide long"),
        ("آذربایجان میللی حرکتی خبر سایتی", "wide longest"),
    ],
)
def test_long_names_and_deep_letters_are_known(name: str, looks: str):
    assert looks_of(name) == looks
