#pragma once

#include <string>
#include <string_view>

#include "duizhao/core/document.h"
#include "duizhao/core/span.h"

namespace duizhao::formats {

/// Whether a text is subtitles, SubRip (SRT) or WebVTT: by a line of times such as
/// "00:01:02,000 --> 00:01:04,500" near its begin.
[[nodiscard]] bool looks_like_subtitles(std::string_view text);

/// The same for the scripts of Advanced SubStation Alpha (ASS, SSA), whose cues are lines such as
/// "Dialogue: 0,0:01:02.00,0:01:04.50,Default,,0,0,0,,{\\i1}Who is there?".
[[nodiscard]] bool looks_like_subtitle_script(std::string_view text);

/// Makes what is said in subtitles the text of `document`: the cues of a sentence are joined to a
/// line where the cues end in full stops at all, else every cue is a line. Numbers, times, notes,
/// styles, drawings and tags are left out; spans lead back to the file. Of format "ass" it is a
/// script, whatever else it looks like.
void take_subtitles(Document& document, std::string text);

/// When the cue around a span of subtitles is shown, as the file has it: "0:01:02.00". Empty for
/// other documents.
[[nodiscard]] std::string cue_time(const Document& document, Span span);

/// What a script says, every line on the screen as one: where a cue has both languages, each in
/// one.
[[nodiscard]] std::string lines_of_script(std::string_view text);

}  // namespace duizhao::formats
