namespace DynamoGen;

/// <summary>
/// Makes a value of an entity its alone: no two items have the same. For each item, the table holds a small second one, the marker, whose key is made
/// of the value; both are written in one transaction, which fails when the marker is another item's.
/// </summary>
/// <param name="template">
/// The marker's partition key, a template as in <see cref="KeyAttribute"/>, such as <c>EMAIL#{Email}</c>; its beginning is no other key's. Without
/// the value (null) nothing is claimed.
/// </param>
/// <remarks>
/// <para>
/// What the stored item had before is part of every write's condition, so that no marker stays behind and none is taken twice, whoever writes at the
/// same time. For that an access pattern must know it: a <c>Replace</c> takes the entity and its state <c>before</c>, an <c>Update</c> of the value
/// takes the old one as <c>emailBefore</c>, a <c>Delete</c> takes the entity. <c>Put</c>, <c>Upsert</c> and batches do not build.
/// </para>
/// <para>
/// A write that claims or releases a value costs a transaction of two or three actions, each twice the capacity of a plain write. Items that were
/// written by other means are set right by an access pattern <c>RepairUnique</c>. See
/// <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">transactions</see>.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UniqueAttribute(string template) : Attribute
{
    /// <summary>The template of the marker's partition key.</summary>
    public string Template { get; } = template;
}
