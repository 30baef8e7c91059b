namespace DynamoGen.Cli.Adoption.Values;

/// <summary>As what a value is declared.</summary>
/// <param name="Type">The type in C#, without a question mark.</param>
/// <param name="Kind">What the type is, for keys that are made of it.</param>
/// <param name="Attribute">The attribute that says how it is stored, such as <c>EpochSeconds</c>; null without one.</param>
/// <param name="HasNull">Whether some values are NULL.</param>
/// <param name="Doubts">What is not certain of it.</param>
internal sealed record ValueForm(string Type, ValueKind Kind, string? Attribute = null, bool HasNull = false, params IReadOnlyList<string> Doubts)
{
    public bool IsSet => Type.StartsWith("HashSet<", StringComparison.Ordinal);

    public static ValueForm Raw(string doubt) => new("AttributeValue", ValueKind.Other, null, false, doubt);
}

/// <summary>What keys can be made of.</summary>
internal enum ValueKind
{
    Other,
    Text,
    Guid,
    Date,
    Instant,
    EpochSeconds,
    EpochMilliseconds,
    Integer,
    Decimal,
    Boolean,
}
