#pragma once

#include <cstddef>
#include <string>

#include "duizhao/core/alignment.h"
#include "duizhao/core/document.h"
#include "duizhao/report/pair_place.h"
#include "duizhao/review/review.h"

/// The program's JSON, a contract with the programs that read it. Offsets are bytes in the UTF-8
/// text of the document or of the pair's side, without byte-order mark; `text` is always
/// what stands between them. Numbers are written so that they read back the same. Members may be
/// added, in any object.
///
/// A score: `quality` (null where the pair can't be judged, with the reason in `unjudged`), of a
/// document what single pieces of evidence take from it (`quality_lost`, see score/evidence.h),
/// `penalty`, what of it was `lost` to each MQM error type, `penalty_per_1000_words`, `raw_score`,
/// `calibrated_score`, `source_words`, `pass_threshold`, `passed`; see core/score.h.
///
/// A finding: `rule`, `code` (what the rule found, "number/magnitude"), `category`, `severity`, the
/// `penalty` that it costs, `confidence`, `source` and `target` (null, or `begin`, `end`, `text`;
/// of a document also `line` and `column`, in code points, from 1), `message`, the only member that
/// is in the language that was asked for, `args` (what the message tells, by name: texts, numbers,
/// lists; lines are counted from 1), the number of `places` that it stands for, `suggestion` (null
/// or a text), `key` (16 hexadecimal digits, see review/suppression.h). The gravest come first, of
/// equally grave ones the surest.
///
/// A bead: `source` and `target`, each with `sentences`, `begin`, `end` and `text`; `score`,
/// `confidence`, `moved`, `repeated`; where it moved, `moved_from` and `moved_to`; in a review, its
/// `quality`.
namespace duizhao::report {

/// A pair of a bilingual file as one line: `{"pair":0,"line":1,"score":{…},"findings":[…]}`, with
/// an `id` where the file has one; every finding has them too.
void append_pair_line(std::string& out, const PairPlace& pair, const Review& review,
                      Language language = Language::kEnglish);

/// A document pair as one object: `documents` (`source` and `target`: `name`, `language`,
/// `encoding`, `bytes`, `sentences`), `score`, `findings`, `beads`. Every finding and every bead
/// stands on a line of its own. Findings have the number of their `bead`, null for one on the whole
/// document.
void append_json(std::string& out, const Review& review, Language language = Language::kEnglish);

/// A document pair as one line, without its beads: `documents`, `score`, `findings`.
void append_report_line(std::string& out, const Review& review,
                        Language language = Language::kEnglish);

/// A document pair as one line a bead: its number as `bead`, what every bead has, and its
/// `findings`. A finding on the whole document, marked `"document":true`, stands with the bead
/// where its evidence begins, or the first. The score of the whole is in the other form.
void append_jsonl(std::string& out, const Review& review, Language language = Language::kEnglish);

/// An alignment, one bead a line.
void append_alignment_jsonl(std::string& out, const Document& source, const Document& target,
                            const Alignment& alignment);

}  // namespace duizhao::report
