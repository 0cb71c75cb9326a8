"""ketwatch.toml: what it may hold, and that every mistake is named with its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.config import Config, ConfigError, Email, Feed, Folder, Rule, SlackHook, Webhook, load_config

SECRETS = {
    "KETWATCH_SMTP_PASSWORD": "secret",
    "KETWATCH_SLACK_TEAM_A": "https://hooks.example/x",
    "KETWATCH_WEBHOOK_EHR": "whsec_c2VjcmV0",
}
WHOLE = """
contact = "watch@clinic.example"
public_url = "https://watch.clinic.example"
nightly_at = "03:30"
dead_man_url = "https://ping.example/abc"
payers_parallel = 2
remind_days_before = 21
[email]
host = "mail.clinic.example"
security = "tls"
user = "watch"
sender = "watch@clinic.example"
[[slack]]
name = "team-a"
[[webhook]]
name = "ehr"
url = "https://ehr.clinic.example/ketwatch"
[[folder]]
name = "out"
path = "alerts"
[feed]
path = "feed.xml"
url = "https://watch.clinic.example/feed.xml"
[[rule]]
name = "expansions"
to = ["email:billing@clinic.example", "slack:team-a", "folder:out"]
when = "at_once"
payers = ["meadow-health"]
states = ["mi"]
products = ["esketamine"]
indications = ["trd", "mdsi"]
axes = ["eligibility"]
directions = ["expanded", "mixed"]
least_confidence = "medium"
[[rule]]
name = "fridays"
to = ["webhook:ehr"]
when = "weekly"
weekday = "friday"
"""


def load(folder: Path, text: str, environ: dict[str, str] = SECRETS) -> Config:
    path = folder / "ketwatch.toml"
    path.write_text(text, encoding="utf-8")
    return load_config(path, environ)


def test_a_whole_configuration_is_read(tmp_path: Path) -> None:
    assert load(tmp_path, WHOLE) == Config(
        contact="watch@clinic.example",
        public_url="https://watch.clinic.example",
        nightly_at="03:30",
        dead_man_url="https://ping.example/abc",
        payers_parallel=2,
        remind_days_before=21,
        email=Email("mail.clinic.example", 465, "tls", "watch", "secret", "watch@clinic.example"),
        slack=(SlackHook("team-a", "https://hooks.example/x"),),
        webhooks=(Webhook("ehr", "https://ehr.clinic.example/ketwatch", "whsec_c2VjcmV0"),),
        folders=(Folder("out", tmp_path / "alerts"),),
        feed=Feed(tmp_path / "feed.xml", "https://watch.clinic.example/feed.xml"),
        rules=(
            Rule(
                name="expansions",
                to=("email:billing@clinic.example", "slack:team-a", "folder:out"),
                when="at_once",
                payers=("meadow-health",),
                states=("MI",),
                products=("esketamine",),
                indications=("trd", "mdsi"),
                axes=("eligibility",),
                directions=("expanded", "mixed"),
                least_confidence="medium",
            ),
            Rule("fridays", ("webhook:ehr",), "weekly", weekday="friday"),
        ),
    )


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml", {}) == Config()


def test_a_file_that_was_asked_for_must_exist(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="write it or give --config"):
        load_config(tmp_path / "none.toml", {}, required=True)


def test_the_contact_may_come_from_the_environment(tmp_path: Path) -> None:
    assert load(tmp_path, "", {"KETWATCH_CONTACT": "me@clinic.example"}).contact == "me@clinic.example"


def test_a_server_without_login_needs_no_password(tmp_path: Path) -> None:
    config = load(tmp_path, '[email]\nhost = "mail.example"\nsender = "a@b.example"\nsecurity = "none"', {})
    assert config.email == Email("mail.example", 25, "none", None, None, "a@b.example")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("contcat = 'x'", "contcat is not known here; known are contact, "),
        ("contact = 3", "contact must be a text in quotes, not 3"),
        ("contact = ", "is not TOML"),
        ("nightly_at = '2am'", "write HH:MM in UTC"),
        ("nightly_at = '24:00'", "write HH:MM in UTC"),
        ("payers_parallel = 0", "must lie between 1 and 32"),
        ("payers_parallel = true", "must be a whole number"),
        ("dead_man_url = 'ping.example'", "must begin with https://"),
        ("dead_man_url = 'file:///etc/hosts'", "must begin with https://"),
        ("[email]\nhost = 'm.example'", r"\[email\] sender is missing"),
        ("[email]\nhost = 'm'\nsender = 's@m'\npassword = 'x'", r"\[email\] password is not known here"),
        ("[email]\nhost = 'm'\nsender = 's@m'\nsecurity = 'ssl'", "known are starttls, tls, none"),
        ("[email]\nhost = 'm'\nsender = 's@m'\nuser = 'u'\nsecurity = 'none'", "in the clear"),
        ("[[slack]]\nname = 'Team A'", "use lower-case letters"),
        ("[[slack]]\nname = 'other'", "must hold KETWATCH_SLACK_OTHER"),
        ("[[folder]]\nname = 'a'\npath = 'x'\n[[folder]]\nname = 'a'\npath = 'y'", "each needs its own"),
        ("[[rule]]\nname = 'r'", "names nobody"),
        ("[[rule]]\nname = 'r'\nto = ['folder:out']", "is no channel"),
        ("[[rule]]\nname = 'r'\nto = ['pager:1']", "is no channel"),
        ("[[rule]]\nname = 'r'\nto = ['email:a@b.example']", r"needs an \[email\] table"),
        ("[[rule]]\nname = 'r'\nto = 'email:a@b.example'", "must be a list of texts"),
        ("[[rule]]\nname = 'r'\nto = ['x:y']\nwhen = 'monthly'", "known are at_once, nightly, weekly"),
        ("[[rule]]\nname = 'r'\nto = ['x:y']\nwhen = 'weekly'\nweekday = 'fri'", "known are monday, tuesday"),
        ("[[rule]]\nname = 'r'\nto = ['x:y']\nweekday = 'friday'", 'is for when = "weekly"; this rule says "nightly"'),
        ("[[rule]]\nname = 'r'\nto = ['x:y']\nstates = ['Ohio']", 'has "OHIO"; write postal codes'),
        ("[[rule]]\nname = 'r'\nto = ['x:y']\npayers = ['Oscar Health']", "write ids as `ketwatch sources` prints"),
        ("[[rule]]\nname = 'r'\nto = ['x:y']\nindications = ['depression']", "known are trd, mdsi"),
        ("[[rule]]\nname = 'r'\nto = ['x:y']\naxes = ['price']", "known are eligibility, setting"),
        ("[[rule]]\nname = 'r'\nto = ['x:y']\nleast_confidence = 'sure'", "known are high, medium, low"),
        ("[[rule]]\nname = 'r'\nto = ['webhook:none']", "is no channel"),
        ("[[webhook]]\nname = 'ehr'", "url is missing"),
        ("[[webhook]]\nname = 'crm'\nurl = 'https://crm.example'", "must hold KETWATCH_WEBHOOK_CRM"),
        ("[feed]\nurl = 'https://x.example'", r"\[feed\] path is missing"),
        ("remind_days_before = 365", "must lie between 0 and 90"),
        ("[[rule]]\nname = 'r'\nto = ['x:y']\ndirections = ['up']", "known are expanded, restricted"),
        ("[[rule]]\nname = 'r'\nto = ['x:y']\nproducts = ['ketamin']", "known are esketamine, ketamine"),
        ("rule = 'x'", r"must be tables written as \[\[rule\]\]"),
    ],
)
def test_a_mistake_is_named_with_its_remedy(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        load(tmp_path, text)


def test_an_address_without_an_at_sign_is_no_mail_address(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is no mail address"):
        load(tmp_path, WHOLE.replace("email:billing@clinic.example", "email:billing"))


def test_a_missing_password_is_asked_for_by_name(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="must hold KETWATCH_SMTP_PASSWORD"):
        load(tmp_path, WHOLE, {})
