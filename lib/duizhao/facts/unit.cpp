#include "duizhao/facts/unit.h"

#include <array>

namespace duizhao::facts {
namespace {

struct Definition {
  Unit unit;
  Dimension dimension;
  double factor;      ///< base units in one of this
  double offset = 0;  ///< added after the factor
};

using D = Dimension;
using U = Unit;

constexpr double kSecondsPerYear = 365.25 * 86400;

/// In the order of the enumeration. Factors: BIPM, The International System of
/// Units, 9th edition, and NIST SP 811 appendix B; Chinese market units as fixed in 1929.
constexpr std::array<Definition, kUnitCount> kDefinitions = {{
    {U::kNone, D::kNone, 1},
    {U::kNanometre, D::kLength, 1e-9},
    {U::kMicrometre, D::kLength, 1e-6},
    {U::kMillimetre, D::kLength, 1e-3},
    {U::kCentimetre, D::kLength, 1e-2},
    {U::kMetre, D::kLength, 1},
    {U::kKilometre, D::kLength, 1e3},
    {U::kInch, D::kLength, 0.0254},
    {U::kFoot, D::kLength, 0.3048},
    {U::kYard, D::kLength, 0.9144},
    {U::kMile, D::kLength, 1609.344},
    {U::kNauticalMile, D::kLength, 1852},
    {U::kLi, D::kLength, 500},
    {U::kCun, D::kLength, 1.0 / 30},
    {U::kChi, D::kLength, 1.0 / 3},
    {U::kZhang, D::kLength, 10.0 / 3},
    {U::kLightYear, D::kLength, 9.4607304725808e15},
    {U::kSquareMillimetre, D::kArea, 1e-6},
    {U::kSquareCentimetre, D::kArea, 1e-4},
    {U::kSquareMetre, D::kArea, 1},
    {U::kSquareKilometre, D::kArea, 1e6},
    {U::kSquareInch, D::kArea, 6.4516e-4},
    {U::kSquareFoot, D::kArea, 0.09290304},
    {U::kSquareYard, D::kArea, 0.83612736},
    {U::kSquareMile, D::kArea, 2589988.110336},
    {U::kHectare, D::kArea, 1e4},
    {U::kAcre, D::kArea, 4046.8564224},
    {U::kMu, D::kArea, 10000.0 / 15},
    {U::kPing, D::kArea, 400.0 / 121},
    {U::kMillilitre, D::kVolume, 1e-3},
    {U::kCubicCentimetre, D::kVolume, 1e-3},
    {U::kCentilitre, D::kVolume, 1e-2},
    {U::kLitre, D::kVolume, 1},
    {U::kCubicMetre, D::kVolume, 1e3},
    {U::kCubicKilometre, D::kVolume, 1e12},
    {U::kCubicFoot, D::kVolume, 28.316846592},
    {U::kGallon, D::kVolume, 3.785411784},
    {U::kPint, D::kVolume, 0.473176473},
    {U::kFluidOunce, D::kVolume, 0.0295735295625},
    {U::kBarrel, D::kVolume, 158.987294928},
    {U::kMicrogram, D::kMass, 1e-9},
    {U::kMilligram, D::kMass, 1e-6},
    {U::kGram, D::kMass, 1e-3},
    {U::kKilogram, D::kMass, 1},
    {U::kTonne, D::kMass, 1e3},
    {U::kShortTon, D::kMass, 907.18474},
    {U::kPound, D::kMass, 0.45359237},
    {U::kOunce, D::kMass, 0.028349523125},
    {U::kStone, D::kMass, 6.35029318},
    {U::kJin, D::kMass, 0.5},
    {U::kLiang, D::kMass, 0.05},
    {U::kCarat, D::kMass, 2e-4},
    {U::kMetrePerSecond, D::kSpeed, 1},
    {U::kKilometrePerHour, D::kSpeed, 1 / 3.6},
    {U::kMilePerHour, D::kSpeed, 0.44704},
    {U::kFootPerSecond, D::kSpeed, 0.3048},
    {U::kKilometrePerSecond, D::kSpeed, 1e3},
    {U::kMilePerSecond, D::kSpeed, 1609.344},
    {U::kKnot, D::kSpeed, 1852.0 / 3600},
    {U::kMetrePerHour, D::kSpeed, 1.0 / 3600},
    {U::kMetrePerMinute, D::kSpeed, 1.0 / 60},
    {U::kKilometrePerMinute, D::kSpeed, 1000.0 / 60},
    {U::kCelsius, D::kTemperature, 1},
    {U::kFahrenheit, D::kTemperature, 5.0 / 9, -32 * 5.0 / 9},
    {U::kKelvin, D::kTemperature, 1, -273.15},
    {U::kMillisecond, D::kDuration, 1e-3},
    {U::kSecond, D::kDuration, 1},
    {U::kMinute, D::kDuration, 60},
    {U::kQuarterHour, D::kDuration, 900},
    {U::kHour, D::kDuration, 3600},
    {U::kDay, D::kDuration, 86400},
    {U::kWeek, D::kDuration, 7 * 86400.0},
    {U::kMonth, D::kDuration, kSecondsPerYear / 12},
    {U::kQuarter, D::kDuration, kSecondsPerYear / 4},
    {U::kYear, D::kDuration, kSecondsPerYear},
    {U::kDecade, D::kDuration, 10 * kSecondsPerYear},
    {U::kCentury, D::kDuration, 100 * kSecondsPerYear},
    {U::kWatt, D::kPower, 1},
    {U::kKilowatt, D::kPower, 1e3},
    {U::kMegawatt, D::kPower, 1e6},
    {U::kGigawatt, D::kPower, 1e9},
    {U::kHorsepower, D::kPower, 745.69987158227},
    {U::kJoule, D::kEnergy, 1},
    {U::kKilojoule, D::kEnergy, 1e3},
    {U::kWattHour, D::kEnergy, 3600},
    {U::kKilowattHour, D::kEnergy, 3.6e6},
    {U::kMegawattHour, D::kEnergy, 3.6e9},
    {U::kGigawattHour, D::kEnergy, 3.6e12},
    {U::kTerawattHour, D::kEnergy, 3.6e15},
    {U::kCalorie, D::kEnergy, 4.184},
    {U::kKilocalorie, D::kEnergy, 4184},
    {U::kHertz, D::kFrequency, 1},
    {U::kKilohertz, D::kFrequency, 1e3},
    {U::kMegahertz, D::kFrequency, 1e6},
    {U::kGigahertz, D::kFrequency, 1e9},
    {U::kBit, D::kData, 0.125},
    {U::kByte, D::kData, 1},
    {U::kKilobyte, D::kData, 1e3},
    {U::kMegabyte, D::kData, 1e6},
    {U::kGigabyte, D::kData, 1e9},
    {U::kTerabyte, D::kData, 1e12},
    {U::kPetabyte, D::kData, 1e15},
    {U::kKilobitPerSecond, D::kDataRate, 1e3},
    {U::kMegabitPerSecond, D::kDataRate, 1e6},
    {U::kGigabitPerSecond, D::kDataRate, 1e9},
    {U::kPascal, D::kPressure, 1},
    {U::kHectopascal, D::kPressure, 100},
    {U::kKilopascal, D::kPressure, 1e3},
    {U::kMegapascal, D::kPressure, 1e6},
    {U::kBar, D::kPressure, 1e5},
    {U::kAtmosphere, D::kPressure, 101325},
    {U::kMillimetreOfMercury, D::kPressure, 133.322387415},
    {U::kVolt, D::kVoltage, 1},
    {U::kKilovolt, D::kVoltage, 1e3},
    {U::kAmpere, D::kCurrent, 1},
    {U::kMilliampereHour, D::kNone, 1},
    {U::kDecibel, D::kSound, 1},
    {U::kDegree, D::kAngle, 1},
    {U::kPercent, D::kShare, 1},
    {U::kPerMille, D::kShare, 0.1},
    {U::kPercentOfPrice, D::kPriceShare, 1},
    {U::kPercentagePoint, D::kSharePoints, 1},
    {U::kBasisPoint, D::kSharePoints, 0.01},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kDefinitions.size(); ++i) {
    if (static_cast<std::size_t>(kDefinitions[i].unit) != i) return false;
  }
  return true;
}
static_assert(in_order(), "kDefinitions must follow the order of Unit");

const Definition& definition(Unit unit) { return kDefinitions[static_cast<std::size_t>(unit)]; }

}  // namespace

Dimension dimension_of(Unit unit) { return definition(unit).dimension; }

double in_base_unit(double value, Unit unit) {
  return value * definition(unit).factor + definition(unit).offset;
}

double from_base_unit(double value, Unit unit) {
  return (value - definition(unit).offset) / definition(unit).factor;
}

}  // namespace duizhao::facts
