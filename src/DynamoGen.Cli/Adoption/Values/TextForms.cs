using System.Globalization;

namespace DynamoGen.Cli.Adoption.Values;

/// <summary>What texts are: a type only where each of them is printed as it was read.</summary>
internal static class TextForms
{
    public const string TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>From how many values on few different ones are told.</summary>
    private const int EnumValues = 20;
    private const int EnumNames = 8;

    public static ValueForm Of(IReadOnlyList<string> texts)
    {
        if (texts.All(text => Guid.TryParseExact(text, "D", out var id) && id.ToString("D") == text))
        {
            return new ValueForm("Guid", ValueKind.Guid);
        }

        if (texts.All(text => DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
        {
            return new ValueForm("DateOnly", ValueKind.Date);
        }

        if (texts.All(text => Instant(text) is not null))
        {
            return new ValueForm("DateTimeOffset", ValueKind.Instant);
        }

        return new ValueForm("string", ValueKind.Text, null, false, [.. Doubts(texts)]);
    }

    /// <summary>A time in the form that is stored, or null.</summary>
    public static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParseExact(
            text, TimestampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static IEnumerable<string> Doubts(IReadOnlyList<string> texts)
    {
        if (texts.All(text => text.Length >= 19 && text[10] == 'T'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)))
        {
            yield return "times, in another form than that of a DateTimeOffset, which has 7 digits of a second and a Z";
            yield break;
        }

        var names = texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (texts.Count >= EnumValues && names.Count <= EnumNames && names.All(name => name.Length > 0 && char.IsLetter(name[0])))
        {
            yield return $"perhaps an enum: {string.Join(", ", names)}";
        }
    }
}
