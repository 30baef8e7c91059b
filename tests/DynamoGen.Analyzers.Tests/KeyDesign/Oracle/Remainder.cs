using System.Globalization;

namespace DynamoGen.Analyzers.Tests.KeyDesign.Oracle;

/// <summary>What may still follow of a text whose beginning was read: the set of endings, told letter by letter. Two that are equal are one set.</summary>
internal abstract record Remainder
{
    /// <summary>Every letter that matters: what no literal, value or bound has behaves as another one of these does.</summary>
    public static string Alphabet { get; } = " !#$%-.0123456789:AEOPQRSTZabcdefhklmrstuxz~";

    public abstract bool MayEnd { get; }

    /// <summary>The letters that may be next, and maybe others.</summary>
    public virtual string Letters => Alphabet;

    public abstract Remainder? After(char letter);
}

/// <summary>A text and what follows it.</summary>
internal sealed record Literal(string Text, Remainder? Rest = null) : Remainder
{
    public override bool MayEnd => Text.Length == 0;

    public override string Letters => Text.Length == 0 ? string.Empty : Text[..1];

    public override Remainder? After(char letter) =>
        Text.Length == 0 || Text[0] != letter ? null : Text.Length == 1 && Rest is not null ? Rest : this with { Text = Text[1..] };
}

/// <summary>The numbers of an interval in so many digits, before so many of which a point stands.</summary>
internal sealed record Digits(int Count, Int128 Low, Int128 High, int Point = 0) : Remainder
{
    public override bool MayEnd => Count == 0;

    public override string Letters => ".0123456789";

    public override Remainder? After(char letter)
    {
        if (letter == '.')
        {
            return Point > 0 && Point == Count ? this with { Point = 0 } : null;
        }

        if (!char.IsAsciiDigit(letter) || Count == 0 || (Point > 0 && Point == Count))
        {
            return null;
        }

        var block = Power(Count - 1);
        var (low, high) = (Int128.Max(Low - ((letter - '0') * block), 0), Int128.Min(High - ((letter - '0') * block), block - 1));
        return low > high ? null : this with { Count = Count - 1, Low = low, High = high };
    }

    /// <summary>The numbers from one to another as keys have them: of a negative one each digit is what it lacks to nine.</summary>
    public static Remainder[] Numbers(Int128 lowest, Int128 highest, int digits, int point = 0)
    {
        var nines = Power(digits) - 1;
        var positive = new Digits(digits, 0, Int128.Min(highest, nines), point);
        return lowest >= 0 ? [positive] : [positive, new Literal("-", new Digits(digits, nines - Int128.Min(-lowest, nines), nines - 1, point))];
    }

    private static Int128 Power(int digits) => Enumerable.Repeat((Int128)10, digits).Aggregate((Int128)1, (product, ten) => product * ten);
}

/// <summary>The rest of a Guid.</summary>
internal sealed record Hexadecimal(int Position) : Remainder
{
    private const int Length = 36;

    public override bool MayEnd => Position == Length;

    public override Remainder? After(char letter)
    {
        var isPart = Position is 8 or 13 or 18 or 23 ? letter == '-' : Position < Length && char.IsAsciiHexDigitLower(letter);
        return isPart ? new Hexadecimal(Position + 1) : null;
    }
}

/// <summary>The rest of a time in a format, of whose year and month one that has as many days is kept.</summary>
internal sealed record Time(string Format, string Read = "", int Year = 0, int Month = 0) : Remainder
{
    public override bool MayEnd => Format.Length == 0;

    public override string Letters =>
        Format.Length == 0 ? string.Empty : char.IsAsciiLetterLower(Format[0]) || Format[0] is 'M' or 'H' ? "0123456789" : Format[..1];

    public override Remainder? After(char letter)
    {
        var unit = new[] { "yyyy", "MM", "dd", "HH", "mm", "ss", "f" }.FirstOrDefault(unit => Format.StartsWith(unit, StringComparison.Ordinal));
        if (unit is null)
        {
            return Format.Length > 0 && Format[0] == letter ? this with { Format = Format[1..] } : null;
        }

        var (lowest, highest) = unit switch
        {
            "yyyy" => (1, 9999),
            "MM" => (1, 12),
            "dd" => (1, DateTime.DaysInMonth(Year, Month)),
            "HH" => (0, 23),
            "f" => (0, 9),
            _ => (0, 59),
        };
        var read = Read + letter;
        if (!char.IsAsciiDigit(letter) || Number(read.PadRight(unit.Length, '9')) < lowest || Number(read.PadRight(unit.Length, '0')) > highest)
        {
            return null;
        }

        return read.Length < unit.Length ? this with { Read = read } : Behind(unit, Number(read));
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private Time Behind(string unit, int value)
    {
        var rest = Format[unit.Length..];
        return (unit, rest.Contains("dd", StringComparison.Ordinal)) switch
        {
            ("yyyy", true) => new Time(rest, Year: DateTime.IsLeapYear(value) ? 2000 : 2001),
            ("MM", true) => new Time(rest, Year: Year, Month: Enumerable.Range(1, 12).First(month => Days(month) == Days(value))),
            _ => new Time(rest),
        };

        int Days(int month) => DateTime.DaysInMonth(Year, month);
    }
}

/// <summary>Any text: as it is, or with everything up to '$' escaped.</summary>
internal sealed record FreeText(bool IsEscaped, bool IsInEscape = false) : Remainder
{
    public override bool MayEnd => !IsInEscape;

    public override Remainder? After(char letter) =>
        IsInEscape ? (letter - 0x30 is >= 0 and <= '$' ? new FreeText(true) : null)
        : !IsEscaped || letter > '$' ? this
        : letter == '$' ? this with { IsInEscape = true }
        : null;
}

/// <summary>The texts from one on, and up to another and all that begin with it; without a bound on a side where it is null or already passed.</summary>
internal sealed record Between(string? Lowest, string? Highest) : Remainder
{
    public override bool MayEnd => string.IsNullOrEmpty(Lowest);

    public override Remainder? After(char letter) =>
        !string.IsNullOrEmpty(Lowest) && letter < Lowest[0] ? null
        : !string.IsNullOrEmpty(Highest) && letter > Highest[0] ? null
        : new Between(Next(Lowest, letter), Next(Highest, letter));

    private static string? Next(string? bound, char letter) => bound is { Length: > 1 } && bound[0] == letter ? bound[1..] : null;
}
