namespace DynamoGen;

/// <summary>
/// Marks what is made of the items of one item collection, which have one partition key and are of several entities. A partial record or class gathers
/// them by one Query: a member typed as an entity takes its only item, a member typed as a list of an entity takes all of them in sort order. An
/// interface or an abstract class, with the entities that implement it, is an item of any of them, to be read as a stream, in pages or by a Scan.
/// </summary>
/// <param name="entities">
/// The entities, 1 to 100 of one table, for an interface or an abstract class that each of them implements; none for a class that gathers.
/// </param>
/// <remarks>
/// See <see href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithItemCollections.html">item collections</see>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface, Inherited = false)]
public sealed class ItemCollectionAttribute(params Type[] entities) : Attribute
{
    /// <summary>The entities of which an item may be; none for a class that gathers items in its members.</summary>
    public IReadOnlyList<Type> Entities => entities;
}
