"""Who a text names as acting: sides, their bodies, organisations and leaders (``extract/lexicon/actors.yaml``)."""

from extract.actors.find import ActorHit, actor_lexicon, find_actors, is_observer, load_cast

__all__ = ["ActorHit", "actor_lexicon", "find_actors", "is_observer", "load_cast"]
