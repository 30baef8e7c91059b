namespace DynamoGen;

/// <summary>
/// Marks a partial record or class as an entity stored in the table <typeparamref name="TTable"/>. The generator adds its marshaller,
/// its key builders (<c>Keys</c>) and its schema.
/// </summary>
/// <typeparam name="TTable">A class marked with <see cref="TableAttribute"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EntityAttribute<TTable> : Attribute
    where TTable : class
{
    /// <summary>
    /// The version of the stored shape, from 1. Every item carries it in the attribute <c>_v</c>, or the table's
    /// <see cref="TableAttribute.VersionAttribute"/>; an older item is read through the entity's <see cref="UpcastAttribute">upcasters</see>, and a newer one
    /// is refused.
    /// </summary>
    public int Version { get; init; } = 1;

    /// <summary>
    /// The older version in whose form items are written, through the entity's <see cref="DowncastAttribute">downcasters</see>, while builds are still running
    /// or may come back that know no newer one. Items of all versions up to <see cref="Version"/> are read. Default: items are written in the form of
    /// <see cref="Version"/>.
    /// </summary>
    public int WriteAs { get; init; }

    /// <summary>
    /// The entity's name, stored in the attribute <c>_t</c> of each item, or the table's <see cref="TableAttribute.TypeAttribute"/>. Default: the type's name.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>
    /// Whether writes whose condition can fail by their own effect (a create, a write under a lock, a condition on what the write changes), and those that
    /// return the item as it was, leave a mark of their own in the attribute <c>_w</c>: 10 bytes of each item. Where the answer of such a write is lost and it
    /// is sent again, the mark proves that it was applied; without the mark it is an <see cref="OutcomeUnknownException"/>. Default: true.
    /// </summary>
    public bool MarksWrites { get; init; } = true;
}
