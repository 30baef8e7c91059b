using System.Globalization;
using DynamoGen.Declarations.Keys;
using DynamoGen.Declarations.Values;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>
/// The texts of numbers in keys: so many digits, of a negative number '-' and the nine's complement of its digits, and no number that its type does not have.
/// </summary>
internal static class NumberTexts
{
    private const int DurationDigits = 19;
    private const int DecimalIntegerDigits = 29;
    private const int DecimalFractionDigits = 28;

    /// <summary>So many digits are a decimal whatever they are; its highest number has one more.</summary>
    private const int FullDecimalDigits = 28;

    /// <summary>Adds the texts of a number, a decimal, a duration or a shard.</summary>
    public static void Number(this TextAutomaton texts, KeyPart part)
    {
        if (part.Kind == KeyPartKind.Decimal)
        {
            var (integers, fraction) = Widths(part);
            texts.Either(() => Decimal(texts, integers, fraction, isNegative: false), () => Negative(texts, () => Decimal(texts, integers, fraction, true)));
            return;
        }

        var (digits, lowest, highest) = part.Kind switch
        {
            KeyPartKind.Shard => (part.Width, 0m, part.Shards - 1m),
            KeyPartKind.Duration => (DurationDigits, -(decimal)long.MinValue, long.MaxValue),
            _ => (part.Width, Lowest(part.Scalar), Highest(part.Scalar)),
        };
        texts.Either(() => Positive(texts, digits, highest), () => Negative(texts, () => Complement(texts, digits, lowest)));
    }

    /// <summary>
    /// Adds both texts of a number that is written in two widths: the wider has zeros before it, or nines where the number is negative.
    /// </summary>
    public static void NumberPair(this TextAutomaton texts, KeyPart first, KeyPart second)
    {
        var (narrow, wide, track) = first.Width <= second.Width ? (first.Width, second.Width, Tracks.Second) : (second.Width, first.Width, Tracks.First);
        texts.Tracks = Tracks.Both;
        texts.Either(
            () => Padded('0', () => Positive(texts, narrow, Highest(first.Scalar))),
            () => Negative(texts, () => Padded('9', () => Complement(texts, narrow, Lowest(first.Scalar)))));

        void Padded(char padding, Action digits)
        {
            texts.Tracks = track;
            texts.Literal(new string(padding, wide - narrow));
            texts.Tracks = Tracks.Both;
            digits();
        }
    }

    /// <summary>
    /// Adds both texts of a decimal that is written in two formats, of which the wider has zeros around it, or nines where the number is negative; false
    /// where it has more digits than any decimal.
    /// </summary>
    public static bool DecimalPair(this TextAutomaton texts, KeyPart first, KeyPart second)
    {
        var (mine, theirs) = (Widths(first), Widths(second));
        var (integers, fraction) = (Math.Min(mine.Integers, theirs.Integers), Math.Min(mine.Fraction, theirs.Fraction));
        if (integers + fraction > FullDecimalDigits)
        {
            return false;
        }

        var (zero, nines) = (new string('0', integers + fraction), new string('9', integers + fraction));
        texts.Tracks = Tracks.Both;
        texts.Either(() => Between('0', zero, nines), () => Negative(texts, () => Between('9', zero, Complement(Padded(1, integers + fraction)))));
        return true;

        void Between(char padding, string lowest, string highest)
        {
            Pad(mine.Integers - theirs.Integers, string.Empty, padding);
            texts.Digits(Pointed(lowest, integers), Pointed(highest, integers));
            Pad(mine.Fraction - theirs.Fraction, fraction == 0 ? "." : string.Empty, padding);
        }

        void Pad(int more, string before, char padding)
        {
            if (more != 0)
            {
                texts.Tracks = more > 0 ? Tracks.First : Tracks.Second;
                texts.Literal(before + new string(padding, Math.Abs(more)));
                texts.Tracks = Tracks.Both;
            }
        }
    }

    private static (int Integers, int Fraction) Widths(KeyPart part) =>
        part.Width > 0 ? (part.Width, part.Fraction) : (DecimalIntegerDigits, DecimalFractionDigits);

    private static string Pointed(string digits, int integers) => digits.Length > integers ? digits.Insert(integers, ".") : digits;

    private static void Positive(TextAutomaton texts, int digits, decimal highest) => texts.Digits(new string('0', digits), Padded(highest, digits));

    /// <summary>Adds the negative numbers down to that of a magnitude; without any, a state that nothing leads to.</summary>
    private static void Complement(TextAutomaton texts, int digits, decimal lowest)
    {
        if (lowest > 0)
        {
            texts.Digits(Complement(Padded(lowest, digits)), Complement(Padded(1, digits)));
        }
        else
        {
            texts.ContinueAt(texts.NewState());
        }
    }

    /// <summary>A decimal has 96 bits of digits and up to 28 of them behind the point, so that not every text of so many digits is one.</summary>
    private static void Decimal(TextAutomaton texts, int integers, int fraction, bool isNegative)
    {
        var shortest = Math.Max(0, Math.Min(fraction, FullDecimalDigits - integers));
        texts.Either(Enumerable.Range(shortest, fraction - shortest + 1).Select(scale => (Action)(() =>
        {
            var highest = Padded(decimal.MaxValue, integers + scale);
            var lowest = new string('0', integers + scale);
            var (from, to) = isNegative ? (Complement(highest), Complement(Padded(1, integers + scale))) : (lowest, highest);
            texts.Digits(Pointed(from, integers), Pointed(to, integers));
            texts.Literal((scale == 0 && fraction > 0 ? "." : string.Empty) + new string(isNegative ? '9' : '0', fraction - scale));
        })));
    }

    private static void Negative(TextAutomaton texts, Action digits)
    {
        texts.Literal("-");
        digits();
    }

    /// <summary>A number in so many digits; the highest number of so many digits where it has more.</summary>
    private static string Padded(decimal number, int digits)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return text.Length > digits ? new string('9', digits) : text.PadLeft(digits, '0');
    }

    private static string Complement(string digits) => string.Concat(digits.Select(digit => (char)('9' - digit + '0')));

    private static decimal Highest(ScalarKind type) => type switch
    {
        ScalarKind.SByte => sbyte.MaxValue,
        ScalarKind.Byte => byte.MaxValue,
        ScalarKind.Int16 => short.MaxValue,
        ScalarKind.UInt16 => ushort.MaxValue,
        ScalarKind.Int32 => int.MaxValue,
        ScalarKind.UInt32 => uint.MaxValue,
        ScalarKind.Int64 => long.MaxValue,
        _ => ulong.MaxValue,
    };

    private static decimal Lowest(ScalarKind type) => type switch
    {
        ScalarKind.SByte => -(decimal)sbyte.MinValue,
        ScalarKind.Int16 => -(decimal)short.MinValue,
        ScalarKind.Int32 => -(decimal)int.MinValue,
        ScalarKind.Int64 => -(decimal)long.MinValue,
        _ => 0,
    };
}
