using System.Globalization;
using System.Text;

namespace DynamoGen.CommandLine.Documents.Samples;

/// <summary>Makes values for samples: always the same ones for the same names, so that items that share a key are seen to share it.</summary>
/// <param name="attribute">The attribute's name.</param>
/// <param name="variant">Which of its values: 1 or more.</param>
internal sealed class SampleValue(string attribute, int variant)
{
    private static readonly DateTime FirstDay = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private int Hash => attribute.Aggregate(17, (hash, letter) => ((hash * 31) + letter) % 99_991);

    private bool IsIdentity => attribute.EndsWith("Id", StringComparison.Ordinal) || attribute.EndsWith("Number", StringComparison.Ordinal);

    private int Number => IsIdentity ? 1_001 + (Hash % 8_000) + variant - 1 : 2 + ((Hash + (7 * (variant - 1))) % 90);

    private DateTime Moment => FirstDay.AddDays((Hash + variant - 1) % 365).AddMinutes((Hash * 7) % 1_440);

    /// <summary>The value in a form, such as <c>int</c>, <c>Date yyyy-MM-dd</c> or <c>enum open, closed</c>.</summary>
    public string Of(string form)
    {
        var space = form.IndexOf(' ', StringComparison.Ordinal);
        var (type, format) = space < 0 ? (form, string.Empty) : (form[..space], form[(space + 1)..]);
        return type switch
        {
            "byte" or "sbyte" or "short" or "ushort" or "int" or "uint" or "long" or "ulong" or "Int128" or "UInt128" or "BigInteger" or "Number" =>
                Whole(format),
            "float" or "double" or "decimal" or "Half" or "Decimal" => Fraction(format),
            "bool" => variant % 2 == 1 ? "true" : "false",
            "enum" or "flags" => Name(format),
            "Guid" => Identifier(),
            "DateOnly" => Day("yyyy-MM-dd"),
            "Date" or "DateTime" or "DateTimeOffset" => Day(format.Length > 0 ? format : type == "Date" ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssZ"),
            "TimeOnly" or "Time" => Moment.ToString(format.Length > 0 ? format : "HH:mm:ss", CultureInfo.InvariantCulture),
            "epoch" => new DateTimeOffset(Moment).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            _ => Word(),
        };
    }

    private string Whole(string format) => format is ['D', .. var width] && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        ? Number.ToString(format, CultureInfo.InvariantCulture)
        : Number.ToString(CultureInfo.InvariantCulture);

    private string Fraction(string format) =>
        (Number + (Hash % 4 * 0.25m)).ToString(format.Length > 0 && format.All(letter => letter is '0' or '.') ? format : "0.00", CultureInfo.InvariantCulture);

    private string Day(string format)
    {
        try
        {
            return Moment.ToString(format, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            // A lock that was written by hand.
            return Moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
    }

    /// <summary>One of the names of an enum, which may have numbers behind them.</summary>
    private string Name(string names)
    {
        var all = names.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        return all.Length == 0 ? Word() : all[(variant - 1) % all.Length].Split('=')[0];
    }

    private string Identifier() => string.Create(
        CultureInfo.InvariantCulture, $"{(uint)Hash * 40_009u:x8}-{Hash % 65_536:x4}-4{variant:x3}-8000-{Hash * 7L + variant:x12}");

    /// <summary>Such as <c>company-name-1</c>.</summary>
    private string Word()
    {
        var stem = IsIdentity && attribute.EndsWith("Id", StringComparison.Ordinal) && attribute.Length > 2 ? attribute[..^2] : attribute;
        var word = new StringBuilder();
        foreach (var letter in stem)
        {
            if (char.IsUpper(letter) && word.Length > 0 && word[^1] != '-')
            {
                word.Append('-');
            }

            word.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-');
        }

        return string.Create(CultureInfo.InvariantCulture, $"{word}-{variant}");
    }
}
