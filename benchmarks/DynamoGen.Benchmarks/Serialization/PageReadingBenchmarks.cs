using System.Text.Json;
using BenchmarkDotNet.Attributes;
using DynamoGen.Benchmarks.Canned;
using DynamoGen.Benchmarks.Orders;
using DynamoGen.Serialization;

namespace DynamoGen.Benchmarks.Serialization;

/// <summary>Reading the bytes of a page into orders, against merely tokenising them.</summary>
[MemoryDiagnoser]
public class PageReadingBenchmarks
{
    private readonly byte[] _page = CannedResponses.Page;

    [Benchmark(Baseline = true, Description = "Utf8JsonReader, tokens only")]
    public int Tokens()
    {
        var tokens = 0;
        var reader = new Utf8JsonReader(_page);
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    [Benchmark(Description = "DynamoGen, orders")]
    public List<Order> Orders() => Read(_page);

    public static List<Order> Read(byte[] page)
    {
        var orders = new List<Order>(CannedResponses.PageSize);
        var reader = new WireReader(page);
        reader.BeginObject();
        while (reader.NextMember(out var name))
        {
            if (!name.SequenceEqual("Items"u8))
            {
                reader.SkipValue();
                continue;
            }

            reader.BeginArray();
            while (reader.NextElement())
            {
                orders.Add(Order.Marshaller.Read(ref reader));
            }
        }

        return orders;
    }
}
