namespace DynamoGen;

/// <summary>Which attributes of its items an index holds beside the keys of the table and of the index.</summary>
/// <remarks>
/// What an index holds is stored, and written with every change, once more; what it does not hold cannot be read from it. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html#GSI.Projections">attribute projections</see>.
/// </remarks>
public enum IndexProjection
{
    /// <summary>All attributes.</summary>
    All,

    /// <summary>None. A query yields primary keys, or whole entities where it is marked with <see cref="HydrateAttribute"/>.</summary>
    KeysOnly,

    /// <summary>Those that the index names, and the entity's marks <c>_t</c> and <c>_v</c>. A query yields projections of them.</summary>
    Include,
}
