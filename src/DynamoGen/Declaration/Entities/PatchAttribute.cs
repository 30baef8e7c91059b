namespace DynamoGen;

/// <summary>
/// Marks a type as a patch of an entity: which of its properties one call changes, and to what. The generated half has a <see cref="Change{T}"/> for each
/// property that can be changed, and a patch of its own for each nested object that is always there. It reads a JSON Merge Patch.
/// </summary>
/// <typeparam name="TEntity">The entity.</typeparam>
/// <param name="properties">
/// The names of the properties that can be changed, so that no caller changes another one; all that an update can change where none is named.
/// </param>
/// <remarks>
/// An access pattern that takes it, <c>ValueTask&lt;Order&gt; Update(int orderId, OrderPatch patch)</c>, is one UpdateItem. A property that is given is
/// set, and removed where it may be null and is given as null; all others stay as they are. The primary key, properties that writes keep by themselves,
/// and those of unique values are in no patch. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">update expressions</see> and
/// <see href="https://www.rfc-editor.org/rfc/rfc7396">JSON Merge Patch</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PatchAttribute<TEntity>(params string[] properties) : Attribute
    where TEntity : class
{
    /// <summary>The names of the properties that can be changed; none where all can be.</summary>
    public IReadOnlyList<string> Properties { get; } = properties;
}
