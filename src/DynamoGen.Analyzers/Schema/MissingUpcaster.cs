using System.Globalization;

namespace DynamoGen.Analyzers.Schema;

/// <summary>An upcaster that an entity lacks, as a report tells it to its fix.</summary>
/// <param name="From">The version that stored the value.</param>
/// <param name="Property">The property that takes it.</param>
/// <param name="StoredAs">The attribute that holds it, where the property is stored in another one; empty where it is the property's own.</param>
/// <param name="Form">How it is stored, such as <c>N decimal</c>.</param>
internal sealed record MissingUpcaster(int From, string Property, string StoredAs, string Form)
{
    /// <summary>The property of a report that holds it.</summary>
    public const string Key = "Upcaster";

    private const char Separator = '\n';

    public string Text => string.Join(Separator.ToString(), From.ToString(CultureInfo.InvariantCulture), Property, StoredAs, Form);

    public static MissingUpcaster? Parse(string? text)
    {
        var parts = text?.Split(Separator) ?? [];
        return parts.Length == 4 ? new MissingUpcaster(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], parts[2], parts[3]) : null;
    }
}
