using System.Globalization;

namespace DynamoGen.Analyzers.KeyDesign;

/// <summary>Over how many partition keys the items of a table or an index are spread, and whether that is enough.</summary>
/// <param name="parts">The cardinality of each value in the key.</param>
/// <param name="shards">The number of shards, 1 for none.</param>
/// <param name="traffic">The declared traffic, or null.</param>
/// <param name="threshold">The number of keys that is enough where no traffic is declared.</param>
internal sealed class KeySpread(IReadOnlyList<PropertyCardinality> parts, int shards, Traffic? traffic, int threshold)
{
    /// <summary>More keys than any traffic fills.</summary>
    private const long Countless = 1L << 40;

    public bool IsConstant => parts.Count == 0 && shards == 1;

    public bool HasNullablePart => parts.Any(part => part.IsNullable);

    public bool IsGuessed => parts.Any(part => part.IsGuess);

    /// <summary>Whether an instant is all that tells keys apart.</summary>
    public bool IsInstant => shards == 1 && parts.Count == 1 && (parts[0].IsInstant || parts[0].IsSecond);

    public bool HasTimeBucket => parts.Any(part => part.IsTimeBucket);

    /// <summary>The number of keys in words; a guess is none at most.</summary>
    public string Distinct => Keys == 1 ? "1 distinct value"
        : string.Format(CultureInfo.InvariantCulture, "{0} {1:N0} distinct values", IsGuessed ? "about" : "at most", Keys);

    /// <summary>The number of distinct keys at one time; null if it is not known or countless.</summary>
    public long? Keys { get; } = Count(parts, shards);

    /// <summary>
    /// Whether that is too few: for the declared traffic, or by the threshold where none is declared and no shards are set. Traffic of which other entities
    /// have an unknown part acquits a key, and convicts none.
    /// </summary>
    public bool IsNarrow => Keys is { } keys && (traffic?.IsTooMuchFor(keys) ?? true) && (traffic is { IsShared: false } || IsFew(keys));

    private bool IsFew(long keys) => shards == 1 && !parts.Any(part => part.IsSecond) && (keys == 1 || keys < threshold);

    /// <summary>How the number of keys is known, in parentheses.</summary>
    public string Reasons =>
        string.Format(CultureInfo.InvariantCulture, " ({0})",
            string.Join(", ", parts.Select(part => part.Reason).Concat(shards > 1 ? [$"{shards} shards"] : [])));

    /// <summary>What follows from the number of keys, as the continuation of a sentence.</summary>
    public string Load =>
        Keys is not { } keys ? ""
        : traffic is not { IsShared: false } ? $", so at most {Limit(keys)} a second{(keys == 1 ? "" : " together")}"
        : $", {(keys == 1 ? "" : "each ")}limited to {Limit(1)} a second; the declared traffic{traffic.Whose} comes to {traffic.Share(keys)}"
            + (keys == 1 ? "" : " for each if all are used alike");

    private static string Limit(long keys) => Traffic.Text(keys * PartitionLimit.WriteUnits, keys * PartitionLimit.ReadUnits);

    private static long? Count(IReadOnlyList<PropertyCardinality> parts, int shards)
    {
        long product = shards;
        foreach (var part in parts.Where(part => !part.IsTimeBucket))
        {
            // Divided rather than multiplied: a product of declared numbers may be more than fits.
            if (part.Values is not { } values || values >= Countless / product)
            {
                return null;
            }

            product *= values;
        }

        return product;
    }
}
