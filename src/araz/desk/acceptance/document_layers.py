"""Layers of a document that are switched off: what is on them must not come to light when layers are given up."""

from typing import Any, Final

from pikepdf import Array, Dictionary, Name, Pdf

_DEEPEST: Final = 8
Known = tuple[int, int]  # what PDF calls an object by


class HiddenLayers:
    """Knows which layers a viewer would not show."""

    def __init__(self, pdf: Pdf) -> None:
        self._off: set[Known] = set()
        layers = pdf.Root.get(Name.OCProperties)
        if isinstance(layers, Dictionary):
            usual = layers.get(Name.D, Dictionary())
            if usual.get(Name.BaseState) == Name.OFF:
                self._off = _named(layers.get(Name.OCGs)) - _named(usual.get(Name.ON))
            else:
                self._off = _named(usual.get(Name.OFF))
            self._off |= _off_on_screens(usual.get(Name.AS))
        self.any = bool(self._off)

    def hides(self, mark: Any) -> bool:
        """Whether what is marked so, by a layer or by a rule about several, is not shown."""
        if not self.any or not isinstance(mark, Dictionary):
            return False
        if mark.get(Name.Type) != Name.OCMD:
            return mark.objgen in self._off
        if isinstance(mark.get(Name.VE), Array):
            return not self._is_shown(mark[Name.VE])
        members = mark.get(Name.OCGs)
        several = list(members) if isinstance(members, Array) else [members]
        off = [isinstance(each, Dictionary) and each.objgen in self._off for each in several]
        match mark.get(Name.P, Name.AnyOn):
            case Name.AllOn:
                return any(off)
            case Name.AnyOff:
                return not any(off)
            case Name.AllOff:
                return not all(off)
            case _:
                return bool(off) and all(off)

    def _is_shown(self, rule: Any, depth: int = 0) -> bool:
        """What a rule about layers says: “and”, “or” and “not”, also inside each other."""
        if not isinstance(rule, Array) or not len(rule) or depth > _DEEPEST:
            return not (isinstance(rule, Dictionary) and rule.objgen in self._off)
        parts = [self._is_shown(part, depth + 1) for part in list(rule)[1:]]
        match rule[0]:
            case Name.Not:
                return not all(parts)
            case Name.Or:
                return any(parts)
            case _:
                return all(parts)


def _off_on_screens(rules: Any) -> set[Known]:
    """Layers that are switched off where the document is looked at, such as those that are only printed."""
    off: set[Known] = set()
    for rule in rules if isinstance(rules, Array) else ():
        if not isinstance(rule, Dictionary) or rule.get(Name.Event) != Name.View:
            continue
        layers = rule.get(Name.OCGs)
        for layer in layers if isinstance(layers, Array) else ():
            use = layer.get(Name.Usage, Dictionary()) if isinstance(layer, Dictionary) else Dictionary()
            seen = use.get(Name.View) if isinstance(use, Dictionary) else None
            if isinstance(seen, Dictionary) and seen.get(Name.ViewState) == Name.OFF:
                off.add(layer.objgen)
    return off


def _named(layers: Any) -> set[Known]:
    return {layer.objgen for layer in layers if isinstance(layer, Dictionary)} if isinstance(layers, Array) else set()
