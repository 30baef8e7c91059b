namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Tells by their names the attributes that are keys wherever they stand, such as <c>PK</c> and <c>gsi1sk</c>.</summary>
internal static class NamedKey
{
    private static readonly string[] Hashes = ["pk", "hashkey", "partitionkey"];
    private static readonly string[] Sorts = ["sk", "rangekey", "sortkey"];

    public static bool IsHash(string attribute) => Owner(attribute, Hashes) is not null;

    public static bool IsSort(string attribute) => Owner(attribute, Sorts) is not null;

    /// <summary>Whether both are of the same table or index.</summary>
    public static bool ArePair(string hash, string sort) => Owner(hash, Hashes) is { } owner && Owner(sort, Sorts) == owner;

    /// <summary>What stands ahead of the word: nothing, or the short name of an index; null for other attributes.</summary>
    private static string? Owner(string attribute, string[] words)
    {
        var name = attribute.Replace("_", "").Replace("-", "").ToLowerInvariant();
        var owner = words.Where(word => name.EndsWith(word, StringComparison.Ordinal)).Select(word => name.Substring(0, name.Length - word.Length))
            .FirstOrDefault();
        return owner is "" || (owner is not null && owner.StartsWith("gsi", StringComparison.Ordinal) && owner.Skip(3).All(char.IsDigit)) ? owner : null;
    }
}
