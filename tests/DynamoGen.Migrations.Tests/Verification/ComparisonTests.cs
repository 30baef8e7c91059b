using DynamoGen.Migrations.Verification;

namespace DynamoGen.Migrations.Tests.Verification;

/// <summary>What a comparison tells of items that nobody writes meanwhile, and of some that are written while it reads.</summary>
public sealed class ComparisonTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_agrees_is_read_once()
    {
        var items = new ListedItems();
        items.AddBoth(100);

        var found = await CompareAsync(items);

        Assert.Equal((100, 100, 0, true), (found.OldItems, found.NewItems, found.DifferingBuckets, found.Agrees));
        Assert.Equal((2, 0), (items.Scans, items.Pairs));
    }

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(16, 1000)]
    [InlineData(16, 3)]
    [InlineData(4096, 1)]
    public async Task Each_kind_is_told_whatever_is_held_at_once(int buckets, int held)
    {
        var items = new ListedItems();
        items.AddBoth(60);
        items.Target.Remove("3");
        items.Target.Remove("4");
        items.Target["5"] = 77;
        items.Source.Remove("6");
        items.Target["x"] = 1;
        items.Source["y"] = ListedItems.Unfit;

        var found = await CompareAsync(items, buckets, held);

        Assert.Equal((60, 59, 1), (found.OldItems, found.NewItems, found.Failed));
        Assert.Equal((2, 1, 2, false), (found.Lost, found.Stale, found.Resurrected, found.Agrees));
        Assert.Equal(
            [
                (MigrationDifferenceKind.Lost, "3"),
                (MigrationDifferenceKind.Lost, "4"),
                (MigrationDifferenceKind.Stale, "5"),
                (MigrationDifferenceKind.Resurrected, "6"),
                (MigrationDifferenceKind.Resurrected, "x"),
            ],
            found.Examples.Select(example => (example.Kind, Key: items.NameOf(example.KeyHash))).OrderBy(example => example.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_old_items_of_one_new_key_are_told()
    {
        var items = new ListedItems();
        items.AddBoth(10);
        items.Source["other"] = 5;
        items.Renamed["other"] = "4";

        var found = await CompareAsync(items);

        Assert.Equal((0, 1, 0), (found.Lost, found.Stale, found.Resurrected));
    }

    [Fact]
    public async Task There_are_no_more_examples_than_may_be()
    {
        var items = new ListedItems();
        items.AddBoth(50);
        items.Target.Clear();

        var found = await CompareAsync(items);

        Assert.Equal((50, MigrationVerification.MostExamples), (found.Lost, found.Examples.Count));
    }

    [Fact]
    public async Task What_is_written_while_it_is_read_is_not_told()
    {
        var items = new ListedItems();
        items.AddBoth(40);
        var writes = 0;

        // Between any two reads, a pair is written, deleted or added, as the application does: both at one moment.
        items.BeforeRead = () =>
        {
            writes++;
            items.Write($"{writes % 60}", writes % 3 == 0 ? null : writes);
        };

        var found = await CompareAsync(items);

        Assert.True(found.DifferingBuckets > 0);
        Assert.True(found.Agrees, found.ToString());
    }

    [Fact]
    public async Task A_new_item_without_an_old_one_that_goes_is_not_told()
    {
        var items = new ListedItems();
        items.AddBoth(10);
        items.Target["x"] = 1;
        items.BeforeRead = () =>
        {
            if (items.Pairs == 1)
            {
                items.Target.Remove("x");
            }
        };

        Assert.True((await CompareAsync(items)).Agrees);
    }

    private static Task<MigrationVerification> CompareAsync(ListedItems items, int buckets = 16, int held = 1000) =>
        new Comparison(items, new VerificationOptions { Buckets = buckets, Segments = 1, Concurrency = 2, MostHeld = held })
            .RunAsync(MigrationPhase.Verify, Token);
}
