namespace DynamoGen.Cli.Adoption.Names;

/// <summary>Names of one scope, none of them twice.</summary>
/// <param name="reserved">What nothing may be named.</param>
/// <param name="suffix">What a reserved name gets behind it.</param>
internal sealed class NameSet(IEnumerable<string> reserved, string suffix)
{
    /// <summary>What an entity has by itself or by generation.</summary>
    public static IReadOnlyList<string> OfMembers { get; } =
    [
        "Clone", "Equals", "EqualityContract", "FromItem", "GetHashCode", "GetType", "Keys", "Marshaller", "MemberwiseClone", "PrintMembers", "Finalize",
        "ReferenceEquals", "Schema", "SizeOf", "ToItem", "ToString",
    ];

    /// <summary>What the written file names of other namespaces.</summary>
    public static IReadOnlyList<string> OfTypes { get; } =
    [
        "AttributeName", "AttributeValue", "BillingMode", "Converter", "CreatedAt", "DateOnly", "DateTime", "DateTimeOffset", "Dictionary", "DynamoGen",
        "Entity", "EnumAsNumber", "EpochMilliseconds", "Flags", "IAttributeConverter", "OptimisticLock", "UpdatedAt",
        "EpochSeconds", "GlobalIndex", "Guid", "HashSet", "Hydrate", "Index", "IndexProjection", "ItemMarks", "Key", "KeyAttributeType", "List", "LocalIndex",
        "Query", "Repository", "StreamView", "System", "Amazon", "Table", "TimeToLive", "UnknownAttributes", "ValueTask", "IAsyncEnumerable", "Attribute",
    ];

    private readonly HashSet<string> _reserved = [.. reserved];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a name, or the next one that is free.</summary>
    public string Take(string wanted)
    {
        var free = _reserved.Contains(wanted) ? wanted + suffix : wanted;
        var name = free;
        for (var number = 2; !_taken.Add(name); number++)
        {
            name = FormattableString.Invariant($"{free}{number}");
        }

        return name;
    }

    /// <summary>Whether nothing has the name yet.</summary>
    public bool IsFree(string name) => !_reserved.Contains(name) && !_taken.Contains(name);
}
