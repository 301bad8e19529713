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

enum class Unit : std::uint8_t {
  kNone,
  // length
  kNanometre,
  kMicrometre,
  kMillimetre,
  kCentimetre,
  kMetre,
  kKilometre,
  kInch,
  kFoot,
  kYard,
  kMile,
  kNauticalMile,
  kLi,     ///< 里, 500 m
  kCun,    ///< 寸
  kChi,    ///< 尺
  kZhang,  ///< 丈
  kLightYear,
  // area
  kSquareMillimetre,
  kSquareCentimetre,
  kSquareMetre,
  kSquareKilometre,
  kSquareInch,
  kSquareFoot,
  kSquareYard,
  kSquareMile,
  kHectare,
  kAcre,
  kMu,    ///< 亩, 1/15 ha
  kPing,  ///< 坪, 3.3058 m²
  // volume
  kMillilitre,
  kCubicCentimetre,
  kCentilitre,
  kLitre,
  kCubicMetre,
  kCubicKilometre,
  kCubicFoot,
  kGallon,
  kPint,
  kFluidOunce,
  kBarrel,
  // mass
  kMicrogram,
  kMilligram,
  kGram,
  kKilogram,
  kTonne,
  kShortTon,
  kPound,
  kOunce,
  kStone,
  kJin,    ///< 斤, 500 g
  kLiang,  ///< 两 as a weight, 50 g
  kCarat,
  // speed
  kMetrePerSecond,
  kKilometrePerHour,
  kMilePerHour,
  kFootPerSecond,
  kKilometrePerSecond,
  kMilePerSecond,
  kKnot,
  kMetrePerHour,
  kMetrePerMinute,
  kKilometrePerMinute,
  // temperature
  kCelsius,
  kFahrenheit,
  kKelvin,
  // duration
  kMillisecond,
  kSecond,
  kMinute,
  kQuarterHour,
  kHour,
  kDay,
  kWeek,
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury,
  // power, energy, frequency
  kWatt,
  kKilowatt,
  kMegawatt,
  kGigawatt,
  kHorsepower,
  kJoule,
  kKilojoule,
  kWattHour,
  kKilowattHour,
  kMegawattHour,
  kGigawattHour,
  kTerawattHour,
  kCalorie,
  kKilocalorie,
  kHertz,
  kKilohertz,
  kMegahertz,
  kGigahertz,
  // data
  kBit,
  kByte,
  kKilobyte,
  kMegabyte,
  kGigabyte,
  kTerabyte,
  kPetabyte,
  kKilobitPerSecond,
  kMegabitPerSecond,
  kGigabitPerSecond,
  // the rest
  kPascal,
  kHectopascal,
  kKilopascal,
  kMegapascal,
  kBar,
  kAtmosphere,
  kMillimetreOfMercury,
  kVolt,
  kKilovolt,
  kAmpere,
  kMilliampereHour,
  kDecibel,
  kDegree,  ///< of an angle, latitude, or a temperature of an unnamed scale
  kPercent,
  kPerMille,
  kPercentOfPrice,
  kPercentagePoint,
  kBasisPoint,
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
