using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace DynamoGen.Streams;

/// <summary>
/// The place of a change in its shard: a number of up to 40 digits, which grows with every change of one item, in the shards that follow each other too.
/// </summary>
/// <remarks>See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_StreamRecord.html">StreamRecord</see>.</remarks>
public readonly struct SequenceNumber : IEquatable<SequenceNumber>, IComparable<SequenceNumber>
{
    /// <summary>The most digits that a sequence number has.</summary>
    public const int MaxDigits = 57;

    private const int DigitsOfPart = 19;
    private const string FormatOfPart = "D19";

    private readonly ulong _high;
    private readonly ulong _middle;
    private readonly ulong _low;
    private readonly byte _digits;

    private SequenceNumber(ulong high, ulong middle, ulong low, int digits)
    {
        _high = high;
        _middle = middle;
        _low = low;
        _digits = (byte)digits;
    }

    /// <summary>Reads a sequence number from its digits.</summary>
    /// <param name="text">The digits as DynamoDB wrote them.</param>
    /// <exception cref="FormatException">It is empty, longer than <see cref="MaxDigits"/>, or no number.</exception>
    public static SequenceNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(Encoding.UTF8.GetBytes(text), out var number) ? number : throw new FormatException("A sequence number is up to 57 digits.");
    }

    /// <summary>Reads a sequence number from its digits in UTF-8.</summary>
    /// <param name="digits">The digits as DynamoDB wrote them.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(ReadOnlySpan<byte> digits, out SequenceNumber number)
    {
        number = default;
        if (digits.Length is 0 or > MaxDigits)
        {
            return false;
        }

        var low = digits[Math.Max(0, digits.Length - DigitsOfPart)..];
        var middle = digits[Math.Max(0, digits.Length - (2 * DigitsOfPart))..^low.Length];
        var high = digits[..^(low.Length + middle.Length)];
        if (!TryParsePart(high, out var highest) || !TryParsePart(middle, out var between) || !TryParsePart(low, out var lowest))
        {
            return false;
        }

        number = new SequenceNumber(highest, between, lowest, digits.Length);
        return true;
    }

    /// <summary>Whether one number comes before another.</summary>
    public static bool operator <(SequenceNumber left, SequenceNumber right) => left.CompareTo(right) < 0;

    /// <summary>Whether one number comes behind another.</summary>
    public static bool operator >(SequenceNumber left, SequenceNumber right) => left.CompareTo(right) > 0;

    /// <summary>Whether one number comes before another or is the same.</summary>
    public static bool operator <=(SequenceNumber left, SequenceNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one number comes behind another or is the same.</summary>
    public static bool operator >=(SequenceNumber left, SequenceNumber right) => left.CompareTo(right) >= 0;

    /// <summary>Whether two numbers are the same.</summary>
    public static bool operator ==(SequenceNumber left, SequenceNumber right) => left.Equals(right);

    /// <summary>Whether two numbers differ.</summary>
    public static bool operator !=(SequenceNumber left, SequenceNumber right) => !left.Equals(right);

    /// <inheritdoc/>
    public int CompareTo(SequenceNumber other) => (_high, _middle, _low).CompareTo((other._high, other._middle, other._low));

    /// <inheritdoc/>
    public bool Equals(SequenceNumber other) => (_high, _middle, _low) == (other._high, other._middle, other._low);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is SequenceNumber other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_high, _middle, _low);

    /// <summary>The digits as DynamoDB wrote them, with the zeros that they begin with.</summary>
    public override string ToString() => AllDigits()[^Math.Max(1, (int)_digits)..];

    /// <summary>The number with zeros before it, so that texts sort as numbers do.</summary>
    public string ToSortableString() => AllDigits();

    private string AllDigits() => string.Concat(
        _high.ToString(FormatOfPart, CultureInfo.InvariantCulture),
        _middle.ToString(FormatOfPart, CultureInfo.InvariantCulture),
        _low.ToString(FormatOfPart, CultureInfo.InvariantCulture));

    private static bool TryParsePart(ReadOnlySpan<byte> digits, out ulong part)
    {
        part = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            part = (part * 10) + (uint)(digit - '0');
        }

        return true;
    }
}
