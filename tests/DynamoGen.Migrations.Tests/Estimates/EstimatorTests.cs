using Amazon.DynamoDBv2.Model;
using DynamoGen.Migrations.Backfill;
using DynamoGen.Migrations.Estimates;
using DynamoGen.Migrations.Items;
using DynamoGen.Migrations.Tests.Parcels;
using DynamoGen.Repositories;
using DynamoGen.Schema;
using DynamoGen.Serialization;

namespace DynamoGen.Migrations.Tests.Estimates;

/// <summary>What is worked out from a sample.</summary>
public sealed class EstimatorTests
{
    [Theory]
    [InlineData(0, 64)]
    [InlineData(6_400_000, 64)]
    [InlineData(9_000_000, 64)]
    [InlineData(9_100_000, 128)]
    [InlineData(1_000_000_000, 8_192)]
    [InlineData(long.MaxValue, 524_288)]
    public void Segments_are_a_power_of_two_near_one_for_each_100_000_items(long items, int segments) => Assert.Equal(segments, Estimator.SegmentsOf(items));

    [Fact]
    public void A_part_of_the_table_stands_for_all_of_it_and_its_spread_tells_how_well()
    {
        var sample = new TableSample([[Old(1), Other(1)], [Old(2), Old(3)]], IsWhole: false, Items: 1_000_000, Bytes: 81_920_000);
        var pace = new BackfillOptions { MaxReadUnitsPerSecond = 10, MaxWriteUnitsPerSecond = 1_000 };

        var estimate = Estimate(sample, pace, new EstimateOptions { Processes = 2, ReadPricePerMillion = 1, WritePricePerMillion = 2 });

        Assert.False(estimate.IsExact);
        Assert.Equal((1_000_000, 750_000, 20_000, 750_000), (estimate.TableItems, estimate.Items, estimate.ReadUnits, estimate.WriteUnits));
        Assert.Equal((4, 3), (estimate.SampledItems, estimate.SampledSourceItems));
        Assert.Equal(1.52m, estimate.Price);
        Assert.Equal(TimeSpan.FromSeconds(1_000), estimate.Duration);

        // Two pages, of one and of two old items, tell little: the standard error is a quarter of the table, which Student's quantile for one degree widens.
        Assert.InRange(estimate.ItemsMargin, 500_000, 4_000_000);
        Assert.Equal(estimate.ItemsMargin, estimate.WriteUnitsMargin, 1);
        Assert.Equal((decimal)estimate.WriteUnitsMargin * 2 / 1_000_000, estimate.PriceMargin, 3);
    }

    [Fact]
    public void Pages_that_are_alike_leave_no_uncertainty_and_no_pace_no_duration()
    {
        var estimate = Estimate(new TableSample([[Old(1)], [Old(2)], []], IsWhole: false, Items: 10, Bytes: 1), new(), new());

        Assert.Equal((10, 0, null), (estimate.Items, estimate.ItemsMargin, estimate.Duration));
    }

    [Theory]
    [InlineData(false, 4, 6, 4)]
    [InlineData(true, 4, 9, 9)]
    public void A_write_costs_as_many_units_as_it_writes_items_and_twice_that_in_transactions(bool hasOutbox, double ledger, double settle, double both)
    {
        var estimate = Estimate(new TableSample([[Old(1)]], IsWhole: true, Items: 1, Bytes: 1), new(), new(), hasOutbox);

        Assert.Equal(new WriteOverhead(ledger, settle, both), estimate.Overhead);
    }

    [Fact]
    public void An_empty_table_takes_nothing()
    {
        var estimate = Estimate(new TableSample([[], []], IsWhole: true, Items: 0, Bytes: 0), new(), new());

        Assert.Equal((0, 0, 0, 0m), (estimate.Items, estimate.ReadUnits, estimate.WriteUnits, estimate.Price));
        Assert.Null(estimate.Overhead);
    }

    [Fact]
    public void Each_index_that_holds_the_item_takes_units_for_its_copy()
    {
        var table = new TableSchema
        {
            Name = "t",
            PartitionKey = "pk",
            GlobalIndexes =
            [
                new() { Name = "all", PartitionKey = "a" },
                new() { Name = "keys", PartitionKey = "a", SortKey = "b", Projection = IndexProjection.KeysOnly },
                new() { Name = "some", PartitionKey = "b", Projection = IndexProjection.Include, NonKeyAttributes = ["text"] },
                new() { Name = "absent", PartitionKey = "c" },
                new() { Name = "half", PartitionKey = "a", FurtherPartitionKeys = [new("c", KeyAttributeType.String)] },
            ],
            LocalIndexes = [new() { Name = "local", SortKey = "b", Projection = IndexProjection.KeysOnly }],
        };
        var item = new Dictionary<string, AttributeValue>
        {
            ["pk"] = new("p"),
            ["a"] = new("a"),
            ["b"] = new("b"),
            ["text"] = new(new string('x', 1_100)),
            ["more"] = new(new string('x', 1_100)),
        };

        var units = ItemWriteUnits.Of(table, item);

        // 3 for the whole copy, 1 and 1 for the keys alone, 2 with the text.
        Assert.Equal(new ItemWriteUnits(Table: 3, Indexes: 7), units);
        Assert.Equal((10, 13), (units.Alone, units.InTransaction));
    }

    private static MigrationEstimate Estimate(TableSample sample, BackfillOptions pace, EstimateOptions options, bool hasOutbox = false)
    {
        var migration = ItemsOf<ParcelMigration, ILegacyParcels, IParcels>();
        var items = sample.Pages.Select(page => page.Where(item => SampledItem.IsOld(migration.Schema, item))
            .Select(item => SampledItem.Convert(migration, [item])).ToList()).ToList();
        return new Estimator(migration, pace, options, hasOutbox).Estimate(sample, items);
    }

    private static ItemMigration ItemsOf<TMigration, TSource, TTarget>()
        where TMigration : class, IMigration<TMigration, TSource, TTarget>
        where TSource : class, IRepository<TSource>
        where TTarget : class, IRepository<TTarget> => TMigration.Items;

    private static Dictionary<string, AttributeValue> Old(int number) =>
        AttributeMap.From<LegacyParcel, LegacyParcel.Marshaller>(new LegacyParcel { Sender = "s", Number = number, Pounds = 1 });

    private static Dictionary<string, AttributeValue> Other(int number) => new() { ["pk"] = new("o"), ["sk"] = new($"{number}"), ["_t"] = new("Other") };
}
