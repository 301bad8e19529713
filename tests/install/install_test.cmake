file(REMOVE_RECURSE ${WORK})
set(prefix ${WORK}/prefix)

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGV}\nended with ${status}:\n${out}")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})

# Moved after it was installed: nothing may depend on where it was put.
file(RENAME ${prefix} ${WORK}/moved)
set(prefix ${WORK}/moved)

run(${CMAKE_COMMAND} -S ${CONSUMER} -B ${WORK}/build -G ${GENERATOR}
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_BUILD_TYPE=Release -DCMAKE_PREFIX_PATH=${prefix})
run(${CMAKE_COMMAND} --build ${WORK}/build)

# What it finds, and its verdict, are the program's, byte for byte.
function(compare consumer)
  execute_process(COMMAND ${consumer} ${CORPUS}/report.en.txt ${CORPUS}/draft.zh-Hans.txt
                  RESULT_VARIABLE verdict OUTPUT_VARIABLE found)
  execute_process(COMMAND ${CMAKE_COMMAND} -E env --unset=DUIZHAO_MODEL ${prefix}/bin/duizhao check
                          ${CORPUS}/report.en.txt ${CORPUS}/draft.zh-Hans.txt --format json
                  OUTPUT_VARIABLE expected)
  if(NOT verdict EQUAL 1 OR NOT found STREQUAL expected OR NOT found MATCHES "\"passed\":false")
    message(FATAL_ERROR "the consumer's review is not the program's; it ended with ${verdict}")
  endif()
  # Two documents in one language are an error.
  execute_process(COMMAND ${consumer} ${CORPUS}/report.en.txt ${CORPUS}/report.en.txt
                  RESULT_VARIABLE same)
  if(NOT same EQUAL 3)
    message(FATAL_ERROR "a text and itself were reviewed")
  endif()
endfunction()
compare(${WORK}/build/consumer)

# Pairs, with several threads.
foreach(i RANGE 1 300)
  math(EXPR wrong "${i} + ${i} % 7 / 6")
  file(APPEND ${WORK}/pairs.tsv
       "The bank opened ${i} branches in May.\t该行5月开设了${wrong}家分行。\n")
endforeach()
execute_process(COMMAND ${WORK}/build/batch_consumer ${WORK}/pairs.tsv
                RESULT_VARIABLE verdict OUTPUT_VARIABLE found)
execute_process(COMMAND ${prefix}/bin/duizhao check --pairs ${WORK}/pairs.tsv --format jsonl --lang en
                OUTPUT_VARIABLE expected ERROR_QUIET)
if(NOT verdict EQUAL 0 OR NOT found STREQUAL expected OR NOT found MATCHES "number/value")
  message(FATAL_ERROR "the consumer's pairs are not the program's; it ended with ${verdict}")
endif()

# The same without CMake.
set(ENV{PKG_CONFIG_PATH} ${prefix}/${LIBDIR}/pkgconfig)
execute_process(COMMAND pkg-config --cflags --libs duizhao
                OUTPUT_VARIABLE flags OUTPUT_STRIP_TRAILING_WHITESPACE)
execute_process(COMMAND pkg-config --variable=model duizhao
                OUTPUT_VARIABLE model OUTPUT_STRIP_TRAILING_WHITESPACE)
separate_arguments(flags)
run(${COMPILER} -std=c++20 -DMODEL="${model}" ${CONSUMER}/main.cpp -o ${WORK}/by_pkg_config ${flags})
compare(${WORK}/by_pkg_config)

# Neither names a place of the machine that it was built on; what is linked is found anew.
file(GLOB_RECURSE described ${prefix}/*.pc ${prefix}/*.cmake)
foreach(file ${described})
  file(READ ${file} content)
  string(REGEX MATCH "[;:=\"]/[a-z][^\";]*" absolute "${content}")
  if(absolute AND NOT absolute MATCHES "/\\.\\.")
    message(FATAL_ERROR "${file} has an absolute path: ${absolute}")
  endif()
endforeach()

# The installed program finds the installed model.
run(${CMAKE_COMMAND} -E env --unset=DUIZHAO_MODEL ${prefix}/bin/duizhao align
    ${CORPUS}/report.en.txt ${CORPUS}/clean.zh-Hans.txt -o ${WORK}/beads.tsv)
file(SIZE ${WORK}/beads.tsv size)
if(size EQUAL 0)
  message(FATAL_ERROR "the installed program wrote no beads")
endif()
file(REMOVE_RECURSE ${WORK})
