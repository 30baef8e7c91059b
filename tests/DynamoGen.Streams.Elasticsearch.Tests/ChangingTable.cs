using DynamoGen.Streams.Sinks;
using DynamoGen.Streams.Tests.Records;

namespace DynamoGen.Streams.Elasticsearch.Tests;

/// <summary>A table in memory that writes its stream: orders and articles, each of which can take the other's key.</summary>
internal sealed class ChangingTable(TimeProvider timeProvider)
{
    public const string OrderIndex = "orders";
    public const string ArticleIndex = "articles";

    private readonly SortedDictionary<string, object> _items = new(StringComparer.Ordinal);
    private readonly List<StreamRecord> _stream = [];

    public IReadOnlyList<StreamRecord> Stream => _stream;

    public IReadOnlyCollection<object> Items => _items.Values;

    /// <summary>What the items of each entity are in the index.</summary>
    public static EntityMap<IndexedDocument> Map { get; } = new EntityMap<IndexedDocument>()
        .Add<Order, Order.Marshaller>(static (order, _) => Document(order))
        .Add<Article, Article.Marshaller>(static (article, _) => Document(article));

    /// <summary>The same with the count alone, which begins anew with each life.</summary>
    public static EntityMap<IndexedDocument> CountedMap { get; } = new EntityMap<IndexedDocument>()
        .Add<Order, Order.Marshaller>(static (order, _) => Document(order) with { Version = DocumentVersion.OfOnlyLife(order.Count) })
        .Add<Article, Article.Marshaller>(static (article, _) => Document(article) with { Version = DocumentVersion.OfOnlyLife(article.Count) });

    public static IndexedDocument Document(object item) => item switch
    {
        Order { Status: "hidden" } order => new IndexedDocument(OrderIndex, null, DocumentVersion.Of(order.CreatedAt, order.Count)),
        Order order => new IndexedDocument(
            OrderIndex, new ThingDocument(order.Id, order.Status, "order"), DocumentVersion.Of(order.CreatedAt, order.Count)),
        Article article => new IndexedDocument(
            ArticleIndex, new ThingDocument(article.Id, article.Status, "article"), DocumentVersion.Of(article.CreatedAt, article.Count)),
        _ => throw new ArgumentException("No item of the shop.", nameof(item)),
    };

    public static string IdOf(string id) => DocumentId.Of(System.Text.Encoding.UTF8.GetBytes(KeyOf(id)));

    /// <summary>The documents that an index should have.</summary>
    public IReadOnlyDictionary<string, string> Expected(string index) => _items
        .Select(item => (item.Key, Document: Document(item.Value)))
        .Where(entry => entry.Document.Index == index && entry.Document.Document is not null)
        .ToDictionary(entry => IdOf(entry.Key), entry => Json((ThingDocument)entry.Document.Document!));

    public object? Find(string id) => _items.GetValueOrDefault(id);

    public StreamRecord PutOrder(string id, string status)
    {
        var before = Find(id) as Order;
        return Put(id, new Order { Id = id, Status = status, Count = (before?.Count ?? 0) + 1, CreatedAt = before?.CreatedAt ?? timeProvider.GetUtcNow() });
    }

    public StreamRecord PutArticle(string id, string status)
    {
        var before = Find(id) as Article;
        return Put(
            id, new Article { Id = id, Status = status, Count = (before?.Count ?? 0) + 1, CreatedAt = before?.CreatedAt ?? timeProvider.GetUtcNow() });
    }

    public StreamRecord Delete(string id)
    {
        var before = Find(id);
        _items.Remove(id);
        return Append("REMOVE", id, before, null);
    }

    private StreamRecord Put(string id, object item)
    {
        var before = Find(id);
        _items[id] = item;
        return Append(before is null ? "INSERT" : "MODIFY", id, before, item);
    }

    private StreamRecord Append(string name, string id, object? before, object? after)
    {
        var record = Event.Read(Event.Json(name, Json(before), Json(after), $"{_stream.Count + 1}", KeyOf(id)));
        _stream.Add(record);
        return record;
    }

    private static string KeyOf(string id) => $$$"""{"pk":{"S":"THING#{{{id}}}"},"sk":{"S":"THING"}}""";

    private static string? Json(object? item) => item switch
    {
        null => null,
        Order order => Event.Item<Order, Order.Marshaller>(order),
        Article article => Event.Item<Article, Article.Marshaller>(article),
        _ => throw new ArgumentException("No item of the shop.", nameof(item)),
    };

    private static string Json(ThingDocument thing) => $$"""{"id":"{{thing.Id}}","status":"{{thing.Status}}","kind":"{{thing.Kind}}"}""";
}
