using BenchmarkDotNet.Attributes;
using DynamoGen.Benchmarks.Baskets;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Orders;

namespace DynamoGen.Benchmarks.Serialization;

/// <summary>Reading the bytes of a page into entities, against merely tokenising them.</summary>
[MemoryDiagnoser]
public class PageReadingBenchmarks
{
    [Benchmark(Baseline = true)]
    public int OrderTokens() => Pages.Tokenise(CannedResponses.Page);

    [Benchmark]
    public List<Order> Orders() => Pages.Read<Order, Order.Marshaller>(CannedResponses.Page);

    [Benchmark]
    public List<Order> PlainShuffledOrders() => PlainOrderReader.Read(CannedResponses.ShuffledPage);

    [Benchmark]
    public List<Order> ShuffledOrders() => Pages.Read<Order, Order.Marshaller>(CannedResponses.ShuffledPage);

    [Benchmark]
    public int BasketTokens() => Pages.Tokenise(CannedResponses.BasketPage);

    [Benchmark]
    public List<Basket> Baskets() => Pages.Read<Basket, Basket.Marshaller>(CannedResponses.BasketPage);
}
