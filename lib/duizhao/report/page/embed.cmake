# Writes the sources of the pages into a C++ file: cmake -DFOLDER=… -DOUTPUT=… -P embed.cmake
# A part made of several files has them with a + between, in the order in which they use each other.
set(code "#include \"duizhao/report/page/page.h\"\n\nnamespace duizhao::report::page {\n\n")
foreach(part
        kHtml=page.html kCss=palette.css+page.css kDecisionsHtml=decisions.html
        kJs=dom.js+rows.js+stops.js+decisions.js+filters.js+map.js+beads.js kEditorJs=editor.js kDraftJs=draft.js kLiveJs=exchange.js+live.js kMainJs=main.js
        kProposalsHtml=proposals.html kProposalsCss=palette.css+proposals.css kProposalsJs=proposals_list.js+proposals.js
        kOverviewHtml=overview.html kOverviewCss=palette.css+overview.css)
  string(REPLACE "=" ";" part "${part}")
  list(GET part 0 name)
  list(GET part 1 files)
  string(REPLACE "+" ";" files "${files}")
  string(APPEND code "const std::string_view ${name} =")
  foreach(file ${files})
    file(READ "${FOLDER}/${file}" text)
    string(APPEND code " R\"page(${text})page\"")
  endforeach()
  string(APPEND code ";\n\n")
endforeach()
string(APPEND code "}  // namespace duizhao::report::page\n")
file(WRITE "${OUTPUT}" "${code}")
