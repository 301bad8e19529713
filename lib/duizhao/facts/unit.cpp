#include "duizhao/facts/unit.h"

#include <array>

namespace duizhao::facts {
namespace {

/// What makes a value in one unit a value in the base unit: times the factor, plus the offset.
struct Scale {
  double factor = 1;
  double offset = 0;

  constexpr Scale(double f, double o = 0) : factor(f), offset(o) {}
};

struct Definition {
  Dimension dimension = Dimension::kNone;
  Scale scale = 1;
};

constexpr double kSecondsPerYear = 365.25 * 86400;

constexpr std::array<Definition, kUnitCount> kDefinitions = {{
    {Dimension::kNone, 1},
#define UNIT(id, dimension, scale, ...) {Dimension::dimension, scale},
#include "duizhao/facts/units.inc"
#undef UNIT
}};

const Definition& definition(Unit unit) { return kDefinitions[static_cast<std::size_t>(unit)]; }

}  // namespace

Dimension dimension_of(Unit unit) { return definition(unit).dimension; }

double in_base_unit(double value, Unit unit) {
  return value * definition(unit).scale.factor + definition(unit).scale.offset;
}

double from_base_unit(double value, Unit unit) {
  return (value - definition(unit).scale.offset) / definition(unit).scale.factor;
}

}  // namespace duizhao::facts
