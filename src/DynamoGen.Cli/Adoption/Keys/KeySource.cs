using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoGen.Cli.Adoption.Values;

namespace DynamoGen.Cli.Adoption.Keys;

/// <summary>A property in one of the forms that a key can have of it, with the text of each item.</summary>
/// <param name="Property">The property.</param>
/// <param name="Format">The format in the template; null for none.</param>
/// <param name="Ends">How it is known where it ends.</param>
/// <param name="Texts">Its text in each item.</param>
internal sealed record KeySource(PropertyDraft Property, string? Format, KeySourceEnd Ends, IReadOnlyList<string> Texts)
{
    public string Placeholder => Format is null ? $"{{{Property.Name}}}" : $"{{{Property.Name}:{Format}}}";

    /// <summary>Whether the text leaves something of a time out.</summary>
    public bool IsRounded => Format is not null && Property.Form.Kind is ValueKind.Instant && !Format.Contains("fffffff", StringComparison.Ordinal);

    /// <summary>The forms in which a property can stand in the keys of items that all have it.</summary>
    public static IEnumerable<KeySource> Of(PropertyDraft property, IReadOnlyList<Dictionary<string, AttributeValue>> items)
    {
        foreach (var (format, ends, print) in Forms(property.Form))
        {
            var texts = items.Select(item => print(item[property.Attribute])).ToList();
            if (texts.All(text => text.Length > 0))
            {
                yield return new KeySource(property, format, ends, texts);
            }
        }

        // A number in a fixed width has as many digits as its key has.
        if (property.Form.Kind == ValueKind.Integer && items.All(item => item[property.Attribute].N[0] != '-'))
        {
            var longest = items.Max(item => item[property.Attribute].N.Length);
            for (var width = Math.Max(2, longest); width <= 20; width++)
            {
                var texts = items.Select(item => item[property.Attribute].N.PadLeft(width, '0')).ToList();
                yield return new KeySource(property, FormattableString.Invariant($"D{width}"), KeySourceEnd.Fixed, texts);
            }
        }
    }

    private static IEnumerable<(string? Format, KeySourceEnd Ends, Func<AttributeValue, string> Print)> Forms(ValueForm form) => form.Kind switch
    {
        ValueKind.Text =>
        [
            ("raw", KeySourceEnd.Text, value => value.S),
            ("lower", KeySourceEnd.Text, value => Ascii(value.S).ToLowerInvariant()),
            ("upper", KeySourceEnd.Text, value => Ascii(value.S).ToUpperInvariant()),
        ],
        ValueKind.Guid =>
        [
            (null, KeySourceEnd.Fixed, value => value.S),
            ("N", KeySourceEnd.Fixed, value => value.S.Replace("-", "", StringComparison.Ordinal)),
            ("D:upper", KeySourceEnd.Fixed, value => value.S.ToUpperInvariant()),
            ("N:upper", KeySourceEnd.Fixed, value => value.S.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant()),
        ],
        ValueKind.Date => [(null, KeySourceEnd.Fixed, value => value.S), ("yyyy-MM", KeySourceEnd.Fixed, value => value.S[..7])],
        ValueKind.Instant =>
        [
            (null, KeySourceEnd.Fixed, value => value.S),
            .. Times(value => TextForms.Instant(value.S)!.Value, "yyyy-MM-ddTHH:mm:ss.fffZ", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-dd", "yyyy-MM"),
            ("unixSeconds", KeySourceEnd.Fixed, value => Number(TextForms.Instant(value.S)!.Value.ToUnixTimeSeconds())),
            ("unixMilliseconds", KeySourceEnd.Fixed, value => Number(TextForms.Instant(value.S)!.Value.ToUnixTimeMilliseconds())),
        ],
        ValueKind.EpochSeconds =>
        [
            ("unixSeconds", KeySourceEnd.Fixed, value => value.N),
            .. Times(value => DateTimeOffset.FromUnixTimeSeconds(Number(value.N)), "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-dd", "yyyy-MM"),
        ],
        ValueKind.EpochMilliseconds =>
        [
            ("unixMilliseconds", KeySourceEnd.Fixed, value => value.N),
            .. Times(
                value => DateTimeOffset.FromUnixTimeMilliseconds(Number(value.N)),
                "yyyy-MM-ddTHH:mm:ss.fffZ", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-dd", "yyyy-MM"),
        ],
        ValueKind.Integer => [("D", KeySourceEnd.Digits, value => value.N)],
        ValueKind.Decimal => [("G", KeySourceEnd.Digits, value => value.N)],
        ValueKind.Boolean => [("lower", KeySourceEnd.Fixed, value => value.BOOL == true ? "true" : "false")],
        _ => [],
    };

    private static IEnumerable<(string? Format, KeySourceEnd Ends, Func<AttributeValue, string> Print)> Times(
        Func<AttributeValue, DateTimeOffset> read, params string[] formats) => formats.Select(format =>
        {
            var quoted = format.Replace("T", "'T'", StringComparison.Ordinal).Replace("Z", "'Z'", StringComparison.Ordinal);
            return ((string?)format, KeySourceEnd.Fixed, (Func<AttributeValue, string>)(value => read(value).ToString(quoted, CultureInfo.InvariantCulture)));
        });

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Other letters have cases that programs write differently; such a text is no source.</summary>
    private static string Ascii(string text) => text.All(char.IsAscii) ? text : string.Empty;
}

/// <summary>How it is known where a part of a key ends.</summary>
internal enum KeySourceEnd
{
    /// <summary>Its length does.</summary>
    Fixed,

    /// <summary>The text behind it, which it does not hold.</summary>
    Text,

    /// <summary>What is no digit.</summary>
    Digits,
}
