namespace DynamoGen.Declarations.Expressions;

/// <summary>The four clauses of an update expression, to which what the entity itself demands is added.</summary>
internal sealed class UpdateClauses
{
    public List<string> Sets { get; } = [];

    public List<string> Removes { get; } = [];

    public List<string> Adds { get; } = [];

    public List<string> Deletes { get; } = [];

    /// <summary>What becomes of each property that is updated, wholly or in part.</summary>
    public Dictionary<string, TouchedProperty> Touched { get; } = [];

    public override string ToString()
    {
        var clauses = new[] { ("SET", Sets), ("REMOVE", Removes), ("ADD", Adds), ("DELETE", Deletes) };
        return string.Join(" ", clauses.Where(clause => clause.Item2.Count > 0).Select(clause => $"{clause.Item1} {string.Join(", ", clause.Item2)}"));
    }
}

/// <summary>What becomes of an updated property.</summary>
/// <param name="value">The C# expression of its new value, or null where only the server knows it.</param>
/// <param name="isRemoved">Whether it is removed.</param>
internal sealed class TouchedProperty(string? value, bool isRemoved)
{
    public string? Value { get; } = value;

    public bool IsRemoved { get; } = isRemoved;
}
