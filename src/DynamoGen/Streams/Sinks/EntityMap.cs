using System.Diagnostics.CodeAnalysis;
using System.Text;
using DynamoGen.Schema;
using DynamoGen.Serialization;
using DynamoGen.Streams.Dispatch;

namespace DynamoGen.Streams.Sinks;

/// <summary>What a sink makes of the items of each entity. Items of other entities are passed over.</summary>
/// <typeparam name="TResult">What is made, such as a document or an event.</typeparam>
public sealed class EntityMap<TResult>
{
    private readonly Dictionary<string, Func<ReadOnlyMemory<byte>, StreamChange, TResult>> _maps = new(StringComparer.Ordinal);

    private readonly List<(string Entity, KeyBeginning Beginning)> _beginnings = [];
    private readonly TableSchema? _table;

    /// <summary>A map of items that carry the names of their entities in <c>_t</c>.</summary>
    public EntityMap()
    {
    }

    private EntityMap(TableSchema table) => _table = table;

    /// <summary>A map of the items of one table, which are known as it says.</summary>
    /// <typeparam name="TTable">The table.</typeparam>
    public static EntityMap<TResult> Of<TTable>()
        where TTable : class, ITable<TTable> => new(TTable.Schema);

    /// <summary>Says what is made of an entity's items.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <typeparam name="TMarshaller">Its marshaller, such as <c>Order.Marshaller</c>.</typeparam>
    /// <param name="map">Makes it of an item and what the stream tells of its change.</param>
    /// <returns>This map.</returns>
    /// <exception cref="ArgumentException">The entity has been added before.</exception>
    public EntityMap<TResult> Add<TEntity, TMarshaller>(Func<TEntity, StreamChange, TResult> map)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        ArgumentNullException.ThrowIfNull(map);
        _maps.Add(TMarshaller.EntityName, (image, change) => map(new WireReader(image.Span).ReadItem<TEntity, TMarshaller>(), change));
        if (TMarshaller.Beginning is { } beginning)
        {
            _beginnings.Add((TMarshaller.EntityName, beginning));
        }

        return this;
    }

    /// <summary>Makes something of an image of a record.</summary>
    /// <param name="image">The item before or after the change; may be empty.</param>
    /// <param name="change">What the stream tells of the change.</param>
    /// <param name="result">What was made.</param>
    /// <returns>False where there is no image, or the item is of an entity that is not in the map.</returns>
    /// <exception cref="ItemFormatException">The image is not what its entity says.</exception>
    /// <exception cref="UnknownVersionException">The image is newer than this build.</exception>
    public bool TryMap(ReadOnlyMemory<byte> image, StreamChange change, [MaybeNullWhen(false)] out TResult result)
    {
        if (image.IsEmpty || !_maps.TryGetValue(Encoding.UTF8.GetString(EntityOf(image.Span)), out var map))
        {
            result = default;
            return false;
        }

        result = map(image, change);
        return true;
    }

    private ReadOnlySpan<byte> EntityOf(ReadOnlySpan<byte> image) =>
        _table is null ? StreamDispatch.EntityOf("_t", image) : StreamDispatch.EntityOf(_table, _beginnings, image);
}
