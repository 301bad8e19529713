# Writes the schema into a C++ file: cmake -DSCHEMA=… -DOUTPUT=… -P embed.cmake
file(READ "${SCHEMA}" text)
file(WRITE "${OUTPUT}" "#include \"duizhao/report/schema/schema.h\"

namespace duizhao::report {

const std::string_view kFindingsSchema = R\"json(${text})json\";

}  // namespace duizhao::report
")
