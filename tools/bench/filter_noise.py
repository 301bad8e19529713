#!/usr/bin/env python3
"""Plants noise of ten kinds into good pairs and measures what a filter drops of it.

    filter_noise.py plant FILE.tsv[.xz]... --pairs 10000 -o noisy.tsv
    duizhao filter noisy.tsv --annotate -o annotated.tsv
    filter_noise.py measure annotated.tsv

`plant` takes pairs EN<TAB>ZH from the files, none twice, spoils two in a hundred in each of the ten
ways, and writes SOURCE, TARGET and KIND (`good` for the others) under a header. `measure` prints
recall and precision a kind, beside simple predicates as OpusFilter and Bicleaner-hardrules have
them, written anew here. Precision a kind: of what is dropped among the good pairs and those of this
kind, the share that is of this kind; all kinds are equally frequent.
"""

import argparse
import collections
import html
import lzma
import random
import re
import string
import sys

FOREIGN = [
    "Le gouvernement a annoncé hier une nouvelle série de mesures pour soutenir les petites entreprises.",
    "Les résultats de cette étude seront publiés dans le courant du mois prochain par la commission.",
    "Il faut ouvrir la fenêtre avant de commencer le travail.",
    "Der Vorstand hat am Freitag beschlossen, die Preise für das kommende Jahr nicht zu erhöhen.",
    "Die Ergebnisse der Untersuchung werden im nächsten Monat veröffentlicht.",
    "Bitte öffnen Sie das Fenster, bevor Sie mit der Arbeit anfangen.",
    "El gobierno anunció ayer nuevas medidas para apoyar a las pequeñas empresas del país.",
    "Los resultados del estudio se publicarán el próximo mes en la revista de la universidad.",
    "Il consiglio ha deciso di non aumentare i prezzi per il prossimo anno.",
    "A empresa informou que os resultados serão divulgados no próximo mês.",
    "Het bestuur heeft besloten de prijzen voor het komende jaar niet te verhogen.",
    "Chính phủ đã công bố các biện pháp mới để hỗ trợ các doanh nghiệp nhỏ.",
    "Правительство вчера объявило о новых мерах поддержки малых предприятий.",
    "Результаты исследования будут опубликованы в следующем месяце.",
    "政府は昨日、中小企業を支援するための新しい対策を発表しました。",
    "調査の結果は来月発表される予定です。",
    "作業を始める前に窓を開けてください。",
    "정부는 어제 중소기업을 지원하기 위한 새로운 대책을 발표했다.",
    "조사 결과는 다음 달에 발표될 예정이다.",
    "أعلنت الحكومة أمس عن تدابير جديدة لدعم الشركات الصغيرة.",
]

SITE_EN = [
    "Home | About us | Products | News | Contact us | Site map",
    "Share on Facebook Share on Twitter Email Print",
    "Copyright © 2018 All rights reserved. Terms of use | Privacy policy",
    "This website uses cookies to improve your experience. Accept Read more",
    "Click here to subscribe to our newsletter!",
    "Log in | Register | Forgot your password?",
    "Tags: news, world, business  Comments (0)  Leave a reply",
    "Previous article  Next article  Back to top",
]
SITE_ZH = [
    "首页 | 关于我们 | 产品中心 | 新闻动态 | 联系我们 | 网站地图",
    "分享到：微信 微博 QQ空间 打印 收藏",
    "版权所有 © 2018 保留所有权利。使用条款 | 隐私政策",
    "本网站使用Cookie以改善您的体验。接受 了解更多",
    "点击这里订阅我们的电子报！",
    "登录 | 注册 | 忘记密码？",
    "标签：新闻 国际 商业  评论(0)  发表评论",
    "上一篇  下一篇  返回顶部",
]


def words(text):
    return text.split()


def cut(text, share, chinese):
    """The first `share` of a text."""
    if chinese:
        return text[: max(1, int(len(text) * share))]
    parts = words(text)
    return " ".join(parts[: max(1, int(len(parts) * share))])


def either(rng, en, zh, change):
    """Changes one of both sides."""
    if rng.random() < 0.5:
        return change(en, False), zh
    return en, change(zh, True)


def half_missing(rng, en, zh, _):
    begin = rng.random() < 0.5

    def change(text, chinese):
        if begin:
            return cut(text, 0.5, chinese)
        rest = text[len(text) // 2 :] if chinese else " ".join(words(text)[len(words(text)) // 2 :])
        return rest or text[:1]

    return either(rng, en, zh, change)


def truncated(rng, en, zh, _):
    return either(rng, en, zh, lambda t, c: cut(t, rng.uniform(0.6, 0.8), c))


def junk(rng, en, zh, _):
    kind = rng.randrange(4)

    def change(text, chinese):
        if kind == 0:  # a loop of a neural system
            unit = rng.choice([text[:2], text[2:5]] if chinese else words(text)[:3]) or text[:2]
            return (text[: len(text) // 3] + " " + ("" if chinese else " ").join([unit] * 12)).strip()
        if kind == 1:  # read in the wrong encoding
            return "".join(chr(b) if b < 0x80 or b > 0x9F else "?" for b in text.encode("utf-8")) \
                if chinese else "".join(rng.choice("ÃÂâ€™œ¢") + c if rng.random() < 0.3 else c for c in text)
        if kind == 2:  # soup
            letters = [chr(rng.randrange(0x4E00, 0x9F00)) for _ in range(40)] if chinese else \
                list(string.ascii_letters + string.digits + string.punctuation + "     ")
            return "".join(rng.choice(letters) for _ in text)
        escaped = text.encode("unicode_escape").decode() if chinese else html.escape(
            "<div class=\"c%d\"><span style=\"x\">%s</span></div>" % (rng.randrange(99), " ".join(words(text)[:4])))
        return escaped

    return either(rng, en, zh, change)


def boilerplate(rng, en, zh, number):
    kind = rng.randrange(3)
    which = rng.randrange(len(SITE_EN))
    if kind == 0:  # on one side, in front or behind
        site = [SITE_EN[which], SITE_ZH[which]]
        add = lambda t, c: " ".join(rng.sample([site[c], t], 2))
        return either(rng, en, zh, add)
    if kind == 1:
        return SITE_EN[which], SITE_ZH[rng.randrange(len(SITE_ZH))]
    return (f"Home > News > {number} > Page {rng.randrange(2, 400)} of {rng.randrange(400, 900)}",
            f"首页 > 新闻 > {number} > 第{rng.randrange(2, 400)}页，共{rng.randrange(400, 900)}页")


def number_changed(rng, en, zh, _):
    side = rng.random() < 0.5
    text = zh if side else en
    places = [m for m in re.finditer(r"\d+", text)]
    place = rng.choice(places)
    digits = list(place.group())
    at = rng.randrange(len(digits))
    digits[at] = rng.choice([d for d in "123456789" if d != digits[at]])
    text = text[: place.start()] + "".join(digits) + text[place.end() :]
    return (en, text) if side else (text, zh)


def wrong_language(rng, en, zh, _):
    side = rng.random() < 0.5
    text = " ".join(rng.sample(FOREIGN, rng.choice([1, 1, 2])))
    return (en, text) if side else (text, zh)


def copied(rng, en, zh, _):
    if rng.random() < 0.5:
        return (en, en) if rng.random() < 0.5 else (zh, zh)
    # with another end, or without its last word
    return en, (en.rstrip(".") + "。" if rng.random() < 0.5 else en.rsplit(" ", 1)[0])


def duplicate_of(rng, en, zh):
    kind = rng.randrange(4)
    if kind == 0:
        return en.upper() if rng.random() < 0.5 else en.lower(), zh
    if kind == 1:
        return en.rstrip(".!?"), zh.rstrip("。！？")
    if kind == 2:
        return "  ".join(words(en)) + " ", zh
    return en, zh


def load(paths, count, rng):
    seen = set()
    pairs = []
    for path in paths:
        opened = lzma.open(path, "rt", encoding="utf-8", newline="\n") if path.endswith(".xz") else open(
            path, encoding="utf-8", newline="\n")
        with opened:
            before = None
            for line in opened:
                cells = line.rstrip("\r\n").split("\t")
                if len(cells) < 2:
                    continue
                en, zh = cells[0].strip(), cells[1].strip()
                key_en, key_zh = re.sub(r"\W", "", en.lower()), re.sub(r"\W", "", zh)
                # What is no sentence is neither good nor bad.
                if len(words(en)) < 5 or len(zh) < 8 or len(en) > 600 or key_en in seen or key_zh in seen:
                    continue
                seen.update((key_en, key_zh))
                pairs.append((en, zh, before))
                before = zh
    start = sorted(rng.sample(range(len(pairs)), min(count, len(pairs))))
    return [pairs[i] for i in start]


KINDS = {
    "misaligned": lambda rng, en, zh, n, before: (en, before),
    "wrong-language": lambda rng, en, zh, n, before: wrong_language(rng, en, zh, n),
    "half-missing": lambda rng, en, zh, n, before: half_missing(rng, en, zh, n),
    "junk": lambda rng, en, zh, n, before: junk(rng, en, zh, n),
    "boilerplate": lambda rng, en, zh, n, before: boilerplate(rng, en, zh, n),
    "swapped": lambda rng, en, zh, n, before: (zh, en),
    "truncated": lambda rng, en, zh, n, before: truncated(rng, en, zh, n),
    "duplicated": None,
    "number-changed": lambda rng, en, zh, n, before: number_changed(rng, en, zh, n),
    "copied": lambda rng, en, zh, n, before: copied(rng, en, zh, n),
}


def plant(options):
    rng = random.Random(options.seed)
    pairs = load(options.files, options.pairs, rng)
    each = int(len(pairs) * options.share)
    order = list(range(len(pairs)))
    rng.shuffle(order)
    kind_of = {}
    with_digits = [i for i in order if re.search(r"\d", pairs[i][0]) and re.search(r"\d", pairs[i][1])]
    taken = iter(with_digits)
    for i in [next(taken) for _ in range(min(each, len(with_digits)))]:
        kind_of[i] = "number-changed"
    for kind in KINDS:
        if kind in ("number-changed", "duplicated"):
            continue
        chosen = [i for i in order if i not in kind_of and (kind != "misaligned" or pairs[i][2])][:each]
        kind_of.update((i, kind) for i in chosen)
    rows = []
    for i, (en, zh, before) in enumerate(pairs):
        kind = kind_of.get(i, "good")
        if kind != "good":
            en, zh = KINDS[kind](rng, en, zh, i, before)
        rows.append((en, zh, kind))
    good = [i for i, row in enumerate(rows) if row[2] == "good"]
    copies = [(rng.randrange(i + 1, len(rows) + 1), duplicate_of(rng, *rows[i][:2]) + ("duplicated",))
              for i in rng.sample(good, min(each, len(good)))]
    for at, row in sorted(copies, reverse=True, key=lambda c: c[0]):
        rows.insert(at, row)
    with open(options.output, "w", encoding="utf-8", newline="\n") as out:
        out.write("source\ttarget\tkind\n")
        for en, zh, kind in rows:
            out.write("\t".join(re.sub(r"[\t\r\n]", " ", cell) for cell in (en, zh, kind)) + "\n")


# What other filters look at, as simple predicates: each says whether a pair is kept.

HAN = re.compile(r"[\u3400-\u9fff]")


def chars(text):
    return [c for c in text if not c.isspace()]


def is_mostly(text, pattern, share):
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and sum(bool(pattern.match(c)) for c in letters) >= share * len(letters)


LATIN = re.compile(r"[A-Za-z]")


def opusfilter(en, zh, seen):
    """LengthFilter, LengthRatioFilter, LongWordFilter, HtmlTagFilter, CharacterScoreFilter,
    TerminalPunctuationFilter, NonZeroNumeralsFilter, RepetitionFilter, SimilarityFilter and
    duplicates, with the thresholds of its examples."""
    if not 1 <= len(words(en)) <= 100 or not 1 <= len(zh) <= 250:
        return False
    ratio = len(en) / max(1, len(zh))
    if ratio > 9 or ratio < 1:
        return False
    if max(map(len, words(en))) > 40:
        return False
    if re.search(r"<[a-z/][^>]*>", en + zh):
        return False
    if not is_mostly(en, LATIN, 0.9) or not is_mostly(zh, HAN, 0.5):
        return False
    ends = [sum(t.count(c) for c in ".?!…。？！") for t in (en, zh)]
    score = -abs(ends[0] - ends[1]) - sum(max(0, e - 1) for e in ends)
    if score < -2 * 2:
        return False
    figures = [[d for d in t if d in "123456789"] for t in (en, zh)]
    if figures[0] and figures[1]:
        same = sum((collections.Counter(figures[0]) & collections.Counter(figures[1])).values())
        if 2 * same / (len(figures[0]) + len(figures[1])) < 0.5:
            return False
    if re.search(r"(\S.{2,99})(?: *\1){2,}", en) or re.search(r"(\S.{2,99})(?: *\1){2,}", zh):
        return False
    if en == zh:
        return False
    key = (en, zh)
    if key in seen:
        return False
    seen.add(key)
    return True


def hardrules(en, zh, seen):
    """no_empty, not_too_long, not_too_short, length_ratio, no_identical, no_literals,
    no_only_symbols, no_only_numbers, no_urls, no_breadcrumbs, no_unicode_noise, no_space_noise,
    no_paren, no_escaped_unicode, no_bad_encoding, no_repeated_words, no_wrong_language; and
    Bifixer's duplicates, which fold case, punctuation and digits."""
    if not en or not zh or len(en) >= 1024 or len(zh) >= 1024 or len(words(en)) < 3:
        return False
    ratio = (len(en) + 15) / (3 * len(zh) + 15)
    if ratio > 2 or ratio < 0.5:
        return False
    bare = [re.sub(r"[\W\d_]", "", t.lower()) for t in (en, zh)]
    if bare[0] == bare[1] or not bare[0] or not bare[1]:
        return False
    for text in (en, zh):
        if re.search(r"Re:|\{\{|%s|}}|\+\+|\*=|\"\]|==", text):
            return False
        if sum(len(u) for u in re.findall(r"https?://\S+|www\.\S+", text)) > len(text) / 2:
            return False
        if len(re.findall(r"[|>]", text)) > 2 or re.search(r"\\u[0-9a-f]{3,}", text):
            return False
        if re.search(r"[ÃÂ][\u0080-\u00bf€™œ¢Â]", text) or re.search(r"(?: [^\W\d] ){4,}", text):
            return False
        if len(re.findall(r"[()]", text)) > 10 or re.search(r"(\b\w+\b)(?: \1){2,}", text):
            return False
        if len(re.findall(r"[^\w\s]", text)) > len(text) / 2:
            return False
    if not is_mostly(en, LATIN, 0.7) or not is_mostly(zh, HAN, 0.3) or re.search(r"[\u3040-\u30ff]{3}", zh):
        return False
    small = {"the", "of", "and", "to", "is", "in", "a", "for", "on", "that", "it", "with", "as", "be"}
    foreign = {"les", "des", "le", "la", "der", "die", "und", "el", "los", "il", "di", "che", "het", "de"}
    tokens = re.findall(r"\w+", en.lower())
    if sum(t in foreign for t in tokens) > sum(t in small for t in tokens):
        return False
    key = tuple(bare)
    if key in seen:
        return False
    seen.add(key)
    return True


def measure(options):
    with open(options.file, encoding="utf-8", newline="\n") as lines:
        header = next(lines).rstrip("\n").split("\t")
        kind_at, step_at = header.index("kind"), header.index("step")
        rows = [line.rstrip("\n").split("\t") for line in lines]
    filters = {"duizhao": {i for i, row in enumerate(rows) if row[step_at]}}
    for name, keeps in (("opusfilter", opusfilter), ("hardrules", hardrules)):
        seen = set()
        # `plant` writes English first; a pair that is the wrong way round is a fault of it.
        filters[name] = {i for i, row in enumerate(rows) if not keeps(row[0], row[1], seen)}
    of_kind = collections.defaultdict(list)
    for i, row in enumerate(rows):
        of_kind[row[kind_at]].append(i)
    print(f"{len(rows)} pairs, {len(of_kind['good'])} good")
    print("recall, precision".ljust(20), *(name.ljust(16) for name in filters))
    lost = {name: sum(i in dropped for i in of_kind["good"]) for name, dropped in filters.items()}
    for kind in KINDS:
        cells = []
        for name, dropped in filters.items():
            caught = sum(i in dropped for i in of_kind[kind])
            cells.append(f"{caught / max(1, len(of_kind[kind])):.3f}, {caught / max(1, caught + lost[name]):.3f}")
        print(kind.ljust(20), *(c.ljust(16) for c in cells))
    cells = []
    for name, dropped in filters.items():
        bad = len(dropped) - lost[name]
        cells.append(f"{bad / max(1, len(rows) - len(of_kind['good'])):.3f}, {bad / max(1, len(dropped)):.3f}")
    print("all".ljust(20), *(c.ljust(16) for c in cells))
    print("good pairs dropped".ljust(20),
          *(f"{lost[name] / max(1, len(of_kind['good'])):.4f}".ljust(16) for name in filters))
    steps = collections.Counter((row[kind_at] == "good", row[step_at]) for row in rows if row[step_at])
    print("\nstep, of duizhao     noise  good")
    for step in sorted({s for _, s in steps}):
        print(step.ljust(20), f"{steps[(False, step)]:5}", f"{steps[(True, step)]:5}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    planting = commands.add_parser("plant")
    planting.add_argument("files", nargs="+")
    planting.add_argument("--pairs", type=int, default=10000)
    planting.add_argument("--share", type=float, default=0.02, help="of each kind")
    planting.add_argument("--seed", type=int, default=1)
    planting.add_argument("-o", "--output", required=True)
    planting.set_defaults(run=plant)
    measuring = commands.add_parser("measure")
    measuring.add_argument("file")
    measuring.set_defaults(run=measure)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    sys.exit(main())
