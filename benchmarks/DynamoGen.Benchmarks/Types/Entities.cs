using System.Numerics;

namespace DynamoGen.Benchmarks.Types;

[Entity<TypeTable>]
[Key("STRINGS#{Id}", "T")]
public sealed partial record Strings : Eight<string>;

[Entity<TypeTable>]
[Key("CHARS#{Id}", "T")]
public sealed partial record Chars : Eight<char>;

[Entity<TypeTable>]
[Key("SBYTES#{Id}", "T")]
public sealed partial record SBytes : Eight<sbyte>;

[Entity<TypeTable>]
[Key("BYTES#{Id}", "T")]
public sealed partial record Bytes : Eight<byte>;

[Entity<TypeTable>]
[Key("SHORTS#{Id}", "T")]
public sealed partial record Shorts : Eight<short>;

[Entity<TypeTable>]
[Key("USHORTS#{Id}", "T")]
public sealed partial record UShorts : Eight<ushort>;

[Entity<TypeTable>]
[Key("INTS#{Id}", "T")]
public sealed partial record Ints : Eight<int>;

[Entity<TypeTable>]
[Key("UINTS#{Id}", "T")]
public sealed partial record UInts : Eight<uint>;

[Entity<TypeTable>]
[Key("LONGS#{Id}", "T")]
public sealed partial record Longs : Eight<long>;

[Entity<TypeTable>]
[Key("ULONGS#{Id}", "T")]
public sealed partial record ULongs : Eight<ulong>;

[Entity<TypeTable>]
[Key("INT128S#{Id}", "T")]
public sealed partial record Int128s : Eight<Int128>;

[Entity<TypeTable>]
[Key("UINT128S#{Id}", "T")]
public sealed partial record UInt128s : Eight<UInt128>;

[Entity<TypeTable>]
[Key("BIGINTEGERS#{Id}", "T")]
public sealed partial record BigIntegers : Eight<BigInteger>;

[Entity<TypeTable>]
[Key("HALVES#{Id}", "T")]
public sealed partial record Halves : Eight<Half>;

[Entity<TypeTable>]
[Key("FLOATS#{Id}", "T")]
public sealed partial record Floats : Eight<float>;

[Entity<TypeTable>]
[Key("DOUBLES#{Id}", "T")]
public sealed partial record Doubles : Eight<double>;

[Entity<TypeTable>]
[Key("LONGDOUBLES#{Id}", "T")]
public sealed partial record LongDoubles : Eight<double>;

[Entity<TypeTable>]
[Key("DECIMALS#{Id}", "T")]
public sealed partial record Decimals : Eight<decimal>;

[Entity<TypeTable>]
[Key("BOOLS#{Id}", "T")]
public sealed partial record Bools : Eight<bool>;

[Entity<TypeTable>]
[Key("GUIDS#{Id}", "T")]
public sealed partial record Guids : Eight<Guid>;

[Entity<TypeTable>]
[Key("INSTANTS#{Id}", "T")]
public sealed partial record Instants : Eight<DateTimeOffset>;

[Entity<TypeTable>]
[Key("CLOCKS#{Id}", "T")]
public sealed partial record Clocks : Eight<DateTime>;

[Entity<TypeTable>]
[Key("PLAINCLOCKS#{Id}", "T")]
public sealed partial record PlainClocks : Eight<DateTime>;

[Entity<TypeTable>]
[Key("DATES#{Id}", "T")]
public sealed partial record Dates : Eight<DateOnly>;

[Entity<TypeTable>]
[Key("TIMES#{Id}", "T")]
public sealed partial record Times : Eight<TimeOnly>;

[Entity<TypeTable>]
[Key("SPANS#{Id}", "T")]
public sealed partial record Spans : Eight<TimeSpan>;

[Entity<TypeTable>]
[Key("COLORS#{Id}", "T")]
public sealed partial record Colors : Eight<Color>;

[Entity<TypeTable>]
[Key("COLORNUMBERS#{Id}", "T")]
public sealed partial record ColorNumbers : Eight<ColorNumber>;

[Entity<TypeTable>]
[Key("BLOBS#{Id}", "T")]
public sealed partial record Blobs : Eight<byte[]>;

[Entity<TypeTable>]
[Key("IDS#{Id}", "T")]
public sealed partial record Ids : Eight<CustomerId>;

[Entity<TypeTable>]
[Key("OPTIONALSTRINGS#{Id}", "T")]
public sealed partial record OptionalStrings : Eight<string?>;

[Entity<TypeTable>]
[Key("OPTIONALINTS#{Id}", "T")]
public sealed partial record OptionalInts : Eight<int?>;

[Entity<TypeTable>]
[Key("OPTIONALDOUBLES#{Id}", "T")]
public sealed partial record OptionalDoubles : Eight<double?>;

[Entity<TypeTable>]
[Key("OPTIONALGUIDS#{Id}", "T")]
public sealed partial record OptionalGuids : Eight<Guid?>;

[Entity<TypeTable>]
[Key("OPTIONALDATES#{Id}", "T")]
public sealed partial record OptionalDates : Eight<DateOnly?>;

[Entity<TypeTable>]
[Key("RECORDS#{Id}", "T")]
public sealed partial record Records : Eight<Place>;

[Entity<TypeTable>]
[Key("SHAPES#{Id}", "T")]
public sealed partial record Shapes : Eight<Shape>;

[Entity<TypeTable>]
[Key("TUPLES#{Id}", "T")]
public sealed partial record Tuples : Eight<(int Left, string Right)>;

[Entity<TypeTable>]
[Key("STRINGLISTS#{Id}", "T")]
public sealed partial record StringLists : Eight<List<string>>;

[Entity<TypeTable>]
[Key("INTLISTS#{Id}", "T")]
public sealed partial record IntLists : Eight<List<int>>;

[Entity<TypeTable>]
[Key("DOUBLEARRAYS#{Id}", "T")]
public sealed partial record DoubleArrays : Eight<double[]>;

[Entity<TypeTable>]
[Key("STRINGSETS#{Id}", "T")]
public sealed partial record StringSets : Eight<HashSet<string>>;

[Entity<TypeTable>]
[Key("INTSETS#{Id}", "T")]
public sealed partial record IntSets : Eight<HashSet<int>>;

[Entity<TypeTable>]
[Key("INTMAPS#{Id}", "T")]
public sealed partial record IntMaps : Eight<Dictionary<string, int>>;

[Entity<TypeTable>]
[Key("STRINGMAPS#{Id}", "T")]
public sealed partial record StringMaps : Eight<Dictionary<string, string>>;

[Entity<TypeTable>]
[Key("DATEMAPS#{Id}", "T")]
public sealed partial record DateMaps : Eight<Dictionary<DateOnly, int>>;

[Table("types")]
public sealed partial class TypeTable;

public enum Color
{
    Red,
    Green,
    Blue,
}

[EnumAsNumber]
public enum ColorNumber
{
    Red,
    Green,
    Blue,
}

public readonly record struct CustomerId(string Value);

public sealed record Place(string Street, int Number);

[Polymorphic(Discriminator = "kind")]
[DerivedType<Circle>("circle"), DerivedType<Square>("square")]
public abstract record Shape;

public sealed record Circle(int Radius) : Shape;

public sealed record Square(int Side) : Shape;
