#pragma once

#include <cstddef>
#include <cstdint>

namespace duizhao::facts {

/// What a unit measures. Two units of one dimension convert into each other by a factor, except
/// temperatures, which also have an offset.
enum class Dimension : std::uint8_t {
  kNone,
  kLength,
  kArea,
  kVolume,
  kMass,
  kSpeed,
  kTemperature,
  kDuration,
  kPower,
  kEnergy,
  kFrequency,
  kData,
  kDataRate,
  kPressure,
  kVoltage,
  kCurrent,
  kAngle,
  kShare,        ///< percent, per mille
  kSharePoints,  ///< percentage points, basis points: a difference of two shares
  kPriceShare,   ///< what is left of a price: 80 percent of it is 八折 and "20% off"
  kSound,
};

/// kNone, and the rows of units.inc. Some that need a word: kLi 里 (500 m), kMu 亩, kPing 坪,
/// kLiang 两 as a weight; kDegree of an angle, a latitude, or a temperature of an unnamed scale;
/// kPercentOfPrice what is left of a price.
enum class Unit : std::uint8_t {
  kNone,
#define UNIT(id, ...) id,
#include "duizhao/facts/units.inc"
#undef UNIT
};

inline constexpr std::size_t kUnitCount = static_cast<std::size_t>(Unit::kBasisPoint) + 1;

[[nodiscard]] Dimension dimension_of(Unit unit);

/// `value` in the base unit of the dimension: metres, square metres, litres, kilograms, metres per
/// second, degrees Celsius, seconds (a month is 1/12 year, a year 365.25 days), watts, joules,
/// hertz, bytes, bits per second, pascals, volts, amperes, degrees, percent, percentage points.
[[nodiscard]] double in_base_unit(double value, Unit unit);

/// The other way round.
[[nodiscard]] double from_base_unit(double value, Unit unit);

}  // namespace duizhao::facts
