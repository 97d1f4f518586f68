"""The deeds that are noted, each with the words in which administrators read it."""

from typing import Final

DEEDS: Final = {
    # ways in
    "passphrase-chosen": "chose a passphrase",
    "factor-added": "added a second factor",
    "factor-removed": "removed a second factor",
    "recovery-codes-made": "made new recovery codes",
    "recovery-code-used": "signed in with a recovery code",
    "sessions-ended": "signed out everywhere",
    # accounts
    "account-made": "made an account",
    "role-given": "changed what an account may do",
    "account-closed": "closed an account",
    "account-opened": "opened an account again",
    "account-deleted": "deleted an account",
    "link-made": "made a sign-in link",
    "recovery-asked": "asked for the recovery of an account",
    "recovery-refused": "refused the recovery of an account",
    "recovery-agreed": "agreed to the recovery of an account",
    "recovered-by-host": "recovered an account from the host's shell",
    # who may do what
    "rights-changed": "changed what a role may do",
    "review-changed": "changed the review or one of its steps",
    "approval-changed": "changed how many persons approve a story",
    # what readers see
    "approved": "approved a step of the review",
    "scheduled": "had a story published at a later time",
    "published": "published a story",
    "moved": "moved a story to another section",
    "withdrawn": "withdrew a story",
    "deleted": "deleted a page",
    "erasure-asked": "asked for an erasure",
    "erasure-refused": "refused an erasure",
    "erased": "erased something from the whole newsroom",
    "masthead-changed": "changed the masthead, the addresses, a language or a setting of the paper",
    "part-changed": "changed a byline, a topic, a place or a front page",
    # what must not be in an output
    "waived": "let a story out although something was found in it",
    "waived-everywhere": "let something out wherever it stands although it had been found",
    "waived-imported": "let out what was found of one kind in all that was brought in",
    "waiver-taken-back": "took back that something is no secret",
    "words-changed": "changed the list of words that must never appear",
    # the newsroom's folder
    "backup-made": "made a backup",
    "restored": "brought the newsroom back from a backup",
    "upgraded": "upgraded Araz",
    "keys-changed": "changed the keys of backups or of the list of words",
}
