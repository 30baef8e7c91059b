using System.Text;
using DynamoGen.Benchmarks.Orders;
using DynamoGen.Serialization;

namespace DynamoGen.Benchmarks.Canned;

/// <summary>The bodies that a server would send.</summary>
public static class CannedResponses
{
    public const int PageSize = 1000;

    public static byte[] Page { get; } = Encoding.UTF8.GetBytes(
        $$"""{"Count":{{PageSize}},"Items":[{{string.Join(",", Enumerable.Range(0, PageSize).Select(number => Item(Order.Number(number))))}}],"ScannedCount":{{PageSize}}}""");

    public static byte[] Single { get; } = Encoding.UTF8.GetBytes($$"""{"Item":{{Item(Order.Number(0))}}}""");

    public static byte[] Empty { get; } = Encoding.UTF8.GetBytes("{}");

    private static string Item(Order order)
    {
        using var writer = new WireWriter();
        Order.Marshaller.Write(writer, order);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
