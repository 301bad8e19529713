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
run(${WORK}/build/consumer)

# The installed program finds the installed model.
run(${CMAKE_COMMAND} -E env --unset=DUIZHAO_MODEL ${prefix}/bin/duizhao align
    ${CORPUS}/report.en.txt ${CORPUS}/clean.zh-Hans.txt -o ${WORK}/beads.tsv)
file(SIZE ${WORK}/beads.tsv size)
if(size EQUAL 0)
  message(FATAL_ERROR "the installed program wrote no beads")
endif()
file(REMOVE_RECURSE ${WORK})
