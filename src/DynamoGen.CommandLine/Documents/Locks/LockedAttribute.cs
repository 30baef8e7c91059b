namespace DynamoGen.CommandLine.Documents.Locks;

/// <summary>An attribute as a lock has it, such as <c>S enum open, closed = open</c>.</summary>
/// <param name="Path">Where it is, such as <c>Freight.Amount</c>.</param>
/// <param name="Type">The type that DynamoDB knows, such as <c>S</c>.</param>
/// <param name="Form">What it is written from, such as <c>enum open, closed</c>; empty where the type says it.</param>
/// <param name="Absence">What it means that an item has none.</param>
internal sealed record LockedAttribute(string Path, string Type, string Form, string Absence)
{
    private const string Dropped = "dropped ";
    private const string Required = " required";

    /// <summary>Whether it is an attribute of the item itself, and no part of one.</summary>
    public bool IsOwn => Path.IndexOfAny(['.', '[', '<']) < 0;

    /// <summary>Reads the lock's text.</summary>
    /// <returns>Null where the lock says that the attribute was dropped.</returns>
    public static LockedAttribute? Parse(string path, string text)
    {
        if (text.StartsWith(Dropped, StringComparison.Ordinal))
        {
            return null;
        }

        var (stored, absence) = text.EndsWith(Required, StringComparison.Ordinal)
            ? (text[..^Required.Length], "required")
            : Split(text, " = ", "reads as ") ?? Split(text, " omitting ", "left out for ") ?? (text, string.Empty);
        var space = stored.IndexOf(' ', StringComparison.Ordinal);
        return space < 0
            ? new LockedAttribute(path, stored, string.Empty, absence)
            : new LockedAttribute(path, stored[..space], stored[(space + 1)..], absence);
    }

    private static (string Stored, string Absence)? Split(string text, string separator, string meaning)
    {
        var place = text.IndexOf(separator, StringComparison.Ordinal);
        return place < 0 ? null : (text[..place], meaning + text[(place + separator.Length)..]);
    }
}
