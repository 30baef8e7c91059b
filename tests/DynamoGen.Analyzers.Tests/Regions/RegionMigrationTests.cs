using DynamoGen.Analyzers.Regions;
using DynamoGen.Analyzers.Tests.Verification;

namespace DynamoGen.Analyzers.Tests.Regions;

/// <summary>A migration, which writes both items in one transaction.</summary>
public sealed class RegionMigrationTests
{
    [Theory]
    [InlineData(RegionSource.Anywhere, "{|DG8005:Migration<LegacyOrder, Order>(typeof(ILegacyOrders), typeof(IOrders))|}")]
    [InlineData(RegionSource.Strong, "{|DG8007:Migration<LegacyOrder, Order>(typeof(ILegacyOrders), typeof(IOrders))|}")]
    [InlineData(RegionSource.OneRegion, "Migration<LegacyOrder, Order>(typeof(ILegacyOrders), typeof(IOrders))")]
    [InlineData(RegionSource.InOneRegion, "Migration<LegacyOrder, Order>(typeof(ILegacyOrders), typeof(IOrders))")]
    public Task The_table_of_one_item_is_enough(string table, string migration) => RuleTest<RegionMigrationAnalyzer>.Reports(RegionSource.Of(table, $$"""
        [Table("old-shop")] sealed partial class OldShop;
        [Entity<OldShop>, Key("{Id}", "A")] sealed partial record LegacyOrder(string Id);
        [Entity<Shop>, Key("{Id}", "A")] sealed partial record Order(string Id);
        [Repository<LegacyOrder>] partial interface ILegacyOrders { ValueTask<LegacyOrder?> Get(string id); }
        [Repository<Order>] partial interface IOrders { ValueTask<Order?> Get(string id); }
        [{{migration}}]
        static partial class Orders { public static Order Forward(LegacyOrder old) => new(old.Id); }
        """));
}
