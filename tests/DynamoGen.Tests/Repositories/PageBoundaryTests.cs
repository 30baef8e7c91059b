using DynamoGen.Serialization;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Tests.Repositories;

/// <summary>A page of a Query ends at 1 MB of items.</summary>
public sealed class PageBoundaryTests(LocalServer server) : IAsyncLifetime
{
    private const int PageBytes = 1_048_576;

    private ServiceProvider? _services;

    private IRows Rows => _services!.GetRequiredService<IRows>();

    public async ValueTask InitializeAsync() => _services = await server.CreateAsync<Shop>(builder => builder.AddRepository<IRows>());

    public ValueTask DisposeAsync() => _services?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <remarks>Three pages' worth of items: of sizes that divide a page, and that miss its end by a byte on either side.</remarks>
    [Theory]
    [InlineData(PageBytes / 128)]
    [InlineData((PageBytes / 4) - 1)]
    [InlineData(PageBytes / 4)]
    [InlineData((PageBytes / 4) + 1)]
    [InlineData(PageBytes / 3)]
    [InlineData((PageBytes / 3) + 1)]
    [InlineData(ItemSize.MaxBytes)]
    public async Task All_items_come_once_and_in_order_wherever_pages_end(int itemBytes)
    {
        var numbers = Enumerable.Range(0, 3 * PageBytes / itemBytes).ToArray();
        foreach (var number in numbers)
        {
            await Rows.Put(OfSize(number, itemBytes));
        }

        using var spans = new Spans("IRows.All");
        var read = await Rows.All("p").ToListAsync();

        Assert.Equal(numbers, read.Select(row => row.Number));
        Assert.All(read, row => Assert.Equal(itemBytes, ItemSize.Of<Row, Row.Marshaller>(row)));
        var (requests, items, _, _) = Assert.Single(spans.Ended);
        Assert.InRange(requests, 3, 4);
        Assert.Equal(numbers.Length, items);
    }

    [Fact]
    public async Task The_items_of_pages_of_mixed_sizes_come_once_and_in_order()
    {
        var sizes = new Random(7);
        var rows = Enumerable.Range(0, 60).Select(number => OfSize(number, sizes.Next(200, 200_000))).ToArray();
        foreach (var row in rows)
        {
            await Rows.Put(row);
        }

        Assert.Equal(rows, await Rows.All("p").ToListAsync());
        Assert.Equal(rows.Reverse(), await Rows.Latest("p").ToListAsync());
    }

    private static Row OfSize(int number, int bytes)
    {
        var row = new Row("p", number, "x");
        return row with { Filler = new string('x', bytes - ItemSize.Of<Row, Row.Marshaller>(row) + 1) };
    }
}

[Entity<Shop>]
[Key("ROW#{Partition}", "{Number}")]
public sealed partial record Row(string Partition, int Number, string Filler);

[Repository<Row>]
public partial interface IRows
{
    IAsyncEnumerable<Row> All(string partition);

    [Descending]
    IAsyncEnumerable<Row> Latest(string partition);

    ValueTask Put(Row row);
}
