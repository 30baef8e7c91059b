using System.Text;
using System.Text.Json;
using DynamoGen.Benchmarks.Baskets;
using DynamoGen.Benchmarks.Orders;
using DynamoGen.Serialization;

namespace DynamoGen.Benchmarks.Canned;

/// <summary>The bodies that a server would send.</summary>
public static class CannedResponses
{
    public const int PageSize = 1000;

    public static byte[] Page { get; } = PageOf(Numbers.Select(number => Item<Order, Order.Marshaller>(Order.Number(number))));

    /// <summary>The same orders, each with its attributes in an order of its own, so that no guess is right but by chance.</summary>
    public static byte[] ShuffledPage { get; } = Shuffled();

    public static byte[] BasketPage { get; } = PageOf(Numbers.Select(number => Item<Basket, Basket.Marshaller>(Basket.Number(number))));

    /// <summary>A page of some of the orders.</summary>
    public static byte[] PageOf(int count) => PageOf(Numbers.Take(count).Select(number => Item<Order, Order.Marshaller>(Order.Number(number))).ToList());

    public static byte[] Single { get; } = Encoding.UTF8.GetBytes($$"""{"Item":{{Item<Order, Order.Marshaller>(Order.Number(0))}}}""");

    public static byte[] Empty { get; } = Encoding.UTF8.GetBytes("{}");

    private static IEnumerable<int> Numbers => Enumerable.Range(0, PageSize);

    public static byte[] PageOf<TEntity, TMarshaller>(IEnumerable<TEntity> entities)
        where TMarshaller : struct, IItemMarshaller<TEntity> =>
        PageOf(entities.Select(Item<TEntity, TMarshaller>));

    private static byte[] PageOf(IEnumerable<string> items)
    {
        var all = items.ToList();
        return Encoding.UTF8.GetBytes($$"""{"Count":{{all.Count}},"Items":[{{string.Join(",", all)}}],"ScannedCount":{{all.Count}}}""");
    }

    private static byte[] Shuffled()
    {
        var random = new Random(20120704);
        return PageOf(Numbers.Select(number =>
        {
            using var item = JsonDocument.Parse(Item<Order, Order.Marshaller>(Order.Number(number)));
            var members = item.RootElement.EnumerateObject().Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}").ToArray();
            random.Shuffle(members);
            return $"{{{string.Join(",", members)}}}";
        }));
    }

    private static string Item<TEntity, TMarshaller>(TEntity entity)
        where TMarshaller : struct, IItemMarshaller<TEntity>
    {
        using var writer = new WireWriter();
        TMarshaller.Write(writer, entity);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
