# Writes the sources of the pages into a C++ file: cmake -DFOLDER=… -DOUTPUT=… -P embed.cmake
set(code "#include \"duizhao/report/page/page.h\"\n\nnamespace duizhao::report::page {\n\n")
foreach(part
        kHtml=page.html kCss=page.css kJs=page.js
        kAcceptanceHtml=acceptance.html kAcceptanceJs=acceptance.js
        kProposalsHtml=proposals.html kProposalsCss=proposals.css kProposalsJs=proposals.js)
  string(REPLACE "=" ";" part "${part}")
  list(GET part 0 name)
  list(GET part 1 file)
  file(READ "${FOLDER}/${file}" text)
  string(APPEND code "const std::string_view ${name} = R\"page(${text})page\";\n\n")
endforeach()
string(APPEND code "}  // namespace duizhao::report::page\n")
file(WRITE "${OUTPUT}" "${code}")
