"""The desk's tables. Django finds models here; code imports them from their own modules."""

from araz.desk.audit.models import AuditChain, AuditLine
from araz.desk.models.documents import DeskDocument
from araz.desk.models.erasures import ErasureRequest
from araz.desk.models.held import HeldBack, HeldFinding, LettingOut, Waiver
from araz.desk.models.images import DeskImage, DeskRendition
from araz.desk.models.origins import Origin
from araz.desk.models.outbox import HandedOver, Outbox, OutboxCount, PublicStory, StoryCorrection
from araz.desk.models.pages import NewsroomHome, SectionPage
from araz.desk.models.paper import (
    AddressBook,
    AddressEntry,
    FrontOrder,
    FrontPin,
    FrontSecond,
    FrontSection,
    PaperSettings,
)
from araz.desk.models.review import ReviewTask
from araz.desk.models.snippets import Byline, Place, Topic, TopicStory
from araz.desk.models.story import StoryByline, StoryPage, StoryRelated, StoryTopic
from araz.desk.signin.models import OneTimeLink, Recovery, WrongTries

__all__ = [
    "AddressBook",
    "AddressEntry",
    "AuditChain",
    "AuditLine",
    "Byline",
    "DeskDocument",
    "DeskImage",
    "DeskRendition",
    "ErasureRequest",
    "FrontOrder",
    "FrontPin",
    "FrontSecond",
    "FrontSection",
    "HandedOver",
    "HeldBack",
    "HeldFinding",
    "LettingOut",
    "NewsroomHome",
    "OneTimeLink",
    "Origin",
    "Outbox",
    "OutboxCount",
    "PaperSettings",
    "Place",
    "PublicStory",
    "Recovery",
    "ReviewTask",
    "SectionPage",
    "StoryByline",
    "StoryCorrection",
    "StoryPage",
    "StoryRelated",
    "StoryTopic",
    "Topic",
    "TopicStory",
    "Waiver",
    "WrongTries",
]
