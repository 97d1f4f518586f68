"""Layers of a document that are switched off: what is on them must not come to light when layers are given up."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

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
        self.any = bool(self._off)

    def hides(self, mark: Any) -> bool:
        """Whether what is marked so, by a layer or by a rule about several, is not shown."""
        if not self.any or not isinstance(mark, Dictionary):
            return False
        if mark.get(Name.Type) != Name.OCMD:
            return mark.objgen in self._off
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


def _named(layers: Any) -> set[Known]:
    return {layer.objgen for layer in layers if isinstance(layer, Dictionary)} if isinstance(layers, Array) else set()
