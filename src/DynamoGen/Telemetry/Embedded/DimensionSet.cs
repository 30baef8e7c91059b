namespace DynamoGen.Telemetry.Embedded;

/// <summary>The dimensions of one metric, which are equal where their names and values are.</summary>
internal sealed class DimensionSet(IReadOnlyList<KeyValuePair<string, string>> dimensions) : IEquatable<DimensionSet>
{
    public IReadOnlyList<KeyValuePair<string, string>> Dimensions => dimensions;

    public bool Equals(DimensionSet? other) => other is not null && dimensions.SequenceEqual(other.Dimensions);

    public override bool Equals(object? obj) => Equals(obj as DimensionSet);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var dimension in dimensions)
        {
            hash.Add(dimension);
        }

        return hash.ToHashCode();
    }
}
