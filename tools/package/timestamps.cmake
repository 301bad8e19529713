# Run by CPack over the files that go into the packages: they get one time, and their modes do not
# depend on the umask of whoever built them, so that the same sources make the same packages. The
# time is $SOURCE_DATE_EPOCH (reproducible-builds.org), else now.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  set(time "@$ENV{SOURCE_DATE_EPOCH}")
else()
  string(TIMESTAMP now %s UTC)
  set(time "@${now}")
endif()
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -exec touch -h -d ${time} {} +
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -type d -exec chmod 755 {} +
                COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -type f -exec chmod u=rwX,go=rX {} +
                COMMAND_ERROR_IS_FATAL ANY)
