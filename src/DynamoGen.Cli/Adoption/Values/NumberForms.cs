using System.Globalization;

namespace DynamoGen.Cli.Adoption.Values;

/// <summary>What numbers are.</summary>
internal static class NumberForms
{
    /// <summary>Below it an <c>int</c> has room for what was not sampled.</summary>
    private const long SmallNumber = 1_000_000;

    /// <summary>The years 2001 to 2100, in seconds.</summary>
    private const long FirstSecond = 1_000_000_000;
    private const long LastSecond = 4_102_444_800;

    private static readonly string[] TimeWords =
        ["at", "on", "date", "time", "timestamp", "created", "updated", "modified", "expires", "expiry", "ttl", "ts", "since", "until"];

    /// <param name="numbers">The numbers as they are stored.</param>
    /// <param name="attribute">Where they are, of which the last word may speak of time; null where they cannot be times.</param>
    public static ValueForm Of(IReadOnlyList<string> numbers, string? attribute)
    {
        if (numbers.All(number => long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
        {
            return Whole([.. numbers.Select(number => long.Parse(number, CultureInfo.InvariantCulture))], attribute);
        }

        if (numbers.All(IsDecimal))
        {
            return new ValueForm("decimal", ValueKind.Decimal);
        }

        return ValueForm.Raw("numbers of more digits than a decimal has");
    }

    private static ValueForm Whole(IReadOnlyList<long> numbers, string? attribute)
    {
        if (attribute is not null && TimeWords.Contains(LastWord(attribute)))
        {
            if (numbers.All(number => number is >= FirstSecond and <= LastSecond))
            {
                return Epoch(ValueKind.EpochSeconds, "seconds");
            }

            if (numbers.All(number => number is >= FirstSecond * 1_000 and <= LastSecond * 1_000))
            {
                return Epoch(ValueKind.EpochMilliseconds, "milliseconds");
            }
        }

        return new ValueForm(numbers.All(number => number is > -SmallNumber and < SmallNumber) ? "int" : "long", ValueKind.Integer);
    }

    private static ValueForm Epoch(ValueKind kind, string units) =>
        new("DateTimeOffset", kind, kind.ToString(), false, $"taken for {units} since 1970, because of its name and its values");

    /// <summary>Whether a decimal has all digits of the number.</summary>
    private static bool IsDecimal(string number) =>
        number.Count(char.IsAsciiDigit) <= 28
        && decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && (value != 0 || number.All(letter => letter is '0' or '.' or '-'));

    private static string LastWord(string attribute)
    {
        var end = attribute.Length;
        var start = end;
        while (start > 0 && char.IsAsciiLetterLower(attribute[start - 1]))
        {
            start--;
        }

        if (start > 0 && char.IsAsciiLetterUpper(attribute[start - 1]))
        {
            // One capital begins a word; a name in capitals alone is one word.
            start = start == end ? 0 : start - 1;
        }

        return attribute[start..end].ToLowerInvariant();
    }
}
