using System.Linq;
using DynamoGen.Hosting;
using DynamoGen.Migrations;
using DynamoGen.Migrations.Phases;
using DynamoGen.Migrations.Runs;
using DynamoGen.Migrations.Verification;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

[Table("old")]
public sealed partial class OldTable;

[Table("new")]
public sealed partial class NewTable;

public sealed record Money(decimal Amount, string Currency);

[Entity<OldTable>]
[Key("ORDER#{Id}", "ORDER")]
public sealed partial record LegacyOrder
{
    public required string Customer { get; init; }
    public required int Id { get; init; }
    public required decimal Total { get; init; }
}

[Entity<NewTable>]
[Key("CUSTOMER#{CustomerId}", "ORDER#{OrderId}")]
public sealed partial record Order
{
    public required string CustomerId { get; init; }
    public required int OrderId { get; init; }
    public required Money Total { get; init; }
}

[Repository<LegacyOrder>]
public partial interface ILegacyOrders
{
    ValueTask Put(LegacyOrder order);
}

[Repository<Order>]
public partial interface IOrders
{
    ValueTask Put(Order order);
}

[Entity<OldTable>]
[Key("CUSTOMER#{Customer}", "BASKET#{BasketId}")]
public sealed partial record Basket
{
    public required string Customer { get; init; }
    public required int BasketId { get; init; }
    public required IReadOnlyDictionary<string, int> Pieces { get; init; }
}

[Entity<NewTable>]
[Key("CUSTOMER#{Customer}", "BASKET#{BasketId}#LINE#{Product}")]
public sealed partial record BasketLine
{
    public required string Customer { get; init; }
    public required int BasketId { get; init; }
    public required string Product { get; init; }
    public required int Pieces { get; init; }
}

[Repository<Basket>]
public partial interface IBaskets
{
    ValueTask<Basket?> Get(string customer, int basketId);
}

[Repository<BasketLine>]
public partial interface IBasketLines
{
    IAsyncEnumerable<BasketLine> OfBasket(string customer, int basketId);
}

// 1

// 4

internal static class Use
{
    public static void Register(IServiceCollection services)
    {
        // 2
    }

    public static void RegisterApart(IServiceCollection services)
    {
        // 3
    }

    public static async Task Run(IServiceProvider services)
    {
        // 5
        // 6
    }

    public static void Configure(MigrationOptions options)
    {
        // 7
    }
}
